// The planner's question as a mixed-integer program for COIN-OR CBC, written from the files and not
// from the planner's own model: the third opinion of the tests, and the peer of the benchmark.
#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <coin/Cbc_C_Interface.h>

#include "index/score.h"
#include "planning/plan.h"

namespace jalur::testing {

// Variables: which bundles are done, steps taken, innovations counted; where each claim stands, as
// shares of its levels; and which mode holds: the number of innovations counted, with or without
// the points for the number. The government's points count divisor times, so each mode has claims
// of its own for them.
class CbcPlan {
 public:
  CbcPlan(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
          const PlanQuestion& question)
      : data_(data),
        ruleset_(ruleset),
        effort_(effort),
        question_(question),
        model_(Cbc_newModel()) {
    Cbc_setParameter(model_, "logLevel", "0");
    Cbc_setParameter(model_, "ratioGap", "0");
    Cbc_setParameter(model_, "allowableGap", "0");
    for (const Bundle& bundle : effort_.bundles) bundles_.push_back(binary(cost(bundle.effort)));
    add_innovations();
    add_modes();
    add_gate();
    add_row(points_, 'G', 0);
  }
  ~CbcPlan() { Cbc_deleteModel(model_); }
  CbcPlan(const CbcPlan&) = delete;
  CbcPlan& operator=(const CbcPlan&) = delete;

  // least_effort() throws when it has proven nothing by then.
  void give_up_after(const std::string& seconds) {
    Cbc_setParameter(model_, "seconds", seconds.c_str());
  }

  // Nothing: the target is out of reach.
  std::optional<PersonDays> least_effort() {
    Cbc_solve(model_);
    if (Cbc_isProvenInfeasible(model_) != 0) return std::nullopt;
    if (Cbc_isProvenOptimal(model_) == 0) throw std::runtime_error("CBC gave up");
    return static_cast<PersonDays>(std::llround(Cbc_getObjValue(model_)));
  }

 private:
  struct Term {
    int column;
    double factor;
  };
  using Sum = std::vector<Term>;
  struct Enabler {
    Level to;
    int column;
  };

  static double cost(PersonDays effort) { return static_cast<double>(effort); }

  int column(double most, double objective, bool is_integer) {
    const char name[] = "";
    Cbc_addCol(model_, name, 0, most, objective, is_integer ? 1 : 0, 0, nullptr, nullptr);
    return columns_++;
  }
  int binary(double objective) { return column(1, objective, true); }

  void add_row(const Sum& sum, char sense, double right) {
    std::vector<int> columns;
    std::vector<double> factors;
    std::map<int, double> by_column;
    for (const Term& term : sum) by_column[term.column] += term.factor;
    for (const auto& [column, factor] : by_column) {
      columns.push_back(column);
      factors.push_back(factor);
    }
    const char name[] = "";
    Cbc_addRow(model_, name, static_cast<int>(columns.size()), columns.data(), factors.data(),
               sense, right);
  }

  // A claim stands at one of its levels, in shares that add up to `whole`; above today's only as
  // far as something enables it. Its points, `times` over, join the points.
  void add_claim(const Indicator& indicator, Level from, const std::vector<Enabler>& enablers,
                 int whole, double times) {
    Sum shares{{whole, -1}};
    for (int level = number(from); level <= 3; ++level) {
      const int share = column(1, 0, false);
      shares.push_back({share, 1});
      points_.push_back(
          {share, times * static_cast<double>(indicator.weight.count() * level) / scale});
      if (level == number(from)) continue;
      Sum enabled{{share, 1}};
      for (const Enabler& each : enablers) {
        if (number(each.to) == level) enabled.push_back({each.column, -1});
      }
      add_row(enabled, 'L', 0);
    }
    add_row(shares, 'E', 0);
  }

  std::vector<Enabler> enablers_of(const ClaimRef& claim) {
    std::vector<Enabler> enablers;
    for (const EffortStep& step : effort_.steps) {
      if (step.claim == claim) enablers.push_back({step.to, binary(cost(step.effort))});
    }
    for (std::size_t b = 0; b < effort_.bundles.size(); ++b) {
      for (const Bundle::Raise& raise : effort_.bundles[b].raises) {
        if (raise.claim == claim) enablers.push_back({raise.to, bundles_[b]});
      }
    }
    return enablers;
  }

