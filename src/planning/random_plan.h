// Random plans to be made, for property tests and benchmarks: a region, rules, efforts and a
// target that all follow from one seed, the same on any machine.
#pragma once

#include <algorithm>
#include <ostream>
#include <random>
#include <string>

#include "index/example_region.h"
#include "planning/plan.h"
#include "planning/search.h"

namespace jalur::testing {

struct PlanShape {
  std::uint64_t seed = 0;
  int innovations = 0;
  int new_innovations = 0;
  int bundles = 0;
  int indicators = 20;      // of an innovation that can be raised
  int government_rows = 3;  // that can be raised
  int efforts_to = 40;      // person-days of a step, from 0
  bool may_withhold = false;
  bool small_rules = false;  // divisor, gate and cap so small that few innovations feel them
};

inline void showValue(const PlanShape& shape, std::ostream& out) {
  out << "seed " << shape.seed << ", " << shape.innovations << " innovations, "
      << shape.new_innovations << " new, " << shape.bundles << " bundles, " << shape.indicators
      << " indicators, " << shape.government_rows << " government rows, efforts to "
      << shape.efforts_to << (shape.may_withhold ? ", withholding" : "")
      << (shape.small_rules ? ", small rules" : "");
}

struct PlanCase {
  RegionYear data;
  Ruleset ruleset;
  Effort effort;
  PlanQuestion question;
};

class PlanMaker {
 public:
  explicit PlanMaker(const PlanShape& shape) : shape_(shape), random_(shape.seed) {}

  PlanCase make() {
    made_.ruleset = repo_ruleset("iid-2026");
    if (shape_.small_rules) small_rules();
    made_.data = region_with(0, 1);
    for (int i = 0; i < shape_.innovations; ++i) add_innovation(i);
    for (int i = 0; i < shape_.new_innovations; ++i) add_new(i);
    add_government();
    for (int i = 0; i < shape_.bundles; ++i) add_bundle(i);
    if (shape_.may_withhold) made_.question.withholding = planning::Withholding::allowed;
    set_target();
    return std::move(made_);
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }
  bool chance(int percent) { return below(100) < percent; }
  Level level() { return level_of(below(4)).value(); }
  PersonDays days() { return below(shape_.efforts_to + 1); }

  void small_rules() {
    Formula& formula = made_.ruleset.formula;
    formula.minimum_divisor = 1 + below(4);
    formula.basic_services = {1, 2, 3};
    formula.basic_services_required = below(4);
    formula.innovations_cap = 1 + below(5);
    formula.points_per_innovation = Points::of(38 * (1 + below(20)));
    formula.rejected_in_divisor = chance(50);
    formula.rejected_in_number = chance(50);
  }

  // So many of the aspect's indicators, the same for all: those that can be raised.
  std::vector<const Indicator*> open_indicators(Aspect aspect, int count) const {
    auto all = indicators_of(made_.ruleset, aspect);
    if (static_cast<int>(all.size()) > count) all.resize(static_cast<std::size_t>(count));
    return all;
  }

  template <class Add>
  void each_step(const Levels& levels, Aspect aspect, int count, Add add) {
    for (const Indicator* indicator : open_indicators(aspect, count)) {
      PersonDays effort = 0;
      for (int to = number(levels.at(indicator->id)) + 1; to <= 3; ++to) {
        effort = chance(90) ? effort + days() : days();  // mostly more for a higher level
        if (chance(85)) add(indicator->id, level_of(to).value(), effort);
      }
    }
  }

  Levels some_levels() {
    Levels levels;
    for (const Indicator* indicator : indicators_of(made_.ruleset, Aspect::innovation)) {
      levels.set(indicator->id, chance(60) ? level() : Level::none);
    }
    return levels;
  }

  void add_innovation(int i) {
    Innovation innovation = counted_innovation(i + 1, 1 + below(shape_.small_rules ? 4 : 8));
    innovation.levels = some_levels();
    if (chance(10)) innovation.state = SubmissionState::rejected;
    if (chance(5)) innovation.stage = Stage::trial;
    each_step(innovation.levels, Aspect::innovation, shape_.indicators,
              [&](IndicatorId id, Level to, PersonDays effort) {
                made_.effort.steps.push_back({{innovation.id, id}, to, effort});
              });
    made_.data.innovations.push_back(std::move(innovation));
  }

  void add_new(int i) {
    NewInnovation made;
    made.id = "n-" + std::to_string(i + 1);
    made.effort = days() * 3;
    made.affairs = {1 + below(shape_.small_rules ? 4 : 8)};
    made.levels = some_levels();
    each_step(made.levels, Aspect::innovation, shape_.indicators,
              [&](IndicatorId id, Level to, PersonDays effort) {
                made.steps.push_back({id, to, effort});
              });
    made_.effort.new_innovations.push_back(std::move(made));
  }

  void add_government() {
    for (const Indicator* indicator : indicators_of(made_.ruleset, Aspect::government)) {
      made_.data.government.set(indicator->id, level());
    }
    each_step(made_.data.government, Aspect::government, shape_.government_rows,
              [&](IndicatorId id, Level to, PersonDays effort) {
                made_.effort.steps.push_back({{std::nullopt, id}, to, effort * 4});
              });
  }

  // Raises a few indicators of many innovations.
  void add_bundle(int i) {
    Bundle bundle{"b-" + std::to_string(i + 1), days() * (1 + below(4)), {}};
    const auto indicators = open_indicators(Aspect::innovation, shape_.indicators);
    const int width = 1 + below(3);
    for (int k = 0; k < width; ++k) {
      const IndicatorId id =
          indicators[static_cast<std::size_t>(below(static_cast<int>(indicators.size())))]->id;
      const Level to = level_of(1 + below(3)).value();
      for (const Innovation& each : made_.data.innovations) {
        if (chance(60)) bundle.raises.push_back({{each.id, id}, to});
      }
      for (const NewInnovation& each : made_.effort.new_innovations) {
        if (chance(30)) bundle.raises.push_back({{each.id, id}, to});
      }
    }
    made_.effort.bundles.push_back(std::move(bundle));
  }

  // Between today's index and the best there is, now and then just at it or past it.
  void set_target() {
    const planning::Instance instance =
        planning::instance_of(made_.data, made_.ruleset, made_.effort, made_.question.withholding);
    const std::int64_t now = score(made_.data, made_.ruleset).claimed.index.rounded().count();
    const std::int64_t best = planning::best_index(instance).rounded().count();
    const std::int64_t span = std::max<std::int64_t>(1, best - now);
    const std::int64_t target =
        now + 1 + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(span + 1));
    made_.question.target = Hundredths::of(std::clamp<std::int64_t>(target, 1, 100'00));
  }

  const PlanShape shape_;
  std::mt19937_64 random_;
  PlanCase made_;
};

}  // namespace jalur::testing
