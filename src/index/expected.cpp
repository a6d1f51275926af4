// E = V + r x (W - V), all over one denominator:
//
//   V = (points verified, government and number times divisor) x 100 / (divisor x maximum)
//   W = V + (points that wait and are not verified) x 100 / (divisor x maximum)
//   r = verified points of the decided claims / their claimed points
//
// so E = (v x claimed + waiting x verified) x 100 / (divisor x maximum x claimed).
#include "index/expected.h"

#include <algorithm>

namespace jalur {

namespace {

// Sums in hundredths of points; those of a government row count divisor times.
struct Sums {
  std::int64_t verified = 0;         // of all that counts
  std::int64_t waiting = 0;          // claimed above verified, of what waits
  std::int64_t decided_claimed = 0;  // unweighted: a share of points, not of the index
  std::int64_t decided_verified = 0;
  int decided = 0;
  int waits = 0;
};

struct Claim {
  std::int64_t claimed = 0;
  std::int64_t verified = 0;
  std::int64_t times = 1;
};

void add(Sums& sums, const Claim& claim, Decision decision) {
  sums.verified += claim.verified * claim.times;
  if (claim.claimed == 0) return;
  if (decision == Decision::decided) {
    ++sums.decided;
    sums.decided_claimed += claim.claimed;
    sums.decided_verified += claim.verified;
  } else {
    ++sums.waits;
    sums.waiting += std::max<std::int64_t>(0, claim.claimed - claim.verified) * claim.times;
  }
}

class Addition {
 public:
  Addition(const Ruleset& ruleset, const DecisionOf& decision)
      : ruleset_(ruleset), decision_(decision) {}

  void all_of(Aspect aspect, const Levels& levels, const std::optional<Levels>& verified,
              std::optional<std::size_t> innovation, std::int64_t times) {
    for (const Indicator& indicator : ruleset_.indicators) {
      if (indicator.aspect != aspect) continue;
      const int found = verified ? number(verified->at(indicator.id)) : 0;
      const Claim claim{indicator.weight.count() * number(levels.at(indicator.id)),
                        indicator.weight.count() * found, times};
      const bool is_claimed = claim.claimed > 0;
      add(sums, claim, is_claimed ? decision_(innovation, indicator.id) : Decision::open);
    }
  }

  Sums sums;

 private:
  const Ruleset& ruleset_;
  const DecisionOf& decision_;
};

bool counts(const Innovation& innovation, const RegionYear& data, const Ruleset& ruleset) {
  return innovation.state == SubmissionState::submitted &&
         !exclusion_of(innovation, data.year, ruleset);
}

Fraction expected_of(const Sums& sums, const Figure& figure, std::int64_t maximum) {
  const std::int64_t base = sums.verified + figure.number.count() * figure.divisor;
  const std::int64_t whole = maximum * figure.divisor;
  if (sums.decided_claimed == 0) return Fraction((base + sums.waiting) * 100, whole);
  return Fraction((base * sums.decided_claimed + sums.waiting * sums.decided_verified) * 100,
                  whole * sums.decided_claimed);
}

}  // namespace

ExpectedIndex expected_index(const RegionYear& data, const Ruleset& ruleset,
                             const DecisionOf& decision) {
  const Figure figure = score(data, ruleset).claimed;
  Addition addition(ruleset, decision);
  addition.all_of(Aspect::government, data.government, data.government_verified, std::nullopt,
                  figure.divisor);
  for (std::size_t i = 0; i < data.innovations.size(); ++i) {
    const Innovation& innovation = data.innovations[i];
    if (!counts(innovation, data, ruleset)) continue;
    addition.all_of(Aspect::innovation, innovation.levels, innovation.verified_levels, i, 1);
  }
  const Sums& sums = addition.sums;
  ExpectedIndex expected;
  expected.index = expected_of(sums, figure, ruleset.formula.maximum.count());
  expected.class_name = ruleset.class_of(expected.index.rounded()).name;
  expected.assumed = sums.decided_claimed == 0;
  expected.share =
      expected.assumed ? Fraction(1, 1) : Fraction(sums.decided_verified, sums.decided_claimed);
  expected.decided = sums.decided;
  expected.waiting = sums.waits;
  return expected;
}

}  // namespace jalur
