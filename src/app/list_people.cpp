#include "app/account_parts.h"
#include "app/allowed.h"

namespace jalur::app {

Expected<PeopleShown> list_people(House& house, const accounts::Caller& caller, PeopleQuery query) {
  if (auto may = allowed(house, caller, accounts::Action::manage_people, query.region, ""); !may)
    return tl::unexpected(may.error());
  query.now = house.clock.now();
  auto page = house.people.page(query);
  if (!page) return tl::unexpected(page.error());
  auto units = units_of(house, query.region);
  if (!units) return tl::unexpected(units.error());
  return PeopleShown{std::move(*page), std::move(*units)};
}

Expected<PersonShown> show_person(House& house, const accounts::Caller& caller,
                                  const RegionCode& region, const std::string& person) {
  if (auto may = allowed(house, caller, accounts::Action::manage_people, region, ""); !may)
    return tl::unexpected(may.error());
  auto account = house.people.account(region, person, house.clock.now());
  if (!account) return tl::unexpected(account.error());
  auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  return PersonShown{std::move(*account), std::move(*units)};
}

}  // namespace jalur::app
