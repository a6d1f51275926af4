// What coordinators do with the units of their region, one function each. Errors: forbidden,
// unauthenticated; those of registry::check; unavailable.
#pragma once

#include <optional>
#include <string>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/units.h"

namespace jalur::app {

struct UnitGiven {
  std::string name;
  Unit::Kind kind = Unit::Kind::agency;
  std::optional<std::string> parent;  // id
  bool active = true;
};

// Everybody of the region may see them.
Expected<registry::UnitTree> list_unit_tree(House& house, const accounts::Caller& caller,
                                            const RegionCode& region);
Expected<registry::UnitNode> add_unit(House& house, const accounts::Caller& caller,
                                      const RegionCode& region, const UnitGiven& given);
// Another name counts from the current year on; what is over keeps the old one.
Expected<registry::UnitNode> change_unit(House& house, const accounts::Caller& caller,
                                         const RegionCode& region, const std::string& id,
                                         const UnitGiven& given);
// Ends the unit; from now on its work is that of `into`.
Expected<registry::UnitNode> merge_unit(House& house, const accounts::Caller& caller,
                                        const RegionCode& region, const std::string& id,
                                        const std::string& into);

}  // namespace jalur::app
