// What one region's verified index may become: its exact distribution, when each claim that waits
// is verified at some level by a chance of its own, one independent of the other. Told for people
// of the trade in docs/algorithms/simulation.md.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "index/score.h"
#include "planning/distribution.h"

namespace jalur {

// The chances of a claim that waits. `innovation` is the place in RegionYear::innovations; nothing:
// a government row. `claimed` is above 0. Must be callable from several threads.
using ChancesOf =
    std::function<LevelChances(std::optional<std::size_t> innovation, IndicatorId, Level claimed)>;

// A chance in parts of 2^64.
using Chance = Wide;
inline constexpr Chance certain = static_cast<Wide>(1) << 64;

// The index is total / denominator() of 100; the total is what verification moves. It counts
// hundredths of points, times the divisor.
class Outlook {
 public:
  // A claim waits while its indicator has no verified level; the others stay as they were verified.
  Outlook(const RegionYear& data, const Ruleset& ruleset, const ChancesOf& chances);

  int waiting() const { return waiting_; }  // claims above 0 of what counts
  std::int64_t denominator() const { return maximum_ * divisor_; }

  // One draw by 64 random bits.
  std::int64_t total_drawn(std::uint64_t random) const {
    return total(government_.drawn(static_cast<std::uint32_t>(random >> 32)),
                 maturity_.drawn(static_cast<std::uint32_t>(random)));
  }
  Chance total_at_most(std::int64_t total) const;

  Hundredths mean() const;  // of the index, rounded half up
  // The least index, rounded, that is not exceeded with a chance of at least so many percent.
  Hundredths percentile(int percent) const;
  // That the rounded index is at least this.
  Chance at_least(Hundredths index) const;

 private:
  std::int64_t total(std::int64_t government, std::int64_t maturity) const {
    return (government * government_step_ + fixed_) * divisor_ + maturity * maturity_step_ +
           fixed_maturity_;
  }
  Fraction index_of(std::int64_t total) const { return Fraction(total * 100, denominator()); }
  std::int64_t least() const { return total(government_.least(), maturity_.least()); }
  std::int64_t most() const { return total(government_.most(), maturity_.most()); }

  Distribution government_;           // in steps
  Distribution maturity_;             // of all counted innovations together, in steps
  std::int64_t government_step_ = 1;  // hundredths of points
  std::int64_t maturity_step_ = 1;
  std::int64_t fixed_ = 0;  // hundredths: for the number, and the government's verified ones
  std::int64_t fixed_maturity_ = 0;
  std::int64_t divisor_ = 1;
  std::int64_t maximum_ = 1;
  int waiting_ = 0;
};

}  // namespace jalur
