// The chance that a claim survives verification, learnt from the claims that were verified: this
// year's, and those of any past year. Told for people of the trade in docs/algorithms/chance.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "index/region_year.h"
#include "planning/outlook.h"

namespace jalur {

// What is believed before any claim was seen: of 4 claims 3 are kept. Every further stage of the
// reckoning weighs the one before it as so many claims too.
inline constexpr int survival_prior_claims = 4;
inline constexpr int survival_prior_kept = 3;

class Survival {
 public:
  // Takes in each claim above level 0, of the government and of submitted innovations, that has a
  // verified level. One above the claimed counts as kept.
  void learn(const RegionYear& data);

  std::int64_t claims() const { return claims_; }  // learnt; 0: all chances are assumed

  // For the claims of one unit; the government's rows are of the unit "". `claimed` is above 0. In
  // double, by sums, products and quotients only: the same on every run.
  LevelChances chances(const RegionCode& region, const std::string& unit, IndicatorId indicator,
                       Level claimed) const;
  // The same for the claims of a region's year. Both must outlive what is answered.
  ChancesOf chances_of(const RegionYear& data) const;

 private:
  using Outcomes = std::array<std::int64_t, 4>;  // claims by their verified level
  struct OfIndicator {
    Outcomes all{};
    std::map<std::string, Outcomes> by_unit;
  };
  struct OfRegion {
    std::array<Outcomes, 4> by_level{};  // claimed
    std::map<std::pair<IndicatorId, Level>, OfIndicator> by_indicator;
  };

  void learn_form(OfRegion& region, const std::string& unit, const Levels& claimed,
                  const Levels& verified);
  LevelChances chances_in(const OfRegion* region, const std::string& unit, IndicatorId indicator,
                          Level claimed) const;
  LevelChances start(Level claimed) const;

  std::map<RegionCode, OfRegion> regions_;
  std::int64_t claims_ = 0;
  std::int64_t kept_ = 0;
};

// weight x expected level, in points.
double expected_points(const LevelChances& chances, Points weight);

}  // namespace jalur
