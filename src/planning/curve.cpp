// For one set of bundles, the tables of planning/sums.h hold the least effort for every sum of
// maturity with every number of innovations. The government's rows are joined for each target: with
// n innovations the target asks for a sum, and each way of the rows takes its points, divisor
// times, off what the innovations must bring.
//
// The sets of bundles are searched as in planning/search.cpp: a set whose bound is nowhere below
// the curve found so far is left aside, with all that contain its decisions. The bound of a target
// is the best over some prices of
//
//   what is bought at that price, each point paid for + price x points needed.
#include "planning/curve.h"

#include <algorithm>
#include <limits>
#include <set>

#include "planning/search.h"
#include "planning/sums.h"

namespace jalur {

namespace planning {

namespace {

constexpr std::size_t samples = 32;

class CurveSearch {
 public:
  CurveSearch(const Instance& instance, Hundredths from, Hundredths to,
              const OutOfTime& out_of_time)
      : instance_(instance),
        out_of_time_(out_of_time),
        from_(from),
        shares_(shares_of(instance)),
        modes_(modes_of(instance, Hundredths{})),
        least_(static_cast<std::size_t>(to.count() - from.count()) + 1, no_days) {}

  bool run() {
    least_[0] = 0;
    if (!instance_.bundles.empty()) settle_samples();
    visit(std::vector<BundleState>(instance_.bundles.size(), BundleState::open), 0);
    return !gave_up_;
  }

  const std::vector<Days>& least() const { return least_; }

 private:
  Hundredths target(std::size_t i) const {
    return Hundredths::of(from_.count() + static_cast<std::int64_t>(i));
  }

  // The best sets of bundles for some targets: they make most of the curve, and their prices good
  // bounds of the rest.
  void settle_samples() {
    std::set<std::vector<char>> settled;
    for (std::size_t k = 1; k <= samples && !out_of_time_(); ++k) {
      const Hundredths at = target((least_.size() - 1) * k / samples);
      const Cheapest plan = cheapest_plan(instance_, at, out_of_time_);
      std::vector<BundleState> states;
      for (const char done : plan.chosen.bundles) {
        states.push_back(done != 0 ? BundleState::done : BundleState::out);
      }
      const Market market = market_of(instance_, {states, shares_});
      const std::vector<Mode> modes = modes_of(instance_, at);
      Bounds bounds(market, modes);
      if (const auto mode = bounds.lowest(no_plan)) {
        prices_.insert(bounded(market, modes[*mode], no_plan).price);
      }
      if (!settled.insert(plan.chosen.bundles).second) continue;
      settle(market, static_cast<Days>(paid_for(states) / day));
    }
  }

  void visit(const std::vector<BundleState>& states, std::size_t bundle) {
    gave_up_ = gave_up_ || out_of_time_();
    if (gave_up_) return;
    const Market market = market_of(instance_, {states, shares_});
    const Cost paid = paid_for(states);
    if (!can_better(market, paid)) return;
    if (bundle == states.size()) return settle(market, static_cast<Days>(paid / day));
    for (const BundleState state : {BundleState::done, BundleState::out}) {
      std::vector<BundleState> next = states;
      next[bundle] = state;
      visit(next, bundle + 1);
    }
  }

  Cost paid_for(const std::vector<BundleState>& states) const {
    Cost cost = 0;
    for (std::size_t b = 0; b < states.size(); ++b) {
      if (states[b] == BundleState::done) cost += instance_.bundles[b] * day;
    }
    return cost;
  }

  bool can_better(const Market& market, Cost paid) const {
    std::vector<Cost> bounds(least_.size(), 0);
    for (const std::int64_t price : prices_) raise_bounds(Priced(market, price), bounds);
    for (std::size_t i = 0; i < least_.size(); ++i) {
      if (paid + bounds[i] <= (static_cast<Cost>(least_[i]) - 1) * day) return true;
    }
    return false;
  }

