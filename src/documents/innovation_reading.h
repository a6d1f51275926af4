// The sheet "Inovasi".
#pragma once

#include <functional>
#include <vector>

#include "documents/cell_reading.h"
#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur::documents {

struct InnovationRows {
  std::vector<Innovation> innovations;
  std::vector<std::string> places;  // of each: "Inovasi!A7"
};

// With complaints into the problems of `cells`. Errors: too_large when all texts together are more
// than a region's year may hold (one shared text may stand in thousands of cells).
Expected<InnovationRows> read_innovations(const CellReading& cells, const Ruleset& ruleset);

// "16, 17, 18": the ids of an aspect, for messages.
std::string ids_of(const Ruleset& ruleset, Aspect aspect);

// A heading or a name that occurs twice.
Text doubled();

// Complains of filled cells that no heading stands over, and of what lies past the limits.
void complain_of_strays(const CellReading& cells);

}  // namespace jalur::documents
