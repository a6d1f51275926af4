// Take the wish for points out of the conditions and into the price: at a price p for each point,
// every innovation takes the way that is cheapest after its points are paid for, and of those that
// may stay out the best so many are counted. For any p
//
//   bound(p) = sum over what is bought of (cost - p x points) + p x points needed
//
// is at most the cost of any plan of the mode: a plan costs (cost - p x points) + p x points, its
// first part is at least the sum's minimum, and it has at least the points needed. The bound is
// concave in p, so its best p is found by halving: below it too few points are bought, above it
// enough, and what is bought there is a plan.
//
// The basic services a mode asks for are bought first, the cheapest innovation of each; since an
// innovation has one main affair, the best choice is these and the cheapest of the others.
#include "planning/relaxation.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <set>

namespace jalur::planning {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// The way of the hull that is cheapest when each point (`times` over) is paid for.
int best_way(const std::vector<Way>& hull, std::int64_t price, std::int64_t times) {
  const auto dearer = [&](std::size_t i) {
    const Way& a = hull[i];
    const Way& b = hull[i + 1];
    return b.cost - a.cost > price * times * (b.points - a.points);
  };
  std::size_t low = 0;
  std::size_t high = hull.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (dearer(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return static_cast<int>(low);
}

// At this price more points are worth any cost, within an innovation and between two of them:
// points differ by their greatest common divisor at least.
std::int64_t highest_price(const Market& market) {
  std::int64_t unit = 0;
  Cost dearest = 0;
  const auto look_at = [&](const std::vector<Way>& ways) {
    for (const Way& way : ways) unit = std::gcd(unit, way.points);
    dearest = std::max(dearest, ways.back().cost);
  };
  look_at(market.government);
  for (const Group& group : market.groups) look_at(group.ways);
  return dearest / std::max<std::int64_t>(1, unit) + 1;
}

// All sets of so many services.
void each_set(int services, int size, std::uint64_t chosen, int from,
              std::set<std::uint64_t>& sets) {
  if (size == 0) {
    sets.insert(chosen);
    return;
  }
  for (int s = from; s + size <= services; ++s) {
    each_set(services, size - 1, chosen | (std::uint64_t{1} << s), s + 1, sets);
  }
}

std::uint64_t services_among(const Instance& instance, bool only_certain) {
  std::uint64_t covered = 0;
  for (const Candidate& candidate : instance.candidates) {
    if (candidate.service < 0 || (only_certain && candidate.may_stay_out)) continue;
    covered |= std::uint64_t{1} << candidate.service;
  }
  return covered;
}

// The smallest sets of services to cover beyond those that are covered anyway.
std::vector<std::uint64_t> services_to_cover(const Instance& instance) {
  const std::uint64_t certain = services_among(instance, true);
  const std::uint64_t possible = services_among(instance, false);
  std::set<std::uint64_t> sets;
  each_set(instance.services, instance.services_required, 0, 0, sets);
  std::set<std::uint64_t> left;
  for (const std::uint64_t set : sets) {
    if ((set & ~possible) == 0) left.insert(set & ~certain);
  }
  std::vector<std::uint64_t> smallest;
  for (const std::uint64_t set : left) {
    const bool larger = std::any_of(left.begin(), left.end(), [set](std::uint64_t other) {
      return other != set && (other & set) == other;
    });
    if (!larger) smallest.push_back(set);
  }
  return smallest;
}

}  // namespace

Market market_of(const Instance& instance, const BundleView& view) {
  Market market;
  market.government = frontier_of(instance.government, view, instance.government_points, 0);
  market.government_hull = hull_of(market.government);
  market.groups.reserve(instance.candidates.size());
  for (const Candidate& candidate : instance.candidates) {
    Group group;
    group.ways = frontier_of(candidate.claims, view, candidate.base_points, candidate.start * day);
    group.hull = hull_of(group.ways);
    group.may_stay_out = candidate.may_stay_out;
    group.service = candidate.service;
    market.groups.push_back(std::move(group));
  }
  return market;
}

std::vector<Mode> modes_of(const Instance& instance, Hundredths target) {
  const auto optional = static_cast<int>(
      std::count_if(instance.candidates.begin(), instance.candidates.end(),
                    [](const Candidate& candidate) { return candidate.may_stay_out; }));
  const auto all = static_cast<int>(instance.candidates.size());
  const std::vector<std::uint64_t> sets = services_to_cover(instance);
  std::vector<Mode> modes;
  for (int n = all - optional; n <= all; ++n) {
    const auto add = [&](std::uint64_t services, bool gate_met) {
      modes.push_back({n, services, gate_met, instance.divisor(n),
                       instance.points_needed(target, n, gate_met)});
    };
    for (const std::uint64_t set : sets) {
      if (std::popcount(set) <= n - (all - optional)) add(set, true);
    }
    const bool always_met = sets.size() == 1 && sets.front() == 0;
    if (!always_met) add(0, false);
  }
  return modes;
}

Priced::Priced(const Market& market, std::int64_t price) : market_(market), price_(price) {
  for (std::size_t g = 0; g < market.groups.size(); ++g) {
    const Group& group = market.groups[g];
    const int way = best_way(group.hull, price, 1);
    const Way& taken = group.hull[static_cast<std::size_t>(way)];
    ways_.push_back(way);
    values_.push_back(taken.cost - price * taken.points);
    (group.may_stay_out ? optional_ : always_).push_back(g);
  }
  std::sort(optional_.begin(), optional_.end(), [this](std::size_t a, std::size_t b) {
    return values_[a] != values_[b] ? values_[a] < values_[b] : a < b;
  });
  for (auto g = optional_.rbegin(); g != optional_.rend(); ++g) {
    const int service = market.groups[*g].service;
    if (service < 0) continue;
    if (best_of_service_.size() <= static_cast<std::size_t>(service)) {
      best_of_service_.resize(static_cast<std::size_t>(service) + 1, none);
    }
    best_of_service_[static_cast<std::size_t>(service)] = *g;
  }
}

int Priced::government_way(std::int64_t divisor) const {
  return best_way(market_.government_hull, price_, divisor);
}

std::vector<std::size_t> Priced::chosen(const Mode& mode) const {
  auto left =
      static_cast<std::int64_t>(mode.innovations) - static_cast<std::int64_t>(always_.size());
  std::vector<std::size_t> groups;
  const auto is_first = [&](std::size_t g) {
    const int service = market_.groups[g].service;
    return service >= 0 && (mode.services >> service & 1) != 0 &&
           best_of_service_[static_cast<std::size_t>(service)] == g;
  };
  for (std::size_t s = 0; s < best_of_service_.size(); ++s) {
    if ((mode.services >> s & 1) == 0 || best_of_service_[s] == none) continue;
    groups.push_back(best_of_service_[s]);
  }
  left -= static_cast<std::int64_t>(groups.size());
  for (const std::size_t g : optional_) {
    if (left == 0) break;
    if (is_first(g)) continue;
    groups.push_back(g);
    --left;
  }
  return groups;
}

Purchase Priced::purchase(const Mode& mode) const {
  std::vector<std::size_t> groups = chosen(mode);
  groups.insert(groups.end(), always_.begin(), always_.end());
  Purchase bought;
  for (const std::size_t g : groups) {
    const Way& way = market_.groups[g].hull[static_cast<std::size_t>(ways_[g])];
    bought.cost += way.cost;
    bought.points += way.points;
  }
  const Way& government =
      market_.government_hull[static_cast<std::size_t>(government_way(mode.divisor))];
  bought.cost += government.cost;
  bought.points += government.points * mode.divisor;
  bought.bound = bought.cost + price_ * (mode.needed - bought.points);
  return bought;
}

Basket Priced::basket(const Mode& mode) const {
  Basket basket;
  basket.ways.assign(market_.groups.size(), Basket::out);
  for (const std::size_t g : always_) basket.ways[g] = ways_[g];
  for (const std::size_t g : chosen(mode)) basket.ways[g] = ways_[g];
  basket.government = government_way(mode.divisor);
  return basket;
}

Bounded bounded(const Market& market, const Mode& mode, Cost cutoff) {
  Bounded best;
  best.bound = -no_plan;
  const auto try_price = [&](std::int64_t price) {
    const Purchase bought = Priced(market, price).purchase(mode);
    if (bought.bound > best.bound) {
      best.bound = bought.bound;
      best.price = price;
    }
    const bool is_plan = bought.points >= mode.needed;
    if (is_plan && bought.cost < best.plan_cost) {
      best.plan_cost = bought.cost;
      best.plan_price = price;
    }
    return is_plan;
  };
  if (try_price(0)) return best;
  std::int64_t low = 0;
  std::int64_t high = highest_price(market);
  if (!try_price(high)) return {};
  while (high - low > 1 && best.bound < cutoff) {
    const std::int64_t middle = low + (high - low) / 2;
    (try_price(middle) ? high : low) = middle;
  }
  return best;
}

Bounds::Bounds(const Market& market, const std::vector<Mode>& modes)
    : market_(market), modes_(modes), bounds_(modes.size(), 0), sharp_(modes.size(), 0) {
  const std::int64_t highest = highest_price(market);
  for (std::int64_t price = 0; price < highest; price = std::max(4 * price, day / 64)) {
    raise_at(price);
  }
}

void Bounds::raise_at(std::int64_t price) {
  const Priced priced(market_, price);
  for (std::size_t m = 0; m < modes_.size(); ++m) {
    if (sharp_[m] != 0) continue;
    bounds_[m] = std::max(bounds_[m], priced.purchase(modes_[m]).bound);
  }
}

std::optional<std::size_t> Bounds::lowest(Cost cutoff) {
  while (!modes_.empty()) {
    const auto m = static_cast<std::size_t>(std::min_element(bounds_.begin(), bounds_.end()) -
                                            bounds_.begin());
    if (bounds_[m] >= cutoff) return std::nullopt;
    if (sharp_[m] != 0) return m;
    const Bounded found = bounded(market_, modes_[m], cutoff);
    bounds_[m] = std::max(bounds_[m], found.bound);
    sharp_[m] = 1;
    if (found.bound < no_plan) raise_at(found.price);
  }
  return std::nullopt;
}

}  // namespace jalur::planning
