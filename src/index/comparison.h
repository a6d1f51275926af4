// The same data under two rulesets: what changed, and why. The causes are exchanged one after the
// other in a fixed order, so their effects add up to the whole difference exactly.
#pragma once

#include <string>
#include <vector>

#include "base/points.h"
#include "index/region_year.h"
#include "index/ruleset.h"
#include "index/score.h"

namespace jalur {

enum class Cause { weights, eligibility, divisor, number_points, gate, maximum };

struct CauseEffect {
  Cause cause = Cause::weights;
  Hundredths claimed;                  // in index points
  std::optional<Hundredths> verified;  // nothing: not verified
  Text text;                           // "Pembagi paling sedikit 12, dulu 10"
};

struct Comparison {
  Score from;
  Score to;
  std::vector<CauseEffect> causes;  // those with an effect or a changed rule, in the fixed order
  // Indicators whose level words or borders differ: the levels were taken over as claimed and may
  // have to be judged anew.
  std::vector<IndicatorId> levels_to_review;
  Text class_change;  // borders moved or not, class before and after
};

Comparison compare(const RegionYear& data, const Ruleset& from, const Ruleset& to);

}  // namespace jalur
