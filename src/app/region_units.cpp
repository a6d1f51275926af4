#include "app/region_units.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace jalur::app {

bool RegionUnits::has(const std::string& id) const {
  const auto* unit = registry::find(units_.tree, id);
  return unit != nullptr && unit->active;
}

std::string RegionUnits::name_of(const std::string& id) const {
  const auto* unit = registry::find(units_.tree, id);
  return unit == nullptr ? id : unit->name;
}

std::optional<std::string> RegionUnits::id_of(const std::string& name) const {
  for (const auto& [known, id] : units_.names)
    if (folded(known) == folded(name)) return id;
  return std::nullopt;
}

std::vector<std::string> RegionUnits::names_below(const std::string& id) const {
  const auto below = registry::reach_of(units_.tree, id);
  const std::set<std::string> ids(below.begin(), below.end());
  std::vector<std::string> names;
  for (const auto& [name, unit] : units_.names)
    if (ids.contains(unit)) names.push_back(name);
  return names;
}

Expected<RegionUnits> units_of(House& house, const RegionCode& region) {
  return house.units.units(region).map(
      [](StoredUnits&& units) { return RegionUnits(std::move(units)); });
}

}  // namespace jalur::app
