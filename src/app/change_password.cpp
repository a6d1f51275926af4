#include "accounts/password.h"
#include "app/account_parts.h"

namespace jalur::app {

namespace {

Expected<void> check_current(House& house, const Account& account, const std::string& current) {
  const std::string who = account.person.email;
  const auto admitted = house.guard.admit(who, "", house.clock.now());
  if (!admitted) return tl::unexpected(admitted.error());
  const auto fit = house.secrets.check(current, account.password_hash);
  if (!fit) return tl::unexpected(fit.error());
  if (*fit == Fit::no)
    return fail(ErrorCode::invalid_input,
                {"Kata sandi yang sekarang tidak cocok.", "The present password does not fit."},
                "current");
  house.guard.right(who);
  return {};
}

}  // namespace

Expected<Standing> change_password(House& house, const std::string& token,
                                   const std::string& current, const std::string& password) {
  const auto session = own_session(house, token, accounts::Half::no);
  if (!session) return tl::unexpected(session.error());
  const accounts::Person& person = session->person();
  if (auto checked = check_current(house, session->found.account, current); !checked)
    return tl::unexpected(checked.error());
  if (auto checked = accounts::check_password(password, person.name, person.email); !checked)
    return tl::unexpected(checked.error());
  auto hash = house.secrets.password_hash(password);
  if (!hash) return tl::unexpected(hash.error());
  const PeopleChange change{
      person.region,
      house.clock.now(),
      {entry_about(actor_of(person), "person.changed", person, {{"password", "changed"}})},
      {SetPassword{person.id, std::move(*hash)}, EndSessions{person.id, session->fingerprint},
       EndLinks{person.id}}};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return standing_of(house, session->found);
}

}  // namespace jalur::app
