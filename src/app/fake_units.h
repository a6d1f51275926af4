// For tests: the Units port in memory. A unit that a year of the store names is there with its name
// for an id, until it is changed.
#pragma once

#include <mutex>
#include <utility>

#include "app/fake_store.h"
#include "app/units.h"

namespace jalur::app {

class FakeUnits : public Units {
 public:
  explicit FakeUnits(FakeStore& store) : store_(store) {}

  Expected<StoredUnits> units(const RegionCode& region) override {
    const std::scoped_lock lock(mutex_);
    StoredUnits found;
    const auto years = store_.years(YearKey{region, 0}, 100);
    if (!years) return tl::unexpected(years.error());
    for (const YearSummary& summary : *years)
      if (summary.key.region == region) name_all(summary.key, found);
    for (const registry::UnitNode& unit : changed_[region]) put(unit, found);
    return found;
  }

  Expected<registry::UnitNode> change_unit(const UnitChange& change) override {
    const auto before = units(change.region);
    if (!before) return tl::unexpected(before.error());
    auto edit = change.decide(before->tree);
    if (!edit) return tl::unexpected(edit.error());
    const std::scoped_lock lock(mutex_);
    changed_[change.region].push_back(edit->unit);
    return edit->unit;
  }

 private:
  void name_all(const YearKey& key, StoredUnits& found) {
    const auto year = store_.year(key);
    if (!year) return;
    for (const Unit& unit : year->data.units)
      put({unit.name, std::nullopt, unit.name, unit.kind, true, std::nullopt}, found);
  }

  static void put(const registry::UnitNode& unit, StoredUnits& found) {
    found.names[unit.name] = unit.id;
    for (registry::UnitNode& known : found.tree) {
      if (known.id != unit.id) continue;
      known = unit;
      return;
    }
    found.tree.push_back(unit);
  }

  FakeStore& store_;
  std::mutex mutex_;
  std::map<RegionCode, std::vector<registry::UnitNode>> changed_;
};

}  // namespace jalur::app
