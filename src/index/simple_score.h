// The index reckoned a second time, as plainly as it can be written: fractions without limit, maps
// and loops, following rules and not speed. It shares the data types with score.cpp and nothing
// else; the property tests hold the two against each other.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "index/region_year.h"
#include "index/score.h"

namespace jalur::testing {

using Exact = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

inline Exact exact(Hundredths value) { return Exact(value.count()) / 100; }
inline Exact exact(const Fraction& value) {
  return Exact(value.numerator()) / Exact(value.denominator());
}

// Hundredths of a number that is not negative, half up.
inline Integer hundredths_half_up(const Exact& value) {
  const Exact moved = value * 100 + Exact(1, 2);
  return numerator(moved) / denominator(moved);
}

struct SimpleFigure {
  Exact index;
  Exact government;
  Exact maturity_sum;
  Exact maturity_mean;
  Exact number;
  Exact total;
  std::string class_name;
  int innovations = 0;
  int divisor = 0;
  int basic_services_covered = 0;
  bool gate_met = false;
};

struct SimpleScore {
  SimpleFigure claimed;
  std::optional<SimpleFigure> verified;
  std::map<std::string, ExclusionReason> excluded;
  std::set<std::string> counted;
};

// What the levels of one aspect are worth: weight x level, summed.
inline Exact simple_points(const Levels& levels, const Ruleset& ruleset, Aspect aspect) {
  std::map<std::string, int> by_id;
  for (const auto& [id, level] : levels) by_id[id.str()] = static_cast<int>(level);
  Exact sum = 0;
  for (const Indicator& indicator : ruleset.indicators) {
    if (indicator.aspect != aspect) continue;
    const auto found = by_id.find(indicator.id.str());
    if (found != by_id.end()) sum += exact(indicator.weight) * found->second;
  }
  return sum;
}

inline bool simple_in_window(const std::optional<Date>& date, int year, const Eligibility& rules) {
  if (!date) return false;
  const std::string text = to_string(*date);
  return text >= std::to_string(year + rules.window_from_year) + "-01-01" &&
         text <= std::to_string(year + rules.window_to_year) + "-12-31";
}

inline std::optional<ExclusionReason> simple_exclusion(const Innovation& innovation, int year,
                                                       const Eligibility& rules) {
  bool stage_fits = false;
  for (const Stage stage : rules.stages) {
    if (stage == innovation.stage) stage_fits = true;
  }
  if (!stage_fits) return ExclusionReason::stage;
  if (simple_in_window(innovation.implemented_on, year, rules)) return std::nullopt;
  if (rules.development_renews && simple_in_window(innovation.developed_on, year, rules)) {
    return std::nullopt;
  }
  return ExclusionReason::window;
}

inline SimpleFigure simple_figure(const RegionYear& data, const Ruleset& ruleset,
                                  const std::set<std::string>& counted, Basis basis) {
  const Formula& formula = ruleset.formula;
  SimpleFigure figure;
  int rejected = 0;
  std::set<int> main_affairs;
  for (const Innovation& innovation : data.innovations) {
    if (innovation.state == SubmissionState::rejected) rejected += 1;
    if (!counted.contains(innovation.id)) continue;
    main_affairs.insert(innovation.affairs.at(0));
    const Levels levels =
        basis == Basis::claimed ? innovation.levels : innovation.verified_levels.value_or(Levels());
    figure.maturity_sum += simple_points(levels, ruleset, Aspect::innovation);
  }
  figure.government = simple_points(
      basis == Basis::claimed ? data.government : data.government_verified.value_or(Levels()),
      ruleset, Aspect::government);

  const int assessed = static_cast<int>(counted.size());
  figure.divisor = formula.rejected_in_divisor ? assessed + rejected : assessed;
  if (figure.divisor < formula.minimum_divisor) figure.divisor = formula.minimum_divisor;
  figure.maturity_mean = figure.maturity_sum / figure.divisor;

  for (const int service : formula.basic_services) {
    if (main_affairs.contains(service)) figure.basic_services_covered += 1;
  }
  figure.gate_met = figure.basic_services_covered >= formula.basic_services_required;
  figure.innovations = formula.rejected_in_number ? assessed + rejected : assessed;
  if (figure.gate_met) {
    int paid = 0;
    for (int i = 1; i <= figure.innovations && i <= formula.innovations_cap; ++i) paid = i;
    figure.number = exact(formula.points_per_innovation) * paid;
  }

  figure.total = figure.government + figure.maturity_mean + figure.number;
  figure.index = figure.total / exact(formula.maximum) * 100;
  const Integer rounded = hundredths_half_up(figure.index);
  Integer best = -1;  // the class that begins highest among those that begin at or below
  for (const ClassBand& band : ruleset.classes) {
    if (rounded >= band.from.count() && band.from.count() > best) {
      best = band.from.count();
      figure.class_name = band.name;
    }
  }
  return figure;
}

inline SimpleScore simple_score(const RegionYear& data, const Ruleset& ruleset) {
  SimpleScore score;
  bool anything_verified = data.government_verified && data.government_verified->size() > 0;
  for (const Innovation& innovation : data.innovations) {
    if (innovation.state != SubmissionState::submitted) continue;
    const auto reason = simple_exclusion(innovation, data.year, ruleset.eligibility);
    if (reason) {
      score.excluded[innovation.id] = *reason;
      continue;
    }
    score.counted.insert(innovation.id);
    if (innovation.verified_levels && innovation.verified_levels->size() > 0) {
      anything_verified = true;
    }
  }
  score.claimed = simple_figure(data, ruleset, score.counted, Basis::claimed);
  if (anything_verified) {
    score.verified = simple_figure(data, ruleset, score.counted, Basis::verified);
  }
  return score;
}

}  // namespace jalur::testing
