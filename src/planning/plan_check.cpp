#include "planning/plan_check.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace jalur {

namespace {

class Check {
 public:
  Check(const Plan& plan, const RegionYear& start, const Effort& effort)
      : plan_(plan), start_(start), effort_(effort) {}

  std::vector<std::string> faults;

  PersonDays total() {
    PersonDays sum = 0;
    for (const PlanStep& step : plan_.steps) sum += effort_of(step);
    for (const std::string& id : plan_.bundles) {
      sum += effort_of(id, effort_.bundles, "bundle");
    }
    for (const std::string& id : plan_.started) {
      sum += effort_of(id, effort_.new_innovations, "new innovation");
    }
    return sum;
  }

  void withheld(planning::Withholding withholding) {
    if (withholding == planning::Withholding::forbidden && !plan_.withheld.empty()) {
      faults.push_back("it withholds without leave");
    }
    for (const std::string& id : plan_.withheld) {
      const bool is_submitted = std::any_of(
          start_.innovations.begin(), start_.innovations.end(), [&](const Innovation& each) {
            return each.id == id && each.state == SubmissionState::submitted;
          });
      if (!is_submitted) faults.push_back("it withholds " + id + ", which is not submitted");
    }
  }

 private:
  template <class Offers>
  PersonDays effort_of(const std::string& id, const Offers& offers, const char* what) {
    for (const auto& offer : offers) {
      if (offer.id == id) return offer.effort;
    }
    faults.push_back(fmt::format("there is no {} {}", what, id));
    return 0;
  }

  // The cheapest step of the file with the same claim and level.
  PersonDays effort_of(const PlanStep& step) {
    std::optional<PersonDays> least;
    const auto offer = [&least](PersonDays effort) {
      least = least ? std::min(*least, effort) : effort;
    };
    for (const EffortStep& each : effort_.steps) {
      if (each.claim == step.claim && each.to == step.to) offer(each.effort);
    }
    for (const NewInnovation& each : effort_.new_innovations) {
      if (step.claim.innovation != each.id) continue;
      for (const NewInnovation::Step& own : each.steps) {
        if (own.indicator == step.claim.indicator && own.to == step.to) offer(own.effort);
      }
    }
    const std::string name =
        step.claim.innovation.value_or("government") + " " + step.claim.indicator.str();
    if (!least) faults.push_back("there is no step for " + name);
    if (least && *least != step.effort) faults.push_back("the effort of a step differs: " + name);
    if (step.to <= step.from) faults.push_back("a step does not go up: " + name);
    return least.value_or(0);
  }

  const Plan& plan_;
  const RegionYear& start_;
  const Effort& effort_;
};

}  // namespace

std::vector<std::string> faults_of(const Plan& plan, const RegionYear& start,
                                   const Ruleset& ruleset, const Effort& effort,
                                   const PlanQuestion& question) {
  Check check(plan, start, effort);
  const PersonDays total = check.total();
  if (total != plan.effort) {
    check.faults.push_back(fmt::format("its effort is {}, not {}", total, plan.effort));
  }
  check.withheld(question.withholding);
  const Figure after = score(carried_out(start, ruleset, effort, plan), ruleset).claimed;
  if (after.index != plan.index_after) check.faults.push_back("its index is another");
  if (after.index.rounded() < question.target) {
    check.faults.push_back("it reaches " + after.index.rounded().str() + " only");
  }
  return check.faults;
}

void require_sound(const Plan& plan, const RegionYear& start, const Ruleset& ruleset,
                   const Effort& effort, const PlanQuestion& question) {
  const std::vector<std::string> faults = faults_of(plan, start, ruleset, effort, question);
  if (faults.empty()) return;
  std::string all = "the plan is not sound";
  for (const std::string& fault : faults) all += "; " + fault;
  throw std::logic_error(all);
}

}  // namespace jalur
