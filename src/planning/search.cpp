// Branch and bound over the bundles. A node has decided some of them; the others are open, which
// only makes plans cheaper (see BundleView), so the bound of the node's market holds for every plan
// below it. Where nothing is open, the modes are searched exactly, the most promising first.
//
// The search follows the better of two children down to a plan, then goes on from the open node
// with the lowest bound. It ends when no node is left that could hold a cheaper plan.
#include "planning/search.h"

#include <algorithm>
#include <numeric>
#include <queue>

namespace jalur::planning {

namespace {

struct Node {
  std::vector<BundleState> states;
  Cost bound = 0;
};

bool is_worse(const Node& a, const Node& b) { return a.bound > b.bound; }

class BundleSearch {
 public:
  BundleSearch(const Instance& instance, Hundredths target, const OutOfTime& out_of_time)
      : instance_(instance),
        out_of_time_(out_of_time),
        modes_(modes_of(instance, target)),
        shares_(shares_of(instance)) {
    for (std::size_t b = 0; b < instance.bundles.size(); ++b) branching_.push_back(b);
    std::stable_sort(branching_.begin(), branching_.end(), [&](std::size_t a, std::size_t b) {
      return instance.bundles[a] > instance.bundles[b];
    });
  }

  Cheapest run() {
    visit({std::vector<BundleState>(instance_.bundles.size(), BundleState::open), 0});
    while (!open_.empty() && !out_of_time_()) {
      const Node node = open_.top();
      open_.pop();
      if (is_pruned(node.bound)) break;
      visit(node);
    }
    // Time ran out before any plan: with all bundles done there is one, if there is one at all.
    if (best_ == no_plan)
      settle({std::vector<BundleState>(instance_.bundles.size(), BundleState::done), 0});
    return answer();
  }

 private:
  bool is_pruned(Cost bound) const { return bound > best_ - day; }

  // Follows the better child until a plan is found or nothing better can be.
  void visit(Node node) {
    while (!is_pruned(node.bound)) {
      const std::size_t bundle = next_open(node);
      if (bundle == instance_.bundles.size()) {
        settle(node);
        return;
      }
      Node with = child(node, bundle, BundleState::done);
      Node without = child(node, bundle, BundleState::out);
      const bool with_first = with.bound <= without.bound;
      open_.push(with_first ? without : with);
      node = with_first ? std::move(with) : std::move(without);
      if (out_of_time_()) {
        open_.push(node);
        return;
      }
    }
  }

  std::size_t next_open(const Node& node) const {
    for (const std::size_t bundle : branching_) {
      if (node.states[bundle] == BundleState::open) return bundle;
    }
    return instance_.bundles.size();
  }

  Cost paid(const Node& node) const {
    Cost cost = 0;
    for (std::size_t b = 0; b < node.states.size(); ++b) {
      if (node.states[b] == BundleState::done) cost += instance_.bundles[b] * day;
    }
    return cost;
  }

  Market market(const Node& node) const { return market_of(instance_, {node.states, shares_}); }

  Node child(const Node& parent, std::size_t bundle, BundleState state) const {
    Node node = parent;
    node.states[bundle] = state;
    const Cost cost = paid(node);
    if (is_pruned(cost)) {
      node.bound = no_plan;
      return node;
    }
    const Market market = this->market(node);
    Bounds bounds(market, modes_);
    const auto mode = bounds.lowest(best_ - cost);
    node.bound = mode ? std::max(parent.bound, cost + bounds.of(*mode)) : no_plan;
    return node;
  }

  // All bundles are decided: the modes in the order of their bounds.
  void settle(const Node& node) {
    const Market market = this->market(node);
    const Cost cost = paid(node);
    Bounds bounds(market, modes_);
    while (const auto mode = bounds.lowest(best_ - cost - day + 1)) {
      settle_mode(node, market, modes_[*mode], cost);
      bounds.settle(*mode);
    }
  }

  void settle_mode(const Node& node, const Market& market, const Mode& mode, Cost paid) {
    const Bounded start = bounded(market, mode, best_ - paid);
    if (start.plan_cost == no_plan || is_pruned(paid + start.bound)) return;
    take_plan_of_bound(node, market, mode, start, paid);
    ExactAnswer exact = cheapest(market, mode, start, best_ - paid, out_of_time_);
    if (exact.found) {
      take(node, mode, exact.found->basket, exact.found->cost + paid);
    } else {
      proven_ = std::min(proven_, paid + exact.proven);
    }
  }

