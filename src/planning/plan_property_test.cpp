// The planner against the search of everything, on plans small enough for it.
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "planning/cbc_plan.h"
#include "planning/curve.h"
#include "planning/exhaustive_plan.h"
#include "planning/plan_check.h"
#include "planning/random_plan.h"

namespace jalur {
namespace {

using testing::PlanCase;
using testing::PlanMaker;
using testing::PlanShape;

const planning::OutOfTime never = [] { return false; };

std::string shape_words(const PlanShape& shape) {
  std::ostringstream out;
  showValue(shape, out);
  return out.str();
}

PlanShape small_shape() {
  PlanShape shape;
  shape.seed = *rc::gen::arbitrary<std::uint64_t>();
  shape.small_rules = true;
  shape.innovations = *rc::gen::inRange(0, 4);
  shape.new_innovations = *rc::gen::inRange(0, 3);
  shape.bundles = *rc::gen::inRange(0, 3);
  shape.indicators = *rc::gen::inRange(1, 3);
  shape.government_rows = *rc::gen::inRange(0, 2);
  shape.efforts_to = *rc::gen::element(1, 5, 40, 1000);
  shape.may_withhold = *rc::gen::arbitrary<bool>();
  return shape;
}

void is_as_cheap_as_everything_says(const PlanShape& shape) {
  RC_LOG() << shape_words(shape);
  const PlanCase made = PlanMaker(shape).make();
  const auto plan = cheapest_plan(made.data, made.ruleset, made.effort, made.question, never);
  RC_ASSERT(plan.has_value());
  testing::ExhaustivePlan everything(made.data, made.ruleset, made.effort, made.question);
  const auto least = everything.least_effort();
  if (plan->status == PlanStatus::unreachable) {
    RC_ASSERT(!least);
    RC_ASSERT(plan->best_index.rounded() == everything.best());
    return;
  }
  RC_ASSERT(least.has_value());
  RC_ASSERT(plan->effort == *least);
}

TEST(PlanProperty, IsAsCheapAsTheSearchOfEverythingSays) {
  EXPECT_TRUE(rc::check([] { is_as_cheap_as_everything_says(small_shape()); }));
}

// Plans of a size that has no other reference here: the table of the curve, filled out whole.
PlanShape middle_shape() {
  PlanShape shape;
  shape.seed = *rc::gen::arbitrary<std::uint64_t>();
  shape.small_rules = *rc::gen::arbitrary<bool>();
  shape.innovations = *rc::gen::inRange(0, 25);
  shape.new_innovations = *rc::gen::inRange(0, 6);
  shape.bundles = *rc::gen::inRange(0, 4);
  shape.indicators = *rc::gen::inRange(1, 21);
  shape.government_rows = *rc::gen::inRange(0, 20);
  shape.efforts_to = *rc::gen::element(1, 5, 40, 1000);
  shape.may_withhold = *rc::gen::arbitrary<bool>();
  return shape;
}

void lies_on_the_curve(const PlanShape& shape) {
  RC_LOG() << shape_words(shape);
  PlanCase made = PlanMaker(shape).make();
  const auto curve = effort_curve(made.data, made.ruleset, made.effort, made.question, never);
  RC_ASSERT(curve.has_value() && curve->is_exact);
  const auto end = curve->points.size();
  for (const std::size_t place : {end / 7, end / 3, end / 2, end - 1}) {
    const CurvePoint& point = curve->points[place];
    if (point.index <= curve->index_before.rounded()) continue;
    made.question.target = point.index;
    const auto plan = cheapest_plan(made.data, made.ruleset, made.effort, made.question, never);
    RC_ASSERT(plan.has_value());
    RC_ASSERT(plan->status == PlanStatus::optimal);
    RC_ASSERT(plan->effort == point.effort);
  }
}

TEST(PlanProperty, LiesOnTheCurve) {
  EXPECT_TRUE(rc::check([] { lies_on_the_curve(middle_shape()); }));
}

// Of a size that CBC proves within the second.
PlanShape shape_for_cbc() {
  PlanShape shape = middle_shape();
  shape.innovations = std::min(shape.innovations, 12);
  shape.new_innovations = std::min(shape.new_innovations, 3);
  shape.indicators = std::min(shape.indicators, 10);
  shape.government_rows = std::min(shape.government_rows, 6);
  return shape;
}

void is_as_cheap_as_cbc_says(const PlanShape& shape) {
  RC_LOG() << shape_words(shape);
  const PlanCase made = PlanMaker(shape).make();
  const auto plan = cheapest_plan(made.data, made.ruleset, made.effort, made.question, never);
  RC_ASSERT(plan.has_value());
  if (plan->status == PlanStatus::already_met) return;
  const auto least =
      testing::CbcPlan(made.data, made.ruleset, made.effort, made.question).least_effort();
  RC_ASSERT(least.has_value() == (plan->status == PlanStatus::optimal));
  if (least) RC_ASSERT(plan->effort == *least);
}

TEST(PlanProperty, IsAsCheapAsCbcSays) {
  EXPECT_TRUE(rc::check([] { is_as_cheap_as_cbc_says(shape_for_cbc()); }));
}

void tells_what_is_proven(const PlanShape& shape, int patience) {
  RC_LOG() << shape_words(shape) << ", patience " << patience;
  const PlanCase made = PlanMaker(shape).make();
  const auto whole = cheapest_plan(made.data, made.ruleset, made.effort, made.question, never);
  const auto hurried = cheapest_plan(made.data, made.ruleset, made.effort, made.question,
                                     [&patience] { return --patience < 0; });
  RC_ASSERT(whole.has_value() && hurried.has_value());
  if (hurried->status != PlanStatus::bounded) {
    RC_ASSERT(hurried->status == whole->status);
    RC_ASSERT(hurried->effort == whole->effort);
    return;
  }
  RC_ASSERT(hurried->least_effort <= whole->effort);
  RC_ASSERT(hurried->effort >= whole->effort);
  RC_ASSERT(hurried->effort > hurried->least_effort);
}

TEST(PlanProperty, TellsWhatIsProvenWhenTimeRunsOut) {
  EXPECT_TRUE(rc::check([] { tells_what_is_proven(middle_shape(), *rc::gen::inRange(0, 60)); }));
}

}  // namespace
}  // namespace jalur
