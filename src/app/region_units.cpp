#include "app/region_units.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::app {

namespace {

Expected<std::optional<YearKey>> latest_year(House& house, const RegionCode& region) {
  const auto years = house.store.years(YearKey{region, 0}, limits::page_most);
  if (!years) return tl::unexpected(years.error());
  std::optional<YearKey> latest;
  for (const YearSummary& summary : *years)
    if (summary.key.region == region) latest = summary.key;
  return latest;
}

}  // namespace

bool RegionUnits::has(const std::string& id) const {
  return std::any_of(units_.begin(), units_.end(), [&](const auto& unit) { return unit.id == id; });
}

std::string RegionUnits::name_of(const std::string& id) const {
  const auto found =
      std::find_if(units_.begin(), units_.end(), [&](const auto& unit) { return unit.id == id; });
  return found == units_.end() ? id : found->name;
}

std::optional<std::string> RegionUnits::id_of(const std::string& name) const {
  const auto found = std::find_if(units_.begin(), units_.end(), [&](const auto& unit) {
    return lower_ascii(unit.name) == lower_ascii(name);
  });
  if (found == units_.end()) return std::nullopt;
  return found->id;
}

Expected<RegionUnits> units_of(House& house, const RegionCode& region) {
  const auto key = latest_year(house, region);
  if (!key) return tl::unexpected(key.error());
  if (!*key) return RegionUnits();
  const auto year = house.years.get(**key);
  if (!year) return tl::unexpected(year.error());
  std::vector<RegionUnits::Named> units;
  for (const Unit& unit : (*year)->data.units) units.push_back({unit.name, unit.name});
  return RegionUnits(std::move(units));
}

std::vector<std::string> unit_and_below(const std::string& unit) {
  if (unit.empty()) return {};
  return {unit};
}

}  // namespace jalur::app
