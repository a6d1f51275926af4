// The least-effort plan to a target index, exactly (docs/algorithms/plan.md).
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "index/score.h"
#include "planning/effort.h"
#include "planning/exact.h"
#include "planning/instance.h"

namespace jalur {

struct PlanQuestion {
  Hundredths target;            // reached when the rounded index is at least this
  Basis from = Basis::claimed;  // the levels the plan starts from
  planning::Withholding withholding = planning::Withholding::forbidden;
};

enum class PlanStatus {
  optimal,      // no plan takes less effort
  bounded,      // time ran out: no plan takes less than least_effort
  already_met,  // nothing to do
  unreachable,  // no plan reaches the target: best_index is the highest there is
};

struct PlanStep {
  ClaimRef claim;
  Level from = Level::none;
  Level to = Level::none;
  PersonDays effort = 0;
};

struct Plan {
  PlanStatus status = PlanStatus::optimal;
  PersonDays effort = 0;
  PersonDays least_effort = 0;
  Fraction index_before;
  Fraction index_after;
  std::string class_after;
  std::vector<PlanStep> steps;        // government first, then by innovation
  std::vector<std::string> bundles;   // done
  std::vector<std::string> started;   // new innovations
  std::vector<std::string> withheld;  // submitted ones that are left out
  Fraction best_index;                // unreachable: the highest reachable
};

// `out_of_time` is asked now and then; once it answers true, the best plan found so far is given.
// Errors: invalid_input (target not above 0 and at most 100.00).
Expected<Plan> cheapest_plan(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                             const PlanQuestion& question, const planning::OutOfTime& out_of_time);

// The data with the levels of that basis as the claimed ones, as a plan starts from.
RegionYear starting_from(const RegionYear& data, Basis basis);

// The data as they stand when the plan is done. `data` as starting_from() gives them.
RegionYear carried_out(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                       const Plan& plan);

}  // namespace jalur
