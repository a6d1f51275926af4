// A region's year as a workbook: written here, read in region_year_reading.h.
#pragma once

#include <string>

#include "base/error.h"
#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur::documents {

// With nothing filled in but the year and the ruleset.
Expected<std::string> empty_region_year_file(const Ruleset& ruleset);

// Errors: invalid_input when the data hold an indicator that the ruleset does not know.
Expected<std::string> region_year_file(const RegionYear& data, const Ruleset& ruleset);

}  // namespace jalur::documents
