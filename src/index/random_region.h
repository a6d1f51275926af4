// Random regions for property tests. RapidCheck draws the shape, which it prints and shrinks when a
// property fails; the many levels and dates follow from the shape's seed, the same on any machine.
//
// RapidCheck prints the seed of each run. To run the same cases again, or more of them:
//   RC_PARAMS="seed=123 max_success=1000" index_test --gtest_filter=...
#pragma once

#include <ostream>
#include <random>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "index/region_year.h"
#include "index/repo_rulesets.h"

namespace jalur::testing {

struct RegionShape {
  std::uint64_t seed = 0;
  int innovations = 0;
  int counted_percent = 0;   // chance of an innovation to be submitted and in the window
  int filled_percent = 0;    // chance of a level to be there
  int verified_percent = 0;  // chance of a verification to be there
  int affairs = 1;           // main affairs are drawn from 1 to this
};

inline void showValue(const RegionShape& shape, std::ostream& out) {
  out << "seed " << shape.seed << ", " << shape.innovations << " innovations, counted "
      << shape.counted_percent << " %, filled " << shape.filled_percent << " %, verified "
      << shape.verified_percent << " %, affairs 1-" << shape.affairs;
}

inline rc::Gen<RegionShape> any_shape() {
  const auto percent = rc::gen::element(0, 10, 50, 90, 100);
  const auto innovations = rc::gen::weightedOneOf<int>({{5, rc::gen::inRange(0, 30)},
                                                        {2, rc::gen::inRange(195, 206)},
                                                        {1, rc::gen::inRange(0, 400)}});
  return rc::gen::build(rc::gen::construct<RegionShape>(),
                        rc::gen::set(&RegionShape::seed, rc::gen::arbitrary<std::uint64_t>()),
                        rc::gen::set(&RegionShape::innovations, innovations),
                        rc::gen::set(&RegionShape::counted_percent, percent),
                        rc::gen::set(&RegionShape::filled_percent, percent),
                        rc::gen::set(&RegionShape::verified_percent, percent),
                        rc::gen::set(&RegionShape::affairs, rc::gen::element(1, 4, 5, 6, 8, 38)));
}

class RegionMaker {
 public:
  RegionMaker(const RegionShape& shape, const Ruleset& ruleset)
      : shape_(shape), ruleset_(ruleset), random_(shape.seed) {}

  RegionYear make() {
    RegionYear data;
    data.code = RegionCode::parse("14.01").value();
    data.name = "Kabupaten Kampar";
    data.year = 2024 + below(4);
    data.ruleset = ruleset_.id;
    data.government = levels();
    if (chance(shape_.verified_percent)) data.government_verified = levels();
    for (int i = 0; i < shape_.innovations; ++i)
      data.innovations.push_back(innovation(i, data.year));
    return data;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }
  bool chance(int percent) { return below(100) < percent; }

  // Levels of both aspects wherever they stand, and of indicators that no ruleset knows: only those
  // of the right aspect may count.
  Levels levels() {
    Levels found;
    for (const Indicator& indicator : ruleset_.indicators) {
      if (chance(shape_.filled_percent)) found.set(indicator.id, level());
    }
    for (const IndicatorId stranger : {ruleset_.number_indicator, id_of("99"), id_of("16z")}) {
      if (chance(5)) found.set(stranger, level());
    }
    return found;
  }

  Level level() { return level_of(below(4)).value(); }

  Innovation innovation(int i, int year) {
    Innovation made;
    made.id = "i-" + std::to_string(i);
    made.affairs = {1 + below(shape_.affairs)};
    if (chance(50)) made.affairs.push_back(1 + below(38));
    made.levels = levels();
    if (chance(shape_.verified_percent)) made.verified_levels = levels();
    if (chance(shape_.counted_percent)) {
      made.stage = Stage::implementation;
      made.state = SubmissionState::submitted;
      made.implemented_on = date(year - 2 + below(2));
    } else {
      made.stage = static_cast<Stage>(below(3));
      made.state = static_cast<SubmissionState>(below(4));
      if (chance(80)) made.implemented_on = date(year - 4 + below(6));
      if (chance(50)) made.developed_on = date(year - 4 + below(6));
    }
    return made;
  }

  // The first and the last day of a year are the likeliest.
  Date date(int year) {
    const int day = below(4);
    if (day == 0) return std::chrono::year(year) / 1 / 1;
    if (day == 1) return std::chrono::year(year) / 12 / 31;
    return std::chrono::year(year) / (1 + below(12)) / (1 + below(28));
  }

  const RegionShape& shape_;
  const Ruleset& ruleset_;
  std::mt19937_64 random_;
};

inline RegionYear random_region(const Ruleset& ruleset) {
  const RegionShape shape = *any_shape();
  return RegionMaker(shape, ruleset).make();
}

// Checks property(ruleset) with random draws under each ruleset.
template <class Property>
void under_every_ruleset(Property property) {
  for (const Ruleset& ruleset : all_rulesets()) {
    EXPECT_TRUE(rc::check(ruleset.id, [&] { property(ruleset); }));
  }
}

}  // namespace jalur::testing
