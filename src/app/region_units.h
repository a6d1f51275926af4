// The units of a region as people are bound to them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/house.h"
#include "app/units.h"

namespace jalur::app {

class RegionUnits {
 public:
  RegionUnits() = default;
  explicit RegionUnits(StoredUnits units) : units_(std::move(units)) {}

  const registry::UnitTree& all() const { return units_.tree; }  // also those that have ended
  bool has(const std::string& id) const;                         // and it is active
  // The id itself for a unit that is not on record.
  std::string name_of(const std::string& id) const;
  // By any name it ever had, no matter the case of its letters.
  std::optional<std::string> id_of(const std::string& name) const;
  // Every name, now and before, of the unit and of everything below it: how submissions name them.
  std::vector<std::string> names_below(const std::string& id) const;

 private:
  StoredUnits units_;
};

// Errors: unavailable. A region that is not on record has none.
Expected<RegionUnits> units_of(House& house, const RegionCode& region);

}  // namespace jalur::app
