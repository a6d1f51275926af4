// Units and their names; see queries.h for how these functions are called.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/units.h"
#include "store/database.h"

namespace jalur::store {

Expected<app::StoredUnits> read_region_units(Session& session, const RegionCode& region);
Expected<registry::UnitNode> write_unit(Session& session, const app::UnitChange& change);

// Makes a unit for every name that no unit has had yet. True when any was made.
bool adopt_units(Session& session, const RegionCode& region, const std::vector<Unit>& named,
                 const std::function<std::string()>& new_id, Instant at);

}  // namespace jalur::store
