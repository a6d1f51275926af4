// The port to the units of a region.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"
#include "ledger/draft.h"
#include "registry/unit_tree.h"

namespace jalur::app {

struct StoredUnits {
  registry::UnitTree tree;                   // by name
  std::map<std::string, std::string> names;  // every name that was ever used -> id
};

// One unit as it shall stand.
struct UnitEdit {
  registry::UnitNode unit;
  std::string action;  // for the log: "unit.added"
};

struct UnitChange {
  RegionCode region;
  // Called within the transaction with the units as they are, so that changes made at the same time
  // cannot miss each other. Its error ends the call.
  std::function<Expected<UnitEdit>(const registry::UnitTree&)> decide;
  int current_year = 0;  // submissions of this year and later take on a new name
  ledger::Actor by;
  Instant at;
};

// Errors: not_found (no such region), conflict, unavailable; and what `decide` gives.
class Units {
 public:
  virtual ~Units() = default;
  virtual Expected<StoredUnits> units(const RegionCode& region) = 0;
  virtual Expected<registry::UnitNode> change_unit(const UnitChange& change) = 0;
};

}  // namespace jalur::app
