#include "app/allowed.h"

namespace jalur::app {

using accounts::Action;
using accounts::Caller;

Expected<bool> is_open(House& house, const RegionCode& region) {
  return house.people.settings(region).map(
      [](const RegionSettings& settings) { return settings.figures_open; });
}

Expected<void> allowed(House& house, const Caller& caller, Action action, const RegionCode& region,
                       const std::string& unit) {
  if (accounts::may(caller, action, {region, unit, false})) return {};
  if (accounts::reach_of_anyone(action) == accounts::Reach::open_region) {
    const auto open = is_open(house, region);
    if (!open) return tl::unexpected(open.error());
    if (*open) return {};
  }
  return accounts::refusal(caller, action);
}

std::optional<std::vector<std::string>> units_of_drafts(const Caller& caller,
                                                        const RegionCode& region) {
  if (accounts::may(caller, Action::read_drafts, {region, "", false})) return std::nullopt;
  std::vector<std::string> units;
  if (caller.region != region) return units;
  for (const accounts::Grant& grant : caller.grants)
    if (accounts::reach_of(grant.role, Action::read_drafts) == accounts::Reach::own_unit)
      units.insert(units.end(), grant.units.begin(), grant.units.end());
  return units;
}

ledger::Actor actor_for(const Caller& caller, Action action, const RegionCode& region,
                        const std::string& unit) {
  const auto role = accounts::role_for(caller, action, {region, unit, false});
  return {caller.person, caller.name, std::string(role ? accounts::word(*role) : "")};
}

}  // namespace jalur::app
