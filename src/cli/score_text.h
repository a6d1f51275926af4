// A score as people read it in a terminal: within 80 columns, claimed and verified side by side.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "cli/next_levels.h"
#include "index/comparison.h"
#include "index/score.h"

namespace jalur::cli {

// What was reckoned for one file.
struct ScoreReport {
  const RegionYear& data;
  const Ruleset& ruleset;
  Score score;
  // Only when another ruleset than the year's own was asked for.
  const Ruleset* own_ruleset = nullptr;
  std::optional<Comparison> comparison;
  std::vector<NextLevel> next;  // only when asked for
};

std::string score_text(const ScoreReport& report, Language language);

// The part that tells what another ruleset changes, and why.
std::string comparison_text(const Comparison& comparison, const Ruleset& from, const Ruleset& to,
                            Language language);

}  // namespace jalur::cli
