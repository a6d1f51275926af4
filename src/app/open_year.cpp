#include <algorithm>

#include "app/allowed.h"
#include "app/profile_use_cases.h"
#include "app/region_units.h"
#include "base/limits.h"

namespace jalur::app {

using accounts::Action;

namespace {

// As the region was last called; the name in the list of regions when it has no year yet.
Expected<ReferenceRegion> region_named(House& house, const RegionCode& code) {
  const auto years = house.store.years(YearKey{code, 0}, limits::page_most);
  if (!years) return tl::unexpected(years.error());
  std::optional<ReferenceRegion> found;
  for (const YearSummary& year : *years)
    if (year.key.region == code) found = ReferenceRegion{code, year.region_name, year.kind};
  if (found) return *found;
  for (const ReferenceRegion& region : house.reference.regions)
    if (region.code == code) return region;
  return fail(ErrorCode::not_found,
              {"Tidak ada daerah dengan kode ini.", "There is no region with this code."}, "code",
              code.str());
}

std::vector<Unit> active_units(const RegionUnits& units) {
  std::vector<Unit> active;
  for (const registry::UnitNode& unit : units.all())
    if (unit.active) active.push_back({unit.name, unit.kind});
  return active;
}

}  // namespace

Expected<YearOpened> open_year(House& house, const accounts::Caller& caller, const YearKey& key,
                               const std::string& ruleset) {
  if (const auto may = allowed(house, caller, Action::manage_year, key.region, ""); !may)
    return tl::unexpected(may.error());
  const auto rules = house.rulesets.get(ruleset);
  if (!rules) return tl::unexpected(rules.error());
  const auto region = region_named(house, key.region);
  if (!region) return tl::unexpected(region.error());
  const auto units = units_of(house, key.region);
  if (!units) return tl::unexpected(units.error());
  NewYear fresh;
  fresh.key = key;
  fresh.region_name = region->name;
  fresh.kind = region->kind;
  fresh.ruleset = ruleset;
  fresh.units = active_units(*units);
  fresh.at = house.clock.now();
  fresh.government_submission = uuid7(fresh.at, house.randomness.ten_bytes());
  fresh.by = actor_for(caller, Action::manage_year, key.region, "");
  if (const auto opened = house.profiles.open_year(fresh); !opened)
    return tl::unexpected(opened.error());
  return YearOpened{key, fresh.region_name, ruleset, static_cast<int>(fresh.units.size())};
}

Expected<ScoreAnswer> score_as_of(House& house, const YearKey& key, Instant at) {
  auto data = house.profiles.year_as_of(key, at);
  if (!data) return tl::unexpected(data.error());
  const auto rules = house.rulesets.get(data->ruleset);
  if (!rules) return tl::unexpected(rules.error());
  ScoreAnswer answer{score(*data, **rules), explain(*data, **rules), *rules, nullptr};
  StoredYear year;
  year.data = std::move(*data);
  answer.year = std::make_shared<const StoredYear>(std::move(year));
  return answer;
}

}  // namespace jalur::app
