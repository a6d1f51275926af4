// The distribution of a sum of independent parts: reckoned in double, then fixed as whole numbers
// that add up, so that whatever is shown or drawn from it is the same on every run.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/points.h"

namespace jalur {

// Chances of the verified levels 0 to 3 of one claim; they add up to 1, above the claimed level 0.
using LevelChances = std::array<double, 4>;

// Chances of least, least + 1, ...; they add up to 1 but for what is below 1e-17 at both ends.
struct Chances {
  std::int64_t least = 0;
  std::vector<double> of{1.0};
};

// One more claim: sum becomes sum + level. Time: 4 x the width of the sum.
void add(Chances& sum, const LevelChances& level);
// a + times x b, a and b independent; times above 0. Time: width of a x width of b.
Chances sum_of(const Chances& a, const Chances& b, std::int64_t times);

// Whole numbers with their chances in parts of 2^32, which add up to 2^32.
class Distribution {
 public:
  static constexpr std::uint64_t whole = std::uint64_t{1} << 32;

  Distribution() : Distribution(Chances{}) {}
  explicit Distribution(const Chances& chances);

  std::int64_t least() const { return least_; }
  std::int64_t most() const { return least_ + static_cast<std::int64_t>(upto_.size()) - 1; }
  // Parts of `whole`.
  std::uint64_t exactly(std::int64_t value) const { return at_most(value) - at_most(value - 1); }
  std::uint64_t at_most(std::int64_t value) const;
  // The sum of value x chance, in parts of `whole`.
  Wide mean() const;

  // The least value with at_most(value) > random: each value comes for as many of the 2^32 random
  // numbers as it has parts.
  std::int64_t drawn(std::uint32_t random) const {
    std::size_t i = guide_[random >> guide_shift];
    while (upto_[i] <= random) ++i;
    return least_ + static_cast<std::int64_t>(i);
  }

 private:
  static constexpr int guide_shift = 22;  // 1,024 starting places

  std::int64_t least_ = 0;
  std::vector<std::uint64_t> upto_;   // chance of at most least + i; the last is `whole`
  std::vector<std::uint32_t> guide_;  // where to begin looking, by the upper bits
};

}  // namespace jalur
