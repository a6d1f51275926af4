// The units of a region as a tree: agency > technical unit, puskesmas, school; sub-district >
// village. What may be done to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "index/region_year.h"

namespace jalur::registry {

struct UnitNode {
  std::string id;
  std::optional<std::string> parent;  // id
  std::string name;                   // unlike every other in the region, whatever the case
  Unit::Kind kind = Unit::Kind::agency;
  bool active = true;                      // false: ended; it stays on record
  std::optional<std::string> merged_into;  // id of the unit that carries on its work

  bool operator==(const UnitNode&) const = default;
};
using UnitTree = std::vector<UnitNode>;

const UnitNode* find(const UnitTree& tree, const std::string& id);

// The unit, everything below it, and what was merged into any of those: whose work its people may
// touch. In the order of the tree.
std::vector<std::string> reach_of(const UnitTree& tree, const std::string& id);

// Whether the unit may stand like this: as a new one, or instead of the one with its id.
// Errors: invalid_input, every fault at once; conflict when it still has active units below it and
// is to end.
Expected<void> check(const UnitTree& tree, const UnitNode& unit);

// Errors: not_found, invalid_input.
Expected<void> check_merge(const UnitTree& tree, const std::string& from, const std::string& into);

}  // namespace jalur::registry
