#include "app/account_parts.h"
#include "app/allowed.h"

namespace jalur::app {

namespace {

Account account_for(House& house, const RegionCode& region, const accounts::PersonGiven& given) {
  Account account;
  account.person = {new_id(house),
                    region,
                    given.name,
                    given.email,
                    given.unit,
                    given.roles,
                    accounts::PersonState::invited};
  return account;
}

}  // namespace

Expected<Invited> invite(House& house, const accounts::Caller& caller, const RegionCode& region,
                         accounts::PersonGiven given) {
  if (auto may = allowed(house, caller, accounts::Action::manage_people, region, ""); !may)
    return tl::unexpected(may.error());
  const auto checked = accounts::checked_person(std::move(given), accounts::Host::region, {});
  if (!checked) return tl::unexpected(checked.error());
  auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  if (auto known = check_units(*checked, *units); !known) return tl::unexpected(known.error());

  Account account = account_for(house, region, *checked);
  const accounts::Person& person = account.person;
  const Instant now = house.clock.now();
  NewLink link = new_link(house, region, person.id, accounts::LinkPurpose::invitation, now);
  const PeopleChange change{
      region,
      now,
      {entry_about(actor_for(caller, accounts::Action::manage_people, region, ""), "person.invited",
                   person, {{"email", person.email}, {"roles", roles_text(person.roles)}})},
      {AddPerson{account}, link.step}};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  account.link_expires_at = link.made.expires_at;
  return Invited{std::move(account), std::move(link.made), std::move(*units)};
}

}  // namespace jalur::app
