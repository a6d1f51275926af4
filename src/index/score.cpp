// How the index is reckoned
//
//   government  = sum over the government indicators of weight x level                (of  63)
//   maturity(j) = sum over the innovation indicators of weight x level of innovation j (of 111)
//   mean        = sum of maturity(j) / max(minimum divisor, innovations sent)
//   number      = min(innovations, cap) x points per innovation, 0 when the gate is not met (of 76)
//   index       = (government + mean + number) / maximum x 100
//
// All but the mean are whole hundredths, so with divisor d the index is the fraction
//
//   (government x d + sum of maturity + number x d) x 100 / (d x maximum)
//
// of whole numbers. It is rounded once, when it is shown; the class is that of the rounded index.
#include "index/score.h"

#include <algorithm>

#include <fmt/format.h>

namespace jalur {

namespace {

// What of a region's year takes part in the index.
struct Counted {
  std::vector<const Innovation*> assessed;  // submitted and eligible
  int rejected = 0;
  std::vector<Exclusion> excluded;
};

Counted counted_of(const RegionYear& data, const Ruleset& ruleset) {
  Counted counted;
  for (const Innovation& innovation : data.innovations) {
    if (innovation.state == SubmissionState::rejected) ++counted.rejected;
    if (innovation.state != SubmissionState::submitted) continue;
    if (auto exclusion = exclusion_of(innovation, data.year, ruleset)) {
      counted.excluded.push_back(std::move(*exclusion));
    } else {
      counted.assessed.push_back(&innovation);
    }
  }
  return counted;
}

const Levels& levels_of(const Innovation& innovation, Basis basis) {
  static const Levels none;
  if (basis == Basis::claimed) return innovation.levels;
  return innovation.verified_levels ? *innovation.verified_levels : none;
}

int covered_among(const std::vector<int>& basic_services,
                  const std::vector<const Innovation*>& innovations) {
  return static_cast<int>(
      std::count_if(basic_services.begin(), basic_services.end(), [&](int affair) {
        return std::any_of(innovations.begin(), innovations.end(), [&](const Innovation* i) {
          return !i->affairs.empty() && i->affairs.front() == affair;
        });
      }));
}

Figure figure_of(const RegionYear& data, const Ruleset& ruleset, const Counted& counted,
                 Basis basis) {
  const Formula& formula = ruleset.formula;
  const int assessed = static_cast<int>(counted.assessed.size());
  Figure figure;
  figure.maximum = formula.maximum;
  const Levels& government =
      basis == Basis::claimed ? data.government : data.government_verified.value_or(Levels{});
  figure.government = points_of(government, ruleset, Aspect::government);
  for (const Innovation* innovation : counted.assessed) {
    figure.maturity_sum += maturity(levels_of(*innovation, basis), ruleset);
  }
  figure.innovations = assessed + (formula.rejected_in_number ? counted.rejected : 0);
  figure.divisor = std::max(formula.minimum_divisor,
                            assessed + (formula.rejected_in_divisor ? counted.rejected : 0));
  figure.basic_services_covered = covered_among(formula.basic_services, counted.assessed);
  figure.gate_met = figure.basic_services_covered >= formula.basic_services_required;
  if (figure.gate_met) {
    figure.number =
        formula.points_per_innovation * std::min(figure.innovations, formula.innovations_cap);
  }
  const std::int64_t total_times_divisor =
      (figure.government + figure.number).count() * figure.divisor + figure.maturity_sum.count();
  figure.maturity_mean = Fraction(figure.maturity_sum.count(), 100 * figure.divisor);
  figure.total = Fraction(total_times_divisor, 100 * figure.divisor);
  figure.index = Fraction(total_times_divisor * 100, formula.maximum.count() * figure.divisor);
  figure.class_name = ruleset.class_of(figure.index.rounded()).name;
  return figure;
}

bool anything_verified(const RegionYear& data, const Counted& counted) {
  if (data.government_verified && !data.government_verified->empty()) return true;
  return std::any_of(counted.assessed.begin(), counted.assessed.end(), [](const Innovation* i) {
    return i->verified_levels && !i->verified_levels->empty();
  });
}

bool in_window(const std::optional<Date>& date, int data_year, const Eligibility& eligibility) {
  if (!date) return false;
  const int year = static_cast<int>(date->year());
  return year >= data_year + eligibility.window_from_year &&
         year <= data_year + eligibility.window_to_year;
}

Text stage_reason(const Innovation& innovation) {
  const bool trial = innovation.stage == Stage::trial;
  return {fmt::format("Tahapnya {}; yang dinilai hanya tahap penerapan",
                      trial ? "uji coba" : "inisiatif"),
          fmt::format("Its stage is {}; only implementation is assessed",
                      trial ? "trial" : "initiative")};
}

Text window_reason(const Innovation& innovation, int data_year, const Eligibility& eligibility) {
  const int from = data_year + eligibility.window_from_year;
  const int to = data_year + eligibility.window_to_year;
  if (!innovation.implemented_on) {
    return {
        fmt::format("Tanggal penerapan belum diisi; harus antara {}-01-01 dan {}-12-31", from, to),
        fmt::format("No date of implementation; it must lie between {}-01-01 and {}-12-31", from,
                    to)};
  }
  const std::string date = to_string(*innovation.implemented_on);
  return {fmt::format("Diterapkan {}, di luar {}-01-01 sampai {}-12-31, tanpa pengembangan pada "
                      "masa itu",
                      date, from, to),
          fmt::format("Implemented {}, outside {}-01-01 to {}-12-31, without a development in "
                      "that time",
                      date, from, to)};
}

}  // namespace

Points points_of(const Levels& levels, const Ruleset& ruleset, Aspect aspect) {
  Points sum;
  for (const auto& [id, level] : levels) {
    const Indicator* indicator = ruleset.find(id);
    if (indicator != nullptr && indicator->aspect == aspect) {
      sum += indicator->weight * number(level);
    }
  }
  return sum;
}

Points maturity(const Levels& levels, const Ruleset& ruleset) {
  return points_of(levels, ruleset, Aspect::innovation);
}

std::optional<Exclusion> exclusion_of(const Innovation& innovation, int data_year,
                                      const Ruleset& ruleset) {
  if (innovation.state != SubmissionState::submitted) return std::nullopt;
  const Eligibility& rules = ruleset.eligibility;
  if (std::find(rules.stages.begin(), rules.stages.end(), innovation.stage) == rules.stages.end()) {
    return Exclusion{innovation.id, ExclusionReason::stage, stage_reason(innovation)};
  }
  const bool fresh =
      in_window(innovation.implemented_on, data_year, rules) ||
      (rules.development_renews && in_window(innovation.developed_on, data_year, rules));
  if (fresh) return std::nullopt;
  return Exclusion{innovation.id, ExclusionReason::window,
                   window_reason(innovation, data_year, rules)};
}

Score score(const RegionYear& data, const Ruleset& ruleset) {
  Counted counted = counted_of(data, ruleset);
  Score result;
  result.region = data.code;
  result.year = data.year;
  result.ruleset = ruleset.id;
  result.claimed = figure_of(data, ruleset, counted, Basis::claimed);
  if (anything_verified(data, counted)) {
    result.verified = figure_of(data, ruleset, counted, Basis::verified);
  }
  result.excluded = std::move(counted.excluded);
  return result;
}

namespace {

std::optional<Level> verified_level(const std::optional<Levels>& verified, IndicatorId id) {
  return verified ? verified->find(id) : std::nullopt;
}

Row claim_row(std::optional<std::string> innovation, const Indicator& indicator,
              const Levels& levels, const std::optional<Levels>& verified) {
  const Level level = levels.at(indicator.id);
  return {std::move(innovation),
          indicator.id,
          level,
          verified_level(verified, indicator.id),
          indicator.weight * number(level),
          Hundredths{}};
}

// An addend of the index as whole part and remainder over a denominator common to all rows.
struct Share {
  std::size_t row;
  std::int64_t remainder;
};

// Gives every row its effect in hundredths so that they add up to the rounded index: each exact
// effect is cut, and the hundredths that are missing go to the largest remainders (Hamilton).
// `numerators[i] / denominator` is the exact effect of row i in hundredths.
void apportion(std::vector<Row>& rows, const std::vector<std::int64_t>& numerators,
               std::int64_t denominator, Hundredths whole) {
  std::vector<Share> shares;
  std::int64_t missing = whole.count();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].index_effect = Hundredths::of(numerators[i] / denominator);
    missing -= rows[i].index_effect.count();
    shares.push_back({i, numerators[i] % denominator});
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](const Share& a, const Share& b) { return a.remainder > b.remainder; });
  for (std::size_t i = 0; missing > 0; ++i, --missing) {
    rows[shares[i].row].index_effect += Hundredths::of(1);
  }
}

}  // namespace

