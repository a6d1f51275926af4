// A plan recomputed from the files alone, without the planner.
#pragma once

#include <string>
#include <vector>

#include "planning/plan.h"

namespace jalur {

// What is wrong with the plan, in words for whoever mends the planner; empty when it is sound: it
// names only what the effort file offers, its effort is the sum of that, no level goes down, and
// the index of the data it leads to is the one it tells and reaches the target.
std::vector<std::string> faults_of(const Plan& plan, const RegionYear& start,
                                   const Ruleset& ruleset, const Effort& effort,
                                   const PlanQuestion& question);

// Throws std::logic_error with the faults, if any.
void require_sound(const Plan& plan, const RegionYear& start, const Ruleset& ruleset,
                   const Effort& effort, const PlanQuestion& question);

}  // namespace jalur
