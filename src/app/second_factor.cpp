// A second factor is set up and given up.
#include "accounts/totp.h"
#include "app/account_parts.h"

namespace jalur::app {

namespace {

Expected<Standing> carry_out(House& house, const OwnSession& session, const std::string& what,
                             std::vector<Step> steps) {
  const accounts::Person& person = session.person();
  const PeopleChange change{
      person.region,
      house.clock.now(),
      {entry_about(actor_of(person), "person.changed", person, {{"second_factor", what}})},
      std::move(steps)};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  const auto found = house.people.session(person.region, session.fingerprint);
  if (!found) return tl::unexpected(found.error());
  return standing_of(house, *found);
}

}  // namespace

Expected<FactorSecret> begin_second_factor(House& house, const std::string& token) {
  const auto session = own_session(house, token, accounts::Half::no);
  if (!session) return tl::unexpected(session.error());
  const Account& account = session->found.account;
  const std::string secret =
      accounts::base32(house.secrets.random_bytes(accounts::factor_secret_bytes));
  const PeopleChange change{account.person.region,
                            house.clock.now(),
                            {},
                            {SetFactor{account.person.id, account.factor_secret, secret}}};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return FactorSecret{secret, accounts::factor_address(secret, account.person.email)};
}

Expected<Standing> confirm_second_factor(House& house, const std::string& token,
                                         const std::string& code) {
  const auto session = own_session(house, token, accounts::Half::no);
  if (!session) return tl::unexpected(session.error());
  const Account& account = session->found.account;
  if (account.factor_begun.empty())
    return fail(ErrorCode::conflict, {"Buat dahulu rahasia baru untuk aplikasi autentikator.",
                                      "Make a new secret for the authenticator first."});
  const auto step =
      accounts::accepted_step(account.factor_begun, code, house.clock.now(), account.factor_step);
  if (!step)
    return fail(ErrorCode::invalid_input,
                {"Kode ini tidak cocok; periksa jam telepon Anda, lalu ketik kode yang tampil.",
                 "This code does not fit; check your telephone's clock, then type the code it "
                 "shows."},
                "code");
  const std::string& person = account.person.id;
  return carry_out(house, *session, "on",
                   {TakeFactorStep{person, *step}, SetFactor{person, account.factor_begun, ""},
                    EndSessions{person, session->fingerprint}});
}

Expected<Standing> end_second_factor(House& house, const std::string& token) {
  const auto session = own_session(house, token, accounts::Half::no);
  if (!session) return tl::unexpected(session.error());
  const SessionFound& found = session->found;
  if (accounts::is_required(accounts::roles_of(session->person()),
                            found.settings.second_factor_for))
    return fail(ErrorCode::conflict,
                {"Daerah Anda mewajibkan faktor kedua untuk peran Anda; minta koordinator bila "
                 "telepon Anda berganti.",
                 "Your region requires a second factor for your role; ask the coordinator when "
                 "your telephone changes."});
  return carry_out(house, *session, "off", {SetFactor{session->person().id, "", ""}});
}

}  // namespace jalur::app
