// The cheapest plan over all modes and all sets of bundles.
#pragma once

#include "planning/exact.h"

namespace jalur::planning {

struct Cheapest {
  Chosen chosen;                // the best found
  PersonDays effort = 0;        // of it
  PersonDays least_effort = 0;  // no plan takes less: equal to effort unless time ran out
};

// Takes a target that best_index() reaches.
Cheapest cheapest_plan(const Instance& instance, Hundredths target, const OutOfTime& out_of_time);

// The highest index that any plan reaches, of whatever effort.
Fraction best_index(const Instance& instance);

}  // namespace jalur::planning
