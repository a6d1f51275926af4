#include "app/account_parts.h"
#include "app/allowed.h"

namespace jalur::app {

namespace {

using accounts::Person;
using accounts::PersonState;

// An account that is opened again is as far as its person ever came.
PersonState state_after(const Account& before, std::optional<PersonState> wanted) {
  if (wanted == PersonState::closed) return PersonState::closed;
  if (!wanted) return before.person.state;
  return before.password_hash.empty() ? PersonState::invited : PersonState::active;
}

Person person_after(const Account& before, const accounts::PersonGiven& given) {
  return {before.person.id,
          before.person.region,
          given.name,
          given.email,
          given.unit,
          given.roles,
          state_after(before, given.state)};
}

// What differs, from and to.
Details differences(const Person& before, const Person& after) {
  Details details;
  const auto note = [&](const std::string& what, const std::string& from, const std::string& to) {
    if (from == to) return;
    details.emplace_back(what + "_from", from);
    details.emplace_back(what + "_to", to);
  };
  note("name", before.name, after.name);
  note("email", before.email, after.email);
  note("unit", before.unit, after.unit);
  note("roles", roles_text(before.roles), roles_text(after.roles));
  note("state", std::string(word(before.state)), std::string(word(after.state)));
  return details;
}

std::vector<Step> steps_for(const Person& before, const Person& after) {
  std::vector<Step> steps{PutProfile{after}};
  if (accounts::is_active_coordinator(before) && !accounts::is_active_coordinator(after))
    steps.emplace_back(KeepACoordinator{});
  if (after.state == PersonState::closed) {
    steps.emplace_back(EndSessions{after.id, ""});
    steps.emplace_back(EndLinks{after.id});
  }
  return steps;
}

Expected<Person> wanted_person(const Account& before, accounts::PersonGiven given,
                               const RegionUnits& units) {
  const auto checked = accounts::checked_person(std::move(given), accounts::Host::region,
                                                accounts::roles_of(before.person));
  if (!checked) return tl::unexpected(checked.error());
  if (auto known = check_units(*checked, units); !known) return tl::unexpected(known.error());
  return person_after(before, *checked);
}

}  // namespace

Expected<PersonShown> change_person(House& house, const accounts::Caller& caller,
                                    const RegionCode& region, const std::string& id,
                                    accounts::PersonGiven given) {
  auto shown = show_person(house, caller, region, id);
  if (!shown) return shown;
  const Person before = shown->account.person;
  const auto after = wanted_person(shown->account, std::move(given), shown->units);
  if (!after) return tl::unexpected(after.error());
  if (before == *after) return shown;
  const PeopleChange change{
      region,
      house.clock.now(),
      {entry_about(actor_for(caller, accounts::Action::manage_people, region, ""), "person.changed",
                   *after, differences(before, *after))},
      steps_for(before, *after)};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return show_person(house, caller, region, id);
}

}  // namespace jalur::app
