// jalur.plan/1 and jalur.plan-curve/1: what a plan tells, as JSON. The shapes are told in
// docs/formats.md.
#pragma once

#include <string>

#include "planning/curve.h"
#include "planning/plan.h"

namespace jalur {

// What a plan was asked for, and of which data.
struct PlannedFor {
  const RegionYear& data;
  const Ruleset& ruleset;
  const PlanQuestion& question;
};

// `curve` is nullptr when none was asked for.
std::string plan_json(const Plan& plan, const PlannedFor& asked, const Curve* curve);

// "optimal", "bounded", "already_met", "unreachable"
std::string_view word(PlanStatus status);

}  // namespace jalur
