// What a region may choose from when nobody has told its own effort: steps, bundles and new
// innovations by the catalogue, as far as the time and the years of the evidence allow.
// Told for people of the trade in docs/algorithms/effort.md.
#pragma once

#include <cstddef>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "index/region_year.h"
#include "index/score.h"
#include "planning/catalogue.h"
#include "planning/effort.h"
#include "planning/effort_reach.h"

namespace jalur {

// Each bundle more makes the exact search for a plan longer: units with few innovations go without.
inline constexpr std::size_t default_bundles_most = 24;

// Everything that can still be done from `today` to `deadline`, both inclusive. Of counted
// innovations and government rows only, from the present level of `basis` (not verified: level 0).
// Nothing when the deadline has passed. Each `effort` is the whole work of one claim alone.
Effort default_effort(const RegionYear& data, const Ruleset& ruleset, const Catalogue& catalogue,
                      Date today, Date deadline, Basis basis);

// A claim that default_effort() cannot bring to level 3, and why not.
struct OutOfReach {
  ClaimRef claim;
  Level present = Level::none;
  Level highest = Level::none;  // that can be reached; `present` when no step is left
  OutOfReachReason reason = OutOfReachReason::not_by_work;  // what hinders the level above
  Text text;                                                // one sentence
};

// Government rows first, then the counted innovations as they stand in the data.
std::vector<OutOfReach> out_of_reach(const RegionYear& data, const Ruleset& ruleset,
                                     const Catalogue& catalogue, Date today, Date deadline,
                                     Basis basis);

}  // namespace jalur
