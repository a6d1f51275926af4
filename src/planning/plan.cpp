#include "planning/plan.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "planning/plan_check.h"
#include "planning/search.h"

namespace jalur {

namespace {

using planning::Candidate;
using planning::Chosen;
using planning::Instance;
using planning::OpenClaim;

constexpr Hundredths highest_target = Hundredths::of(100'00);

Expected<void> check_target(Hundredths target) {
  if (target > Hundredths{} && target <= highest_target) return {};
  return fail(ErrorCode::invalid_input,
              {"target indeks harus di atas 0 dan paling tinggi 100,00, misalnya 65,01",
               "a target index must be above 0 and at most 100.00, for example 65.01"},
              "target", target.str());
}

// The steps that bring a claim to its level, beyond what bundles bring.
void add_steps(const std::vector<OpenClaim>& claims, const std::vector<Level>& levels,
               const std::vector<char>& bundles, const std::optional<std::string>& innovation,
               std::vector<PlanStep>& steps) {
  for (std::size_t c = 0; c < claims.size(); ++c) {
    const OpenClaim& claim = claims[c];
    Level standing = claim.from;
    for (const planning::ClaimRaise& raise : claim.raises) {
      if (bundles[raise.bundle] != 0) standing = std::max(standing, raise.to);
    }
    if (levels[c] <= standing) continue;
    const planning::ClaimStep* cheapest = nullptr;
    for (const planning::ClaimStep& step : claim.steps) {
      if (step.to != levels[c]) continue;
      if (cheapest == nullptr || step.effort < cheapest->effort) cheapest = &step;
    }
    steps.push_back({{innovation, claim.indicator}, claim.from, levels[c], cheapest->effort});
  }
}

void tell_choice(const Instance& instance, const Effort& effort, const Chosen& chosen, Plan& plan) {
  for (std::size_t b = 0; b < effort.bundles.size(); ++b) {
    if (chosen.bundles[b] != 0) plan.bundles.push_back(effort.bundles[b].id);
  }
  add_steps(instance.government, chosen.government.levels, chosen.bundles, std::nullopt,
            plan.steps);
  for (std::size_t i = 0; i < instance.candidates.size(); ++i) {
    const Candidate& candidate = instance.candidates[i];
    const Chosen::Part& part = chosen.candidates[i];
    if (!part.is_in) {
      if (!candidate.is_new) plan.withheld.push_back(candidate.id);
      continue;
    }
    if (candidate.is_new) plan.started.push_back(candidate.id);
    add_steps(candidate.claims, part.levels, chosen.bundles, candidate.id, plan.steps);
  }
}

void score_plan(const RegionYear& data, const Ruleset& ruleset, const Effort& effort, Plan& plan) {
  const Figure after = score(carried_out(data, ruleset, effort, plan), ruleset).claimed;
  plan.index_after = after.index;
  plan.class_after = after.class_name;
}

// Leaving out costs nothing, so a plan may leave out more than it must: those come back in.
void take_back_withheld(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                        Hundredths target, Plan& plan) {
  const std::vector<std::string> withheld = plan.withheld;
  for (const std::string& innovation : withheld) {
    Plan fewer = plan;
    std::erase(fewer.withheld, innovation);
    score_plan(data, ruleset, effort, fewer);
    if (fewer.index_after.rounded() >= target) plan = std::move(fewer);
  }
}

Innovation started(const NewInnovation& each, int year, const Ruleset& ruleset) {
  Innovation innovation;
  innovation.id = each.id;
  innovation.name = each.id;
  innovation.affairs = each.affairs;
  innovation.levels = each.levels;
  innovation.state = SubmissionState::submitted;
  innovation.stage = ruleset.eligibility.stages.front();
  innovation.implemented_on =
      std::chrono::year(year + ruleset.eligibility.window_to_year) / std::chrono::January / 1;
  return innovation;
}

void raise_to(Levels& levels, IndicatorId indicator, Level to) {
  levels.set(indicator, std::max(to, levels.at(indicator)));
}

template <class Names>
bool is_among(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

RegionYear starting_from(const RegionYear& data, Basis basis) {
  RegionYear start = data;
  if (basis == Basis::claimed) return start;
  start.government = data.government_verified.value_or(Levels{});
  for (Innovation& innovation : start.innovations) {
    innovation.levels = innovation.verified_levels.value_or(Levels{});
  }
  return start;
}

RegionYear carried_out(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                       const Plan& plan) {
  RegionYear after = data;
  for (const NewInnovation& each : effort.new_innovations) {
    if (!is_among(plan.started, each.id)) continue;
    after.innovations.push_back(started(each, data.year, ruleset));
  }
  std::map<std::string, Innovation*> by_id;
  for (Innovation& innovation : after.innovations) {
    by_id[innovation.id] = &innovation;
    if (is_among(plan.withheld, innovation.id)) innovation.state = SubmissionState::withheld;
  }
  const auto raise = [&](const ClaimRef& claim, Level to) {
    if (!claim.innovation) return raise_to(after.government, claim.indicator, to);
    const auto found = by_id.find(*claim.innovation);
    if (found != by_id.end()) raise_to(found->second->levels, claim.indicator, to);
  };
  for (const Bundle& bundle : effort.bundles) {
    if (!is_among(plan.bundles, bundle.id)) continue;
    for (const Bundle::Raise& each : bundle.raises) raise(each.claim, each.to);
  }
  for (const PlanStep& step : plan.steps) raise(step.claim, step.to);
  return after;
}

Expected<Plan> cheapest_plan(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                             const PlanQuestion& question, const planning::OutOfTime& out_of_time) {
  if (const auto valid = check_target(question.target); !valid) {
    return tl::unexpected(valid.error());
  }
  const RegionYear start = starting_from(data, question.from);
  const Figure before = score(start, ruleset).claimed;
  Plan plan;
  plan.index_before = plan.index_after = plan.best_index = before.index;
  plan.class_after = before.class_name;
  if (before.index.rounded() >= question.target) {
    plan.status = PlanStatus::already_met;
    return plan;
  }
  const Instance instance = planning::instance_of(start, ruleset, effort, question.withholding);
  plan.best_index = planning::best_index(instance);
  if (plan.best_index.rounded() < question.target) {
    plan.status = PlanStatus::unreachable;
    return plan;
  }
  const planning::Cheapest found = planning::cheapest_plan(instance, question.target, out_of_time);
  plan.status = found.least_effort == found.effort ? PlanStatus::optimal : PlanStatus::bounded;
  plan.effort = found.effort;
  plan.least_effort = found.least_effort;
  tell_choice(instance, effort, found.chosen, plan);
  score_plan(start, ruleset, effort, plan);
  take_back_withheld(start, ruleset, effort, question.target, plan);
  require_sound(plan, start, ruleset, effort, question);
  return plan;
}

}  // namespace jalur
