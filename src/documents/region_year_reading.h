// A region's year out of a workbook that anybody may have made.
#pragma once

#include <string>

#include "base/error.h"
#include "formats/region_year.h"

namespace jalur::documents {

// Every fault of the form is told with its cell, all at once. `name` of the file is for messages.
// Errors: invalid_input, too_large.
Expected<RegionYear> read_region_year_file(const std::string& bytes, const std::string& name,
                                           const FindRuleset& find_ruleset);

}  // namespace jalur::documents
