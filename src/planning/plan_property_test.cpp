// The planner against the search of everything, on plans small enough for it.
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

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

}  // namespace
}  // namespace jalur
