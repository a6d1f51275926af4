// The units of a region as people are bound to them. The one place that knows what a unit's id is:
// today its name in the region's latest year on record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/house.h"

namespace jalur::app {

class RegionUnits {
 public:
  struct Named {
    std::string id;
    std::string name;
  };

  RegionUnits() = default;
  explicit RegionUnits(std::vector<Named> units) : units_(std::move(units)) {}
  const std::vector<Named>& all() const { return units_; }
  bool has(const std::string& id) const;
  // The id itself for a unit that is not there any more.
  std::string name_of(const std::string& id) const;
  // By its name, no matter the case of its letters.
  std::optional<std::string> id_of(const std::string& name) const;

 private:
  std::vector<Named> units_;
};

// Errors: unavailable. A region that is not on record has none.
Expected<RegionUnits> units_of(House& house, const RegionCode& region);

// The unit and everything below it.
std::vector<std::string> unit_and_below(const std::string& unit);

}  // namespace jalur::app
