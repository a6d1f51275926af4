// The least effort for every index that can be reached, all at once (docs/algorithms/plan.md).
#pragma once

#include <vector>

#include "planning/plan.h"

namespace jalur {

struct CurvePoint {
  Hundredths index;       // rounded, at least
  PersonDays effort = 0;  // no plan to it takes less; see Curve::is_exact
};

struct Curve {
  Fraction index_before;
  Fraction best_index;
  std::vector<CurvePoint> points;  // every hundredth from today's index to the best
  bool is_exact = true;            // false: time ran out, and a plan that takes less may exist
};

// Of the question, the target is left aside. Errors: too_large when all efforts together are past
// 1,000,000,000 person-days.
Expected<Curve> effort_curve(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                             const PlanQuestion& question, const planning::OutOfTime& out_of_time);

}  // namespace jalur