  void raise_bounds(const Priced& priced, std::vector<Cost>& bounds) const {
    std::vector<Cost> lowest(least_.size(), no_plan);
    for (const Mode& mode : modes_) {
      const Purchase bought = priced.purchase(mode);
      const Cost without_points = bought.cost - priced.price() * bought.points;
      for (std::size_t i = 0; i < least_.size(); ++i) {
        const std::int64_t needed =
            instance_.points_needed(target(i), mode.innovations, mode.gate_met);
        lowest[i] = std::min(lowest[i], without_points + priced.price() * needed);
      }
    }
    for (std::size_t i = 0; i < bounds.size(); ++i) bounds[i] = std::max(bounds[i], lowest[i]);
  }

  // All bundles are decided.
  void settle(const Market& market, Days paid) {
    const bool gate_is_asked = instance_.services_required > 0;
    settle_gate(market, Gate::met, paid);
    if (gate_is_asked) settle_gate(market, Gate::not_asked, paid);
  }

  void settle_gate(const Market& market, Gate gate, Days paid) {
    const Sums sums(instance_, market, gate);
    for (std::size_t c = 0; c < sums.least().size(); ++c) {
      if (sums.least()[c].empty()) continue;
      settle_count(market, sums, c, gate == Gate::met, paid);
    }
  }

  void settle_count(const Market& market, const Sums& sums, std::size_t c, bool gate_met,
                    Days paid) {
    const int innovations = sums.always() + static_cast<int>(c);
    const std::int64_t divisor = instance_.divisor(innovations);
    const std::vector<Days>& layer = sums.least()[c];
    const auto end = static_cast<std::int64_t>(layer.size());
    for (std::size_t i = 1; i < least_.size(); ++i) {
      const std::int64_t needed = instance_.points_needed(target(i), innovations, gate_met);
      Days least = least_[i];
      for (const Way& way : market.government) {
        const std::int64_t missing = std::max<std::int64_t>(0, needed - way.points * divisor);
        const std::int64_t place = (missing + sums.unit() - 1) / sums.unit();
        if (place >= end) continue;
        const Days days =
            paid + static_cast<Days>(way.cost / day) + layer[static_cast<std::size_t>(place)];
        least = std::min(least, days);
      }
      least_[i] = least;
    }
  }

  const Instance& instance_;
  const OutOfTime& out_of_time_;
  Hundredths from_;
  std::vector<Cost> shares_;
  std::vector<Mode> modes_;
  std::set<std::int64_t> prices_;
  std::vector<Days> least_;  // by target, from today's index on
  bool gave_up_ = false;
};

}  // namespace

}  // namespace planning

namespace {

constexpr PersonDays most_days = 1'000'000'000;

PersonDays all_efforts(const Effort& effort) {
  PersonDays sum = 0;
  for (const EffortStep& step : effort.steps) sum += step.effort;
  for (const Bundle& bundle : effort.bundles) sum += bundle.effort;
  for (const NewInnovation& each : effort.new_innovations) {
    sum += each.effort;
    for (const NewInnovation::Step& step : each.steps) sum += step.effort;
  }
  return sum;
}

}  // namespace

Expected<Curve> effort_curve(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                             const PlanQuestion& question, const planning::OutOfTime& out_of_time) {
  if (all_efforts(effort) > most_days) {
    return fail(ErrorCode::too_large,
                {"semua upaya bersama-sama paling banyak 1.000.000.000 orang-hari untuk kurva",
                 "all efforts together must be at most 1,000,000,000 person-days for a curve"},
                "effort", std::to_string(all_efforts(effort)));
  }
  const RegionYear start = starting_from(data, question.from);
  const planning::Instance instance =
      planning::instance_of(start, ruleset, effort, question.withholding);
  Curve curve;
  curve.index_before = score(start, ruleset).claimed.index;
  curve.best_index = std::max(curve.index_before, planning::best_index(instance));
  planning::CurveSearch search(instance, curve.index_before.rounded(), curve.best_index.rounded(),
                               out_of_time);
  curve.is_exact = search.run();
  Hundredths index = curve.index_before.rounded();
  for (const planning::Days days : search.least()) {
    if (days < planning::no_days) curve.points.push_back({index, days});
    index += Hundredths::of(1);
  }
  return curve;
}

}  // namespace jalur
