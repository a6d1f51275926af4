// A region's year out of the records, as it stood at an instant.
#pragma once

#include <string>

#include "cli/options.h"
#include "index/region_year.h"

namespace jalur::cli {

struct PastYear {
  HousePlace place;
  std::string region;
  int year = 0;
  std::string at;  // RFC 3339; empty: a file is read instead
};

// --at INSTANT with --data, --database, --region, --year.
void add_past_year(CLI::App& app, PastYear& past);

// Errors: invalid_input (one of the options is missing or wrong), not_found, unavailable.
Expected<RegionYear> read_past_year(Session& session, const PastYear& past);

}  // namespace jalur::cli