  // What the bound bought is a plan, if not the best: good to have when time runs out.
  void take_plan_of_bound(const Node& node, const Market& market, const Mode& mode,
                          const Bounded& start, Cost paid) {
    if (start.plan_cost + paid >= best_) return;
    Basket basket = Priced(market, start.plan_price).basket(mode);
    const auto in_ways = [](const std::vector<Way>& ways, const Way& way) {
      return static_cast<int>(std::find(ways.begin(), ways.end(), way) - ways.begin());
    };
    for (std::size_t g = 0; g < basket.ways.size(); ++g) {
      if (basket.ways[g] == Basket::out) continue;
      const Group& group = market.groups[g];
      basket.ways[g] = in_ways(group.ways, group.hull[static_cast<std::size_t>(basket.ways[g])]);
    }
    basket.government = in_ways(
        market.government, market.government_hull[static_cast<std::size_t>(basket.government)]);
    take(node, mode, basket, start.plan_cost + paid);
  }

  void take(const Node& node, const Mode& mode, const Basket& basket, Cost cost) {
    if (cost >= best_) return;
    best_ = cost;
    best_node_ = node;
    best_mode_ = mode;
    best_basket_ = basket;
  }

  Cheapest answer() {
    Cheapest answer;
    answer.effort = best_ / day;
    Cost proven = std::min(best_, proven_);
    if (!open_.empty()) proven = std::min(proven, open_.top().bound);
    answer.least_effort = (std::max<Cost>(proven, 0) + day - 1) / day;
    answer.chosen = chosen();
    return answer;
  }

  Chosen chosen() const {
    const Market market = this->market(best_node_);
    const BundleView view{best_node_.states, shares_};
    Chosen chosen;
    for (const BundleState state : best_node_.states) {
      chosen.bundles.push_back(state == BundleState::done ? 1 : 0);
    }
    chosen.government.levels =
        levels_of(instance_.government, view, instance_.government_points,
                  market.government[static_cast<std::size_t>(best_basket_.government)]);
    for (std::size_t g = 0; g < market.groups.size(); ++g) {
      const int way = best_basket_.ways[g];
      Chosen::Part part;
      part.is_in = way != Basket::out;
      if (part.is_in) {
        const Candidate& candidate = instance_.candidates[g];
        part.levels = levels_of(candidate.claims, view, candidate.base_points,
                                market.groups[g].ways[static_cast<std::size_t>(way)]);
      }
      chosen.candidates.push_back(std::move(part));
    }
    return chosen;
  }

  const Instance& instance_;
  const OutOfTime& out_of_time_;
  std::vector<Mode> modes_;
  std::vector<Cost> shares_;
  std::vector<std::size_t> branching_;  // the dearest first
  std::priority_queue<Node, std::vector<Node>, decltype(&is_worse)> open_{&is_worse};
  Cost best_ = no_plan;
  Cost proven_ = no_plan;  // of what was given up
  Node best_node_;
  Mode best_mode_;
  Basket best_basket_;
};

// Every group and the government with its best way only, and for nothing.
Market best_of(const Market& market) {
  Market best;
  for (const Group& group : market.groups) {
    Group one = group;
    one.ways = {{group.ways.back().points, 0}};
    one.hull = one.ways;
    best.groups.push_back(std::move(one));
  }
  best.government = {{market.government.back().points, 0}};
  best.government_hull = best.government;
  return best;
}

}  // namespace

Cheapest cheapest_plan(const Instance& instance, Hundredths target, const OutOfTime& out_of_time) {
  return BundleSearch(instance, target, out_of_time).run();
}

Fraction best_index(const Instance& instance) {
  const BundleView all_done{std::vector<BundleState>(instance.bundles.size(), BundleState::done),
                            std::vector<Cost>(instance.bundles.size(), 0)};
  const Market market = best_of(market_of(instance, all_done));
  const Priced priced(market, 1);
  Fraction best;
  for (const Mode& mode : modes_of(instance, Hundredths{})) {
    const Purchase bought = priced.purchase(mode);
    const std::int64_t total =
        bought.points + mode.divisor * instance.number_points(mode.innovations, mode.gate_met);
    best = std::max(best, Fraction(total * 100, instance.maximum * mode.divisor));
  }
  return best;
}

}  // namespace jalur::planning
