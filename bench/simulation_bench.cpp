// What the bar in ARCHITECTURE.md says of the simulation: 10,000 draws of the nation with ranks.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <benchmark/benchmark.h>

#include "bench/synthetic.h"
#include "index/ruleset_load.h"
#include "planning/simulation.h"
#include "planning/survival.h"

namespace jalur::bench {
namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const Ruleset& ruleset() {
  static const Ruleset loaded = [] {
    const fs::path root = JALUR_SOURCE_DIR;
    const auto affairs = load_affairs(file_text(root / "reference/affairs.toml"), "").value();
    return load_ruleset(file_text(root / "rulesets/iid-2026.toml"), "", affairs).value();
  }();
  return loaded;
}

// A verified year to learn from, and the next one of which nothing is verified yet.
struct TwoYears {
  std::vector<RegionYear> nation = synthetic_nation(ruleset(), 2026);
  Survival survival;

  TwoYears() {
    for (RegionYear& region : nation) {
      survival.learn(region);
      region.government_verified.reset();
      for (Innovation& each : region.innovations) each.verified_levels.reset();
    }
  }
};

// From the records of the regions to every figure of the answer; the argument is the threads.
void simulate_the_nation(benchmark::State& state) {
  static const TwoYears years;
  const Draws draws{10'000, 1, static_cast<int>(state.range(0))};
  std::int64_t waiting = 0;
  for (auto _ : state) {
    std::vector<Contender> contenders;
    for (const RegionYear& region : years.nation) {
      contenders.push_back({&region, &ruleset(), years.survival.chances_of(region)});
    }
    const auto regions = simulate(contenders, draws);
    waiting = 0;
    for (const auto& region : regions) waiting += region.waiting;
  }
  state.counters["waiting"] = static_cast<double>(waiting);
}
BENCHMARK(simulate_the_nation)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace jalur::bench

BENCHMARK_MAIN();
