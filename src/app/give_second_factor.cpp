#include "accounts/totp.h"
#include "app/account_parts.h"

namespace jalur::app {

namespace {

tl::unexpected<Error> wrong_code() {
  return fail(ErrorCode::unauthenticated,
              {"Kode ini tidak cocok atau sudah dipakai; ketik kode berikutnya dari aplikasi "
               "autentikator.",
               "This code does not fit or was used already; type the next one that the "
               "authenticator shows."},
              "code");
}

// A whole session takes the place of the half one, under a new token.
Expected<Opened> complete(House& house, const OwnSession& half, std::int64_t step) {
  const accounts::Person& person = half.person();
  NewSession session = new_session(house, person, accounts::Half::no);
  const PeopleChange change{
      person.region,
      house.clock.now(),
      {entry_about(actor_of(person), "person.signed_in", person, {{"second_factor", "totp"}})},
      {TakeFactorStep{person.id, step}, EndSession{half.fingerprint}, session.step,
       NoteSignIn{person.id}}};
  const auto done = house.people.carry_out(change);
  if (!done && done.error().code == ErrorCode::unauthenticated) return wrong_code();
  if (!done) return tl::unexpected(done.error());
  return opened(house, std::move(session));
}

}  // namespace

Expected<Opened> give_second_factor(House& house, const std::string& token, const std::string& code,
                                    const std::string& client) {
  const auto half = own_session(house, token, accounts::Half::yes);
  if (!half) return tl::unexpected(half.error());
  const Account& account = half->found.account;
  const std::string who = "second factor of " + account.person.id;
  const Instant now = house.clock.now();
  const auto admitted = house.guard.admit(who, client, now);
  if (!admitted) return tl::unexpected(admitted.error());
  const auto step = accounts::accepted_step(account.factor_secret, code, now, account.factor_step);
  if (!step) return wrong_code();
  auto whole = complete(house, *half, *step);
  if (whole) house.guard.right(who);
  return whole;
}

}  // namespace jalur::app
