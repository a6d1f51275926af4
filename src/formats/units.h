// The shapes of units that enter and leave the program, as api/openapi.yaml has them.
#pragma once

#include <string>
#include <string_view>

#include "app/unit_use_cases.h"

namespace jalur {

std::string unit_json(const registry::UnitNode& unit);
std::string unit_tree_json(const registry::UnitTree& tree);

Expected<app::UnitGiven> read_unit(std::string_view body);
Expected<std::string> read_merge(std::string_view body);  // id of the unit to merge into

}  // namespace jalur
