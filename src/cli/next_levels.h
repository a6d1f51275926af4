// Which claims would add most to the index if they stood one level higher.
#pragma once

#include <vector>

#include "index/score.h"

namespace jalur::cli {

struct NextLevel {
  const Innovation* innovation = nullptr;  // nullptr: a government row
  const Indicator* indicator = nullptr;
  Level from = Level::none;
  Fraction index_effect;  // on the claimed index
};

// The `most` ones with the greatest effect, the greatest first; equal ones in the order of the
// rows. Each effect is that of this step alone. Points into `data` and `ruleset`.
std::vector<NextLevel> next_levels(const RegionYear& data, const Ruleset& ruleset,
                                   const Score& score, std::size_t most);

}  // namespace jalur::cli
