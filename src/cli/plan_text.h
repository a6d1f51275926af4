// A plan as people read it in a terminal.
#pragma once

#include <optional>
#include <string>

#include "planning/curve.h"
#include "planning/default_effort.h"
#include "planning/plan.h"

namespace jalur::cli {

struct PlanReport {
  const RegionYear& data;
  const Ruleset& ruleset;
  const Effort& effort;
  const PlanQuestion& question;
  Plan plan;
  std::optional<Curve> curve;
  // Where no effort file was given: the catalogue, and why claims cannot go higher.
  const Catalogue* catalogue = nullptr;
  std::vector<OutOfReach> out_of_reach = {};
};

std::string plan_text(const PlanReport& report, Language language);

}  // namespace jalur::cli
