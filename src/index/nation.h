// Many regions at once, column by column: what the ministry's console and the simulation score.
// One byte per claim, one pass over memory; the same integers as score(), checked against it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/points.h"
#include "index/region_year.h"
#include "index/ruleset.h"
#include "index/score.h"

namespace jalur {

// Regions as columns. Row r of the nation owns innovations [first[r], first[r + 1]).
class Nation {
 public:
  explicit Nation(const Ruleset& ruleset);

  // Appends one region; drafts, withheld and excluded innovations are left out here, once.
  void add(const RegionYear& data);

  std::size_t regions() const { return first_.size() - 1; }
  std::size_t innovations() const { return assessed_.size(); }

  // Index of every region, in the order they were added, as fractions over maximum x divisor.
  // Time: one pass over innovations() x 20 bytes. Allocates the answer only.
  std::vector<Fraction> claimed() const;
  std::vector<Fraction> verified() const;

 private:
  struct Columns {
    std::vector<std::uint8_t> government;  // regions x government indicators
    std::vector<std::uint8_t> levels;      // innovations x innovation indicators
  };
  std::vector<Fraction> indices(const Columns& columns) const;

  void add_innovation(const Innovation& innovation, bool rejected);

  Ruleset ruleset_;
  std::vector<IndicatorId> government_ids_;
  std::vector<IndicatorId> innovation_ids_;
  std::vector<std::int16_t> government_weights_;  // hundredths
  std::vector<std::int16_t> innovation_weights_;  // hundredths
  std::vector<std::uint32_t> first_{0};
  std::vector<std::uint8_t> assessed_;      // 1: submitted and eligible; 0: rejected
  std::vector<std::uint32_t> service_bit_;  // which basic service it covers; 0: none
  Columns claimed_;
  Columns verified_;
};

}  // namespace jalur
