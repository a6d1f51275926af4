#include "cli/next_levels.h"

#include <algorithm>

namespace jalur::cli {
namespace {

bool counts(const Innovation& innovation, int year, const Ruleset& ruleset) {
  return innovation.state == SubmissionState::submitted && !exclusion_of(innovation, year, ruleset);
}

void add_steps(std::vector<NextLevel>& steps, const Innovation* innovation, const Levels& levels,
               const std::vector<const Indicator*>& indicators, const Figure& figure) {
  for (const Indicator* indicator : indicators) {
    const Level from = levels.at(indicator->id);
    const auto effect = next_level_effect(figure, *indicator, from, true);
    if (effect) steps.push_back({innovation, indicator, from, *effect});
  }
}

}  // namespace

std::vector<NextLevel> next_levels(const RegionYear& data, const Ruleset& ruleset,
                                   const Score& score, std::size_t most) {
  std::vector<NextLevel> steps;
  const auto government = indicators_of(ruleset, Aspect::government);
  add_steps(steps, nullptr, data.government, government, score.claimed);
  const auto per_innovation = indicators_of(ruleset, Aspect::innovation);
  for (const auto& innovation : data.innovations) {
    if (!counts(innovation, data.year, ruleset)) continue;
    add_steps(steps, &innovation, innovation.levels, per_innovation, score.claimed);
  }
  std::stable_sort(steps.begin(), steps.end(), [](const NextLevel& a, const NextLevel& b) {
    return a.index_effect > b.index_effect;
  });
  steps.resize(std::min(steps.size(), most));
  return steps;
}

}  // namespace jalur::cli
