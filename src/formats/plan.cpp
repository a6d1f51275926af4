#include "formats/plan.h"

#include "formats/json_parts.h"

namespace jalur {

namespace {

Json json_of(const PlanStep& step) {
  return {{"innovation", step.claim.innovation ? Json(*step.claim.innovation) : Json()},
          {"indicator", step.claim.indicator.str()},
          {"from", number(step.from)},
          {"to", number(step.to)},
          {"effort", step.effort}};
}

Json json_of(const Curve& curve) {
  Json points = Json::array();
  for (const CurvePoint& point : curve.points) {
    points.push_back({{"index", point.index.str()}, {"effort", point.effort}});
  }
  return {{"format", "jalur.plan-curve/1"},
          {"index_before", curve.index_before.rounded().str()},
          {"best_index", curve.best_index.rounded().str()},
          {"exact", curve.is_exact},
          {"points", std::move(points)}};
}

}  // namespace

std::string_view word(PlanStatus status) {
  switch (status) {
    case PlanStatus::optimal:
      return "optimal";
    case PlanStatus::bounded:
      return "bounded";
    case PlanStatus::already_met:
      return "already_met";
    case PlanStatus::unreachable:
      return "unreachable";
  }
  return "";
}

std::string plan_json(const Plan& plan, const PlannedFor& asked, const Curve* curve) {
  const bool reached = plan.status != PlanStatus::unreachable;
  Json steps = Json::array();
  for (const PlanStep& step : plan.steps) steps.push_back(json_of(step));
  Json answer{{"format", "jalur.plan/1"},
              {"region", asked.data.code.str()},
              {"year", asked.data.year},
              {"ruleset", asked.ruleset.id},
              {"from", asked.question.from == Basis::claimed ? "claimed" : "verified"},
              {"target", asked.question.target.str()},
              {"status", word(plan.status)},
              {"effort", reached ? Json(plan.effort) : Json()},
              {"index_before", plan.index_before.rounded().str()},
              {"index_after", reached ? Json(plan.index_after.rounded().str()) : Json()},
              {"class_after", reached ? Json(plan.class_after) : Json()},
              {"steps", std::move(steps)},
              {"bundles", plan.bundles},
              {"started", plan.started},
              {"withheld", plan.withheld}};
  if (plan.status == PlanStatus::bounded) answer["least_effort"] = plan.least_effort;
  if (!reached) answer["best_index"] = plan.best_index.rounded().str();
  if (curve != nullptr) answer["curve"] = json_of(*curve);
  return answer.dump();
}

}  // namespace jalur
