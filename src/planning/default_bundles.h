// The bundles that a region's records suggest: one action paid once for many claims.
#pragma once

#include <vector>

#include "index/region_year.h"
#include "index/score.h"
#include "planning/catalogue.h"
#include "planning/effort.h"
#include "planning/effort_reach.h"

namespace jalur {

// At most `most`: those for the whole region first, then units, most innovations first. A bundle
// that serves fewer than two innovations, or costs no less than the steps it stands for, is left
// out.
std::vector<Bundle> default_bundles(const RegionYear& data, const Ruleset& ruleset,
                                    const Catalogue& catalogue, const Reach& reach, Basis basis,
                                    std::size_t most);

}  // namespace jalur
