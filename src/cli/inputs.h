// What people hand in: a region's year, as JSON or as the workbook; told apart by its content.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "index/region_year.h"

namespace jalur::cli {

struct Input {
  std::string file;
  RegionYear data;
};

Expected<RegionYear> read_region_year_file(Session& session, const std::string& file);

// All of them, each with its problems told as it is read, and a region's year that is given twice
// refused. `status` becomes the worst exit status; the inputs are whole only when it stays 0.
std::vector<Input> read_inputs(Session& session, const std::vector<std::string>& files,
                               int& status);

}  // namespace jalur::cli
