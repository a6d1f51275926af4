// Verification played out claim by claim and scored by score(): slow and plain, what the simulation
// is held against.
#pragma once

#include <map>
#include <optional>
#include <random>
#include <vector>

#include "index/example_region.h"
#include "planning/simulation.h"

namespace jalur::testing {

struct WaitingClaim {
  std::optional<std::size_t> innovation;
  IndicatorId indicator;
  LevelChances chances{};
};

inline std::vector<WaitingClaim> waiting_claims(const Contender& contender) {
  const RegionYear& data = *contender.data;
  std::vector<WaitingClaim> waiting;
  const auto look = [&](const Levels& claimed, const std::optional<Levels>& verified,
                        std::optional<std::size_t> innovation, Aspect aspect) {
    for (const auto& [id, level] : claimed) {
      const Indicator* indicator = contender.ruleset->find(id);
      if (indicator == nullptr || indicator->aspect != aspect || level == Level::none) continue;
      if (verified && verified->find(id)) continue;
      waiting.push_back({innovation, id, contender.chances(innovation, id, level)});
    }
  };
  look(data.government, data.government_verified, std::nullopt, Aspect::government);
  for (std::size_t i = 0; i < data.innovations.size(); ++i) {
    const Innovation& each = data.innovations[i];
    const bool counted = each.state == SubmissionState::submitted &&
                         !exclusion_of(each, data.year, *contender.ruleset);
    if (counted) look(each.levels, each.verified_levels, i, Aspect::innovation);
  }
  return waiting;
}

// The index when the claims that wait are verified at these levels.
inline Fraction index_when(const Contender& contender, const std::vector<WaitingClaim>& waiting,
                           const std::vector<int>& levels) {
  RegionYear data = *contender.data;
  data.government = data.government_verified.value_or(Levels{});
  for (Innovation& each : data.innovations) each.levels = each.verified_levels.value_or(Levels{});
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const auto& place = waiting[i].innovation;
    Levels& form = place ? data.innovations[*place].levels : data.government;
    form.set(waiting[i].indicator, *level_of(levels[i]));
  }
  return score(data, *contender.ruleset).claimed.index;
}

// Every outcome with its chance, by the index.
inline std::map<Fraction, double> all_outcomes(const Contender& contender) {
  const auto waiting = waiting_claims(contender);
  std::map<Fraction, double> outcomes;
  std::vector<int> levels(waiting.size(), 0);
  while (true) {
    double chance = 1;
    for (std::size_t i = 0; i < levels.size(); ++i)
      chance *= waiting[i].chances[static_cast<std::size_t>(levels[i])];
    if (chance > 0) outcomes[index_when(contender, waiting, levels)] += chance;
    std::size_t place = 0;
    while (place < levels.size() && levels[place] == 3) levels[place++] = 0;
    if (place == levels.size()) return outcomes;
    ++levels[place];
  }
}

inline std::vector<int> drawn_levels(const std::vector<WaitingClaim>& waiting,
                                     std::mt19937_64& random) {
  std::vector<int> levels;
  for (const WaitingClaim& each : waiting) {
    const double u = static_cast<double>(random() >> 11) * 0x1p-53;
    double upto = each.chances[0];
    int level = 0;
    while (level < 3 && u >= upto) upto += each.chances[static_cast<std::size_t>(++level)];
    levels.push_back(level);
  }
  return levels;
}

// Chances that differ by claim, the same for the same claim.
inline ChancesOf some_chances(std::uint64_t seed) {
  return [seed](std::optional<std::size_t> innovation, IndicatorId indicator, Level claimed) {
    std::mt19937_64 random(seed + innovation.value_or(9'999) * 1'000 +
                           static_cast<std::uint64_t>(indicator.number()));
    LevelChances chances{};
    double all = 0;
    for (int v = 0; v <= number(claimed); ++v) {
      chances[static_cast<std::size_t>(v)] = static_cast<double>(random() % 5 + (v == 0 ? 1 : 0));
      all += chances[static_cast<std::size_t>(v)];
    }
    for (double& each : chances) each /= all;
    return chances;
  };
}

}  // namespace jalur::testing
