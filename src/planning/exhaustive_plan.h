// The slow reference of the planner: every choice there is, each scored with score().
#pragma once

#include <optional>
#include <vector>

#include "index/score.h"
#include "planning/plan.h"

namespace jalur::testing {

// The least effort that reaches the target; nothing when none does. Time grows with the product of
// all choices: for a handful of claims.
class ExhaustivePlan {
 public:
  ExhaustivePlan(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                 const PlanQuestion& question)
      : data_(data), ruleset_(ruleset), effort_(effort), question_(question) {}

  std::optional<PersonDays> least_effort() {
    choose_withheld(0);
    return least_;
  }

  Hundredths best() const { return best_; }

 private:
  void choose_withheld(std::size_t i) {
    if (i == data_.innovations.size()) return choose_started(0);
    choose_withheld(i + 1);
    const Innovation& innovation = data_.innovations[i];
    if (question_.withholding == planning::Withholding::forbidden ||
        innovation.state != SubmissionState::submitted) {
      return;
    }
    plan_.withheld.push_back(innovation.id);
    choose_withheld(i + 1);
    plan_.withheld.pop_back();
  }

  void choose_started(std::size_t i) {
    if (i == effort_.new_innovations.size()) return choose_bundles(0);
    choose_started(i + 1);
    const NewInnovation& each = effort_.new_innovations[i];
    plan_.started.push_back(each.id);
    plan_.effort += each.effort;
    choose_started(i + 1);
    plan_.effort -= each.effort;
    plan_.started.pop_back();
  }

  void choose_bundles(std::size_t i) {
    if (i == effort_.bundles.size()) {
      list_claims();
      return choose_step(0);
    }
    choose_bundles(i + 1);
    plan_.bundles.push_back(effort_.bundles[i].id);
    plan_.effort += effort_.bundles[i].effort;
    choose_bundles(i + 1);
    plan_.effort -= effort_.bundles[i].effort;
    plan_.bundles.pop_back();
  }

  // Every step of the file, in groups of one claim: one of a group may be taken.
  void list_claims() {
    claims_.clear();
    for (const EffortStep& step : effort_.steps) add(step.claim, step.to, step.effort);
    for (const NewInnovation& each : effort_.new_innovations) {
      if (std::find(plan_.started.begin(), plan_.started.end(), each.id) == plan_.started.end())
        continue;
      for (const auto& step : each.steps) add({each.id, step.indicator}, step.to, step.effort);
    }
  }

  void add(const ClaimRef& claim, Level to, PersonDays effort) {
    if (claims_.empty() || claims_.back().front().claim != claim) claims_.emplace_back();
    claims_.back().push_back({claim, Level::none, to, effort});
  }

  void choose_step(std::size_t i) {
    if (i == claims_.size()) return judge();
    choose_step(i + 1);
    for (const PlanStep& step : claims_[i]) {
      plan_.steps.push_back(step);
      plan_.effort += step.effort;
      choose_step(i + 1);
      plan_.effort -= step.effort;
      plan_.steps.pop_back();
    }
  }

  void judge() {
    const RegionYear after = carried_out(data_, ruleset_, effort_, plan_);
    const Hundredths index = score(after, ruleset_).claimed.index.rounded();
    best_ = std::max(best_, index);
    if (index < question_.target) return;
    least_ = least_ ? std::min(*least_, plan_.effort) : plan_.effort;
  }

  const RegionYear& data_;
  const Ruleset& ruleset_;
  const Effort& effort_;
  const PlanQuestion& question_;
  Plan plan_;
  std::vector<std::vector<PlanStep>> claims_;
  std::optional<PersonDays> least_;
  Hundredths best_;
};

}  // namespace jalur::testing
