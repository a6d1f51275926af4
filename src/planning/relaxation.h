// A lower bound on the effort of a plan, and a plan near it: points are bought at one price.
// The method is told in docs/algorithms/plan.md.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "planning/frontier.h"

namespace jalur::planning {

// One innovation: its ways when it is counted.
struct Group {
  std::vector<Way> ways;
  std::vector<Way> hull;
  bool may_stay_out = false;
  int service = -1;
};

// All of them, under one view of the bundles.
struct Market {
  std::vector<Group> groups;
  std::vector<Way> government;
  std::vector<Way> government_hull;
};

Market market_of(const Instance& instance, const BundleView& view);

// How many innovations are counted, which basic services they cover for certain, and what they must
// reach then: the sum of maturity + divisor x government points, in hundredths.
struct Mode {
  int innovations = 0;
  std::uint64_t services = 0;  // bit s: at least one counted innovation has it as main affair
  bool gate_met = false;       // the points for the number are reckoned with
  std::int64_t divisor = 1;
  std::int64_t needed = 0;
};

// Every mode a plan may end in. Services that innovations which cannot stay out cover anyway are
// not asked for.
std::vector<Mode> modes_of(const Instance& instance, Hundredths target);

inline constexpr Cost no_plan = std::numeric_limits<Cost>::max() / 4;

// What is bought at one price.
struct Purchase {
  Cost bound = 0;           // no plan of this mode is cheaper
  Cost cost = 0;            // of what was bought
  std::int64_t points = 0;  // of what was bought; a plan when they are at least those needed
};

// Which way of its hull each group takes, or none when it stays out.
struct Basket {
  static constexpr int out = -1;
  std::vector<int> ways;
  int government = 0;
};

// Everything at one price (cost per hundredth of a point), for all modes.
class Priced {
 public:
  Priced(const Market& market, std::int64_t price);

  Purchase purchase(const Mode& mode) const;
  Basket basket(const Mode& mode) const;

  std::int64_t price() const { return price_; }
  // Cost - price x points of the way group g takes.
  Cost value(std::size_t g) const { return values_[g]; }
  int government_way(std::int64_t divisor) const;
  // Groups of the mode's choice, beside those that cannot stay out.
  std::vector<std::size_t> chosen(const Mode& mode) const;

 private:
  const Market& market_;
  std::int64_t price_;
  std::vector<int> ways_;
  std::vector<Cost> values_;
  std::vector<std::size_t> always_;    // cannot stay out
  std::vector<std::size_t> optional_;  // by value
  std::vector<std::size_t> best_of_service_;
};

// The best bound of a mode and the cheapest purchase found that is a plan.
struct Bounded {
  Cost bound = no_plan;
  std::int64_t price = 0;    // at which the bound holds
  Cost plan_cost = no_plan;  // no_plan: the mode has none
  std::int64_t plan_price = 0;
};

// Stops early once the bound reaches `cutoff`.
Bounded bounded(const Market& market, const Mode& mode, Cost cutoff);

// Bounds of all modes: rough ones from few prices, made sharp for those that are asked for. What
// one mode's best price tells of the others is kept, for it is near theirs.
class Bounds {
 public:
  Bounds(const Market& market, const std::vector<Mode>& modes);

  // The mode with the lowest bound, sharp, below the cutoff; nothing when there is none.
  std::optional<std::size_t> lowest(Cost cutoff);
  Cost of(std::size_t mode) const { return bounds_[mode]; }
  // Takes a mode out that has been settled.
  void settle(std::size_t mode) { bounds_[mode] = no_plan; }

 private:
  void raise_at(std::int64_t price);

  const Market& market_;
  const std::vector<Mode>& modes_;
  std::vector<Cost> bounds_;
  std::vector<char> sharp_;
};

}  // namespace jalur::planning
