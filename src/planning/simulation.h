// Many regions at once: what index, rank and class each may reach when all that waits has been
// verified. The index and class come from exact distributions, the ranks from draws.
// Told for people of the trade in docs/algorithms/simulation.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "planning/outlook.h"

namespace jalur {

inline constexpr std::int64_t simulation_draws = 1'000'000;
inline constexpr std::int64_t simulation_draws_default = 10'000;
inline constexpr std::size_t simulation_regions = 2'000;  // memory: 8 x regions^2 bytes a thread
inline constexpr std::uint64_t simulation_seed = 9'007'199'254'740'991;  // whole in any JSON reader

// One region that takes part. Points to its data and rules, which must outlive the simulation.
struct Contender {
  const RegionYear* data = nullptr;
  const Ruleset* ruleset = nullptr;
  ChancesOf chances;
};

struct Draws {
  std::int64_t count = simulation_draws_default;  // 1 to simulation_draws
  std::uint64_t seed = 1;
  int threads = 1;
};

// 5, 50 and 95 %: the least figure that is not exceeded with at least that chance.
struct IndexBand {
  Hundredths mean;
  Hundredths p5;
  Hundredths p50;
  Hundredths p95;
  bool operator==(const IndexBand&) const = default;
};

struct RankBand {
  Hundredths mean;
  int p5 = 1;
  int p50 = 1;
  int p95 = 1;
  bool operator==(const RankBand&) const = default;
};

struct ClassChance {
  std::string name;
  std::int64_t chance = 0;  // ten-thousandths; those of a region add up to 10,000
  bool operator==(const ClassChance&) const = default;
};

struct SimulatedRegion {
  RegionCode code;
  std::string name;
  RegionKind kind = RegionKind::regency;
  int year = 0;
  std::string ruleset;
  int waiting = 0;  // claims not verified yet
  IndexBand index;
  RankBand rank;                     // over all
  RankBand rank_in_kind;             // among provinces, regencies or cities
  std::vector<ClassChance> classes;  // highest first
  bool operator==(const SimulatedRegion&) const = default;
};

// Best mean rank first, then by code and year. Does not depend on the number of threads nor on the
// order of the contenders. At most simulation_regions of them, no region's year twice.
std::vector<SimulatedRegion> simulate(const std::vector<Contender>& contenders, const Draws& draws);

}  // namespace jalur
