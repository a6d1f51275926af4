// Innovations more that a region might start: where the basic services and its units have none.
#pragma once

#include <vector>

#include "index/region_year.h"
#include "planning/catalogue.h"
#include "planning/effort.h"
#include "planning/effort_reach.h"

namespace jalur {

// At most Catalogue::new_most, for basic services without a counted innovation first, then for
// units without any. Ids tell which: "baru-urusan-4", "baru-dinas-perhubungan". None when no way of
// the catalogue fits the time.
std::vector<NewInnovation> default_new_innovations(const RegionYear& data, const Ruleset& ruleset,
                                                   const Catalogue& catalogue, const Reach& reach);

}  // namespace jalur