std::vector<Row> explain(const RegionYear& data, const Ruleset& ruleset) {
  const Counted counted = counted_of(data, ruleset);
  const Figure figure = figure_of(data, ruleset, counted, Basis::claimed);
  std::vector<Row> rows;
  for (const Indicator* indicator : indicators_of(ruleset, Aspect::government)) {
    rows.push_back(claim_row(std::nullopt, *indicator, data.government, data.government_verified));
  }
  const auto columns = indicators_of(ruleset, Aspect::innovation);
  for (const Innovation* innovation : counted.assessed) {
    for (const Indicator* indicator : columns) {
      rows.push_back(
          claim_row(innovation->id, *indicator, innovation->levels, innovation->verified_levels));
    }
  }
  rows.push_back({std::nullopt, ruleset.number_indicator, std::nullopt, std::nullopt, figure.number,
                  Hundredths{}});

  // In hundredths of the index, over maximum x divisor: points of a region's row count divisor
  // times, those of an innovation's row once.
  std::vector<std::int64_t> numerators;
  for (const Row& row : rows) {
    numerators.push_back(row.points.count() * 10'000 * (row.innovation ? 1 : figure.divisor));
  }
  apportion(rows, numerators, ruleset.formula.maximum.count() * figure.divisor,
            figure.index.rounded());
  return rows;
}

std::optional<Fraction> next_level_effect(const Figure& figure, const Indicator& indicator,
                                          Level level, bool counted) {
  if (level == Level::three) return std::nullopt;
  if (!counted) return Fraction{};
  const int divisor = indicator.aspect == Aspect::innovation ? figure.divisor : 1;
  return Fraction(indicator.weight.count() * 100, figure.maximum.count() * divisor);
}

}  // namespace jalur
