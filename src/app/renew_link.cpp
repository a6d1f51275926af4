#include "accounts/email.h"
#include "app/account_parts.h"
#include "app/allowed.h"

namespace jalur::app {

namespace {

tl::unexpected<Error> account_closed() {
  return fail(ErrorCode::conflict, {"Akun ini ditutup; buka dahulu, lalu buat tautan.",
                                    "This account is closed; open it first, then make a link."});
}

Expected<Invited> renew(House& house, const ledger::Actor& by, Account account) {
  const accounts::Person& person = account.person;
  if (person.state == accounts::PersonState::closed) return account_closed();
  const auto purpose = person.state == accounts::PersonState::invited
                           ? accounts::LinkPurpose::invitation
                           : accounts::LinkPurpose::recovery;
  auto units = units_of(house, person.region);
  if (!units) return tl::unexpected(units.error());
  const Instant now = house.clock.now();
  NewLink link = new_link(house, person.region, person.id, purpose, now);
  const PeopleChange change{
      person.region,
      now,
      {entry_about(by, "person.changed", person, {{"link", std::string(accounts::word(purpose))}})},
      {EndLinks{person.id}, link.step}};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  account.link_expires_at = link.made.expires_at;
  return Invited{std::move(account), std::move(link.made), std::move(*units)};
}

}  // namespace

Expected<Invited> renew_link(House& house, const accounts::Caller& caller, const RegionCode& region,
                             const std::string& person) {
  auto shown = show_person(house, caller, region, person);
  if (!shown) return tl::unexpected(shown.error());
  return renew(house, actor_for(caller, accounts::Action::manage_people, region, ""),
               std::move(shown->account));
}

Expected<Invited> renew_link_of(House& house, const std::string& email) {
  const auto folded = accounts::folded_email(email);
  if (!folded) return tl::unexpected(folded.error());
  auto account = house.people.account_of(*folded);
  if (!account) return tl::unexpected(account.error());
  return renew(house, program(), std::move(*account));
}

}  // namespace jalur::app