  void add_innovation(const std::string& id, const Levels& levels, int main_affair, int is_in,
                      const std::vector<NewInnovation::Step>& own) {
    counted_.push_back({is_in, 1});
    by_affair_[main_affair].push_back({is_in, 1});
    for (const Indicator* indicator : indicators_of(ruleset_, Aspect::innovation)) {
      std::vector<Enabler> enablers = enablers_of({id, indicator->id});
      for (const NewInnovation::Step& step : own) {
        if (step.indicator == indicator->id) {
          enablers.push_back({step.to, binary(cost(step.effort))});
        }
      }
      add_claim(*indicator, levels.at(indicator->id), enablers, is_in, 1);
    }
  }

  void add_innovations() {
    for (const Innovation& each : data_.innovations) {
      if (each.state == SubmissionState::rejected) ++rejected_;
      if (each.state != SubmissionState::submitted) continue;
      if (exclusion_of(each, data_.year, ruleset_)) continue;
      const int is_in = binary(0);
      if (question_.withholding == planning::Withholding::forbidden) {
        add_row({{is_in, 1}}, 'E', 1);
        ++always_;
      }
      ++all_;
      add_innovation(each.id, each.levels, each.affairs.front(), is_in, {});
    }
    for (const NewInnovation& each : effort_.new_innovations) {
      ++all_;
      add_innovation(each.id, each.levels, each.affairs.front(), binary(cost(each.effort)),
                     each.steps);
    }
  }

  // Maturity + divisor x (government + number) in hundredths at which the rounded index is the
  // target: index x 100 = total x 10000 / (maximum x divisor) >= target - 1/2.
  std::int64_t total_needed(int divisor) const {
    const std::int64_t maximum = ruleset_.formula.maximum.count();
    return ((2 * question_.target.count() - 1) * maximum * divisor + 19'999) / 20'000;
  }

  void add_modes() {
    std::map<IndicatorId, std::vector<Enabler>> government;
    for (const Indicator* row : indicators_of(ruleset_, Aspect::government)) {
      government[row->id] = enablers_of({std::nullopt, row->id});
    }
    const Formula& formula = ruleset_.formula;
    Sum one;
    for (int n = always_; n <= all_; ++n) {
      const int divisor =
          std::max(formula.minimum_divisor, n + (formula.rejected_in_divisor ? rejected_ : 0));
      for (const bool gate_met : {true, false}) {
        const int mode = binary(0);
        one.push_back({mode, 1});
        counted_.push_back({mode, -static_cast<double>(n)});
        if (gate_met) gate_.push_back({mode, 1});
        const int paid =
            std::min(n + (formula.rejected_in_number ? rejected_ : 0), formula.innovations_cap);
        const std::int64_t number =
            gate_met ? divisor * formula.points_per_innovation.count() * paid : 0;
        points_.push_back({mode, -static_cast<double>(total_needed(divisor) - number) / scale});
        for (const auto& [row, enablers] : government) {
          add_claim(*ruleset_.find(row), data_.government.at(row), enablers, mode, divisor);
        }
      }
    }
    add_row(one, 'E', 1);
    add_row(counted_, 'E', 0);
  }

  void add_gate() {
    Sum covered;
    for (const int affair : ruleset_.formula.basic_services) {
      const int is_covered = column(1, 0, false);
      covered.push_back({is_covered, 1});
      Sum at_most = by_affair_[affair];
      for (Term& term : at_most) term.factor = -1;
      at_most.push_back({is_covered, 1});
      add_row(at_most, 'L', 0);
    }
    for (const Term& mode : gate_) {
      covered.push_back(
          {mode.column, -static_cast<double>(ruleset_.formula.basic_services_required)});
    }
    add_row(covered, 'G', 0);
  }

  static constexpr double scale = 25;  // weights are quarters of a point

  const RegionYear& data_;
  const Ruleset& ruleset_;
  const Effort& effort_;
  const PlanQuestion& question_;
  Cbc_Model* model_;
  int columns_ = 0;
  int rejected_ = 0;
  int always_ = 0;
  int all_ = 0;
  std::vector<int> bundles_;
  Sum points_;
  Sum counted_;
  Sum gate_;
  std::map<int, Sum> by_affair_;
};

}  // namespace jalur::testing
