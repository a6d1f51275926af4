// What the verified index is expected to become once all that waits has been looked at
// (docs/algorithms/expected-index.md).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "index/score.h"

namespace jalur {

enum class Decision { open, decided };

// Whether a verifier has decided on a claim above level 0. `innovation` is the place in
// RegionYear::innovations; nothing: a government row.
using DecisionOf = std::function<Decision(std::optional<std::size_t> innovation, IndicatorId)>;

struct ExpectedIndex {
  Fraction index;
  std::string class_name;
  Fraction share;        // verified points of what is decided / its claimed points; 1 when assumed
  bool assumed = false;  // nothing is decided yet
  int decided = 0;       // claims
  int waiting = 0;
};

// Only what counts for the index takes part.
ExpectedIndex expected_index(const RegionYear& data, const Ruleset& ruleset,
                             const DecisionOf& decision);

}  // namespace jalur
