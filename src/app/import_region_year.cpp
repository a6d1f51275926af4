#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

Expected<ImportReceipt> import_region_year(House& house, const ledger::Actor& by,
                                           const RegionYear& data, const Progress& progress) {
  const auto ruleset = house.rulesets.get(data.ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  ImportPlan plan;
  plan.data = &data;
  plan.by = by;
  plan.at = house.clock.now();
  plan.new_id = [&house, at = plan.at] { return uuid7(at, house.randomness.ten_bytes()); };
  plan.government =
      maturity_of(data.government, data.government_verified, **ruleset, Aspect::government);
  for (const Innovation& innovation : data.innovations) {
    plan.maturities.push_back(
        maturity_of(innovation.levels, innovation.verified_levels, **ruleset, Aspect::innovation));
  }
  return house.store.import(plan, progress);
}

Expected<RegionYear> export_region_year(House& house, const YearKey& key) {
  auto year = house.store.full_year(key);
  if (!year) return tl::unexpected(year.error());
  return std::move(year->data);
}

}  // namespace jalur::app
