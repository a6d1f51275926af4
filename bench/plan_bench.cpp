// The least-effort plan, the whole curve, and COIN-OR CBC on the same questions in the same run.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "planning/cbc_plan.h"
#include "planning/curve.h"
#include "planning/random_plan.h"

namespace jalur {
namespace {

using testing::PlanCase;
using testing::PlanMaker;
using testing::PlanShape;

constexpr int seeds = 5;
const planning::OutOfTime never = [] { return false; };

PlanShape shape_of(int innovations, int seed) {
  PlanShape shape;
  shape.seed = static_cast<std::uint64_t>(1'000 * seed + innovations);
  shape.innovations = innovations;
  shape.government_rows = 12;
  shape.efforts_to = 40;
  return shape;
}

void report(benchmark::State& state, double worst_ms) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  state.counters["worst_ms"] = worst_ms;
  state.counters["peak_mb"] = static_cast<double>(used.ru_maxrss) / 1024;
}

// Each iteration answers the questions of all seeds; the worst of them is counted apart.
template <class Answer>
void each_question(benchmark::State& state, const std::vector<PlanCase>& cases, Answer answer) {
  double worst_ms = 0;
  for (auto _ : state) {
    for (const PlanCase& made : cases) {
      const auto begin = std::chrono::steady_clock::now();
      answer(made);
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      worst_ms = std::max(worst_ms, took.count());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(cases.size()));
  report(state, worst_ms);
}

template <class Change>
std::vector<PlanCase> cases_of(int innovations, Change change) {
  std::vector<PlanCase> cases;
  for (int seed = 1; seed <= seeds; ++seed) {
    PlanShape shape = shape_of(innovations, seed);
    change(shape);
    cases.push_back(PlanMaker(shape).make());
  }
  return cases;
}

void answer_plan(benchmark::State& state, const PlanCase& made) {
  const auto plan = cheapest_plan(made.data, made.ruleset, made.effort, made.question, never);
  if (!plan || plan->status == PlanStatus::bounded) state.SkipWithError("not proven");
}

template <class Change>
void plan_with(benchmark::State& state, Change change) {
  const auto cases = cases_of(static_cast<int>(state.range(0)), change);
  each_question(state, cases, [&](const PlanCase& made) { answer_plan(state, made); });
}

void plan(benchmark::State& state) {
  plan_with(state, [](PlanShape&) {});
}
BENCHMARK(plan)->Arg(20)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

void plan_with_bundles(benchmark::State& state) {
  plan_with(state, [](PlanShape& shape) { shape.bundles = 8; });
}
BENCHMARK(plan_with_bundles)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

void plan_with_all(benchmark::State& state) {
  plan_with(state, [](PlanShape& shape) {
    shape.bundles = 8;
    shape.new_innovations = 10;
    shape.may_withhold = true;
  });
}
BENCHMARK(plan_with_all)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

void curve(benchmark::State& state) {
  const auto cases = cases_of(static_cast<int>(state.range(0)), [](PlanShape&) {});
  each_question(state, cases, [](const PlanCase& made) {
    benchmark::DoNotOptimize(
        effort_curve(made.data, made.ruleset, made.effort, made.question, never));
  });
}
BENCHMARK(curve)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

// Gives up after 20 seconds a question; those count with the time they took.
void cbc(benchmark::State& state) {
  const auto cases = cases_of(static_cast<int>(state.range(0)), [](PlanShape&) {});
  int gave_up = 0;
  each_question(state, cases, [&gave_up](const PlanCase& made) {
    testing::CbcPlan question(made.data, made.ruleset, made.effort, made.question);
    question.give_up_after("20");
    try {
      benchmark::DoNotOptimize(question.least_effort());
    } catch (const std::runtime_error&) {
      ++gave_up;
    }
  });
  state.counters["gave_up"] = gave_up;
}
BENCHMARK(cbc)->Arg(20)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace jalur

BENCHMARK_MAIN();
