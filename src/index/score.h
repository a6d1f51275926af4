// The regional innovation index of one region's year under one ruleset: exact, with its reasons.
// The calculation is told for people of the trade in docs/algorithms/index.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/points.h"
#include "base/text.h"
#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur {

// Two figures stand side by side everywhere: what is claimed and what was verified.
enum class Basis { claimed, verified };

struct Figure {
  Fraction index;          // exact, 0-100
  std::string class_name;  // of the rounded index
  Points government;       // of 63
  Points maturity_sum;     // over the counted innovations
  Fraction maturity_mean;  // sum / divisor, of 111
  Points number;           // for the number of innovations, of 76
  Fraction total;          // of 250
  Points maximum;
  int innovations = 0;  // that earn points for the number (before the cap)
  int divisor = 1;
  int basic_services_covered = 0;
  bool gate_met = true;
};

enum class ExclusionReason { stage, window };

struct Exclusion {
  std::string innovation;  // id
  ExclusionReason reason = ExclusionReason::stage;
  Text text;
};

// One addend of the claimed index. The effects of all rows add up to the shown index exactly: each
// is the exact effect rounded down or up to a hundredth, the largest remainders going up.
struct Row {
  std::optional<std::string> innovation;  // nothing: a government row or the number of innovations
  IndicatorId indicator;
  std::optional<Level> level;  // nothing: computed (the number of innovations)
  std::optional<Level> verified_level;
  Points points;
  Hundredths index_effect;
};

struct Score {
  RegionCode region;
  int year = 0;
  std::string ruleset;
  Figure claimed;
  std::optional<Figure> verified;  // nothing: no level of this year has been verified
  std::vector<Exclusion> excluded;
};

Score score(const RegionYear& data, const Ruleset& ruleset);

// The rows behind score().claimed: government in national order, then each counted innovation, then
// the number of innovations.
std::vector<Row> explain(const RegionYear& data, const Ruleset& ruleset);

// Why a submitted innovation does not count; nothing when it does.
std::optional<Exclusion> exclusion_of(const Innovation& innovation, int data_year,
                                      const Ruleset& ruleset);

// Weight x level over the indicators of one aspect.
Points points_of(const Levels& levels, const Ruleset& ruleset, Aspect aspect);
// What one innovation reaches, 0-111.
Points maturity(const Levels& levels, const Ruleset& ruleset);

// What one level more of this claim adds to the index; nothing at level 3. For a government row
// `innovation` is nothing. An innovation that is not counted adds nothing (0/1).
std::optional<Fraction> next_level_effect(const Figure& figure, const Indicator& indicator,
                                          Level level, bool counted);

}  // namespace jalur
