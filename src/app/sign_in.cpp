#include "accounts/email.h"
#include "app/account_parts.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

tl::unexpected<Error> does_not_fit() {
  return fail(ErrorCode::unauthenticated,
              {"Alamat surel dan kata sandi ini tidak cocok.",
               "This e-mail address and password do not fit together."});
}

// Nothing for whoever does not exist, or may not sign in: from here on they are treated alike.
Expected<std::optional<Account>> account_that_may(House& house,
                                                  const Expected<std::string>& folded) {
  if (!folded) return std::optional<Account>();
  auto account = house.people.account_of(*folded);
  if (!account && account.error().code != ErrorCode::not_found)
    return tl::unexpected(account.error());
  if (!account || account->person.state != accounts::PersonState::active)
    return std::optional<Account>();
  return std::optional(std::move(*account));
}

// One entry per wait that begins, not one per try; who it was that tried is not known.
Expected<void> note_refused(House& house, const Account& account) {
  PeopleChange change{account.person.region, house.clock.now(), {}, {}};
  change.entries.push_back(entry_about(program(), "person.refused", account.person, {}));
  return house.people.carry_out(change);
}

Expected<Opened> open(House& house, const Account& account, const std::string& password) {
  const auto half = account.has_factor() ? accounts::Half::yes : accounts::Half::no;
  NewSession session = new_session(house, account.person, half);
  PeopleChange change{account.person.region, house.clock.now(), {}, {session.step}};
  if (half == accounts::Half::no) {
    change.steps.emplace_back(NoteSignIn{account.person.id});
    change.entries.push_back(
        entry_about(actor_of(account.person), "person.signed_in", account.person, {}));
  }
  if (house.secrets.is_outdated(account.password_hash)) {
    auto hash = house.secrets.password_hash(password);
    if (!hash) return tl::unexpected(hash.error());
    change.steps.emplace_back(SetPassword{account.person.id, std::move(*hash)});
  }
  if (const auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return opened(house, std::move(session));
}

}  // namespace

Expected<Opened> sign_in(House& house, const std::string& email, const std::string& password,
                         const std::string& client) {
  const auto folded = accounts::folded_email(email);
  const std::string who = folded.value_or(lower_ascii(email).substr(0, limits::email_bytes));
  const auto admitted = house.guard.admit(who, client, house.clock.now());
  if (!admitted) return tl::unexpected(admitted.error());
  const auto account = account_that_may(house, folded);
  if (!account) return tl::unexpected(account.error());
  const auto fit = house.secrets.check(password, *account ? (*account)->password_hash : "");
  if (!fit) return tl::unexpected(fit.error());
  if (*fit == Fit::yes) {
    house.guard.right(who);
    return open(house, **account, password);
  }
  if (*account && *admitted == Admission::last_before_a_wait) {
    if (const auto noted = note_refused(house, **account); !noted)
      return tl::unexpected(noted.error());
  }
  return does_not_fit();
}

}  // namespace jalur::app
