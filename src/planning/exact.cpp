// Reduced costs. At the best price p, with a fee m for each counted innovation and a fee f(s) for
// each basic service it brings (so that choosing freely chooses what the bound bought), way w of
// innovation j costs
//
//   r(j, w) = cost(w) - p x points(w) - m - f(service of j)      and staying out costs 0,
//
// less the least of its row, so that every row has a 0. A plan costs the bound plus the sum of
// what its choices have, plus p for each point too many. So a plan of at most B days can only use
// ways whose reduced cost is within B - bound, and its reduced costs together are within it too.
// With few days between bound and optimum that leaves few ways and few sums of them.
//
// The search starts with B = the bound rounded up to whole days and doubles the allowance until a
// plan is found; one found with an allowance is the cheapest of the mode, because all plans within
// the allowance were looked through. Row after row, the partial sums are kept that no other beats
// (same count, same services, no fewer points, no dearer) and that can still reach the points.
// Their number is at most that of different points, so the worst case is the whole table.
#include "planning/exact.h"

#include <algorithm>
#include <numeric>

namespace jalur::planning {

namespace {

constexpr std::int32_t stays_out = -1;

// One way of a row after the ways too dear for the allowance are gone.
struct Item {
  std::int64_t points = 0;
  Cost cost = 0;
  Cost reduced = 0;
  std::int32_t way = 0;  // or stays_out
  std::uint64_t service = 0;
  int counted = 0;
};

struct RowOfItems {
  std::size_t group = 0;  // Market::groups.size(): the government
  std::vector<Item> items;
};

struct Partial {
  std::uint64_t services = 0;
  int counted = 0;
  std::int64_t points = 0;
  Cost cost = 0;
  Cost reduced = 0;
  std::uint32_t before = 0;  // place in the partials of the row before
  std::int32_t way = 0;
};

// First those that can beat the ones behind them.
bool comes_first(const Partial& a, const Partial& b) {
  if (a.services != b.services) return a.services < b.services;
  if (a.counted != b.counted) return a.counted < b.counted;
  if (a.points != b.points) return a.points > b.points;
  return a.cost < b.cost;
}

// What counting costs beside the ways: chosen so that the basket of the bound has no reduced cost.
struct Fees {
  Cost innovation = 0;
  std::vector<Cost> services;  // by place; 0 where the mode does not ask
};

// Which innovations the bound bought for their service.
std::vector<char> bought_for_service(const Market& market, const Mode& mode,
                                     const std::vector<std::size_t>& chosen) {
  std::vector<char> first(market.groups.size(), 0);
  std::uint64_t to_cover = mode.services;
  for (const std::size_t g : chosen) {
    const int service = market.groups[g].service;
    if (service < 0 || (to_cover >> service & 1) == 0) continue;
    first[g] = 1;
    to_cover &= ~(std::uint64_t{1} << service);
  }
  return first;
}

// Halfway between the dearest that is counted and the cheapest that is not; those bought for their
// service stand apart.
Cost innovation_fee(const Market& market, const Priced& priced, const Basket& basket,
                    const std::vector<char>& for_service) {
  Cost dearest_in = -no_plan;
  Cost cheapest_out = no_plan;
  for (std::size_t g = 0; g < market.groups.size(); ++g) {
    if (!market.groups[g].may_stay_out || for_service[g] != 0) continue;
    if (basket.ways[g] == Basket::out) {
      cheapest_out = std::min(cheapest_out, priced.value(g));
    } else {
      dearest_in = std::max(dearest_in, priced.value(g));
    }
  }
  if (dearest_in == -no_plan) return cheapest_out == no_plan ? 0 : cheapest_out;
  if (cheapest_out == no_plan) return dearest_in;
  return dearest_in + (cheapest_out - dearest_in) / 2;
}

Fees fees_of(const Market& market, const Mode& mode, const Priced& priced) {
  const std::vector<char> for_service = bought_for_service(market, mode, priced.chosen(mode));
  Fees fees;
  fees.innovation = innovation_fee(market, priced, priced.basket(mode), for_service);
  fees.services.assign(64, 0);
  for (std::size_t g = 0; g < market.groups.size(); ++g) {
    if (for_service[g] == 0) continue;
    fees.services[static_cast<std::size_t>(market.groups[g].service)] =
        std::max<Cost>(0, priced.value(g) - fees.innovation);
  }
  return fees;
}

class Search {
 public:
  Search(const Market& market, const Mode& mode, std::int64_t price)
      : market_(market), mode_(mode), price_(price) {
    const Priced priced(market, price);
    fees_ = fees_of(market, mode, priced);
    for (const Cost fee : fees_.services) bound_ += fee;
    bound_ += price * mode.needed;
    for (std::size_t g = 0; g < market.groups.size(); ++g) add_group(g);
    bound_ += fees_.innovation * (mode.innovations - always_in_);
    add_government();
  }

  Cost bound() const { return bound_; }

  // The cheapest plan of at most `most`; nothing also when time ran out.
  std::optional<Found> within(Cost most, const OutOfTime& out_of_time) {
    if (most < bound_) return std::nullopt;
    narrow(most - bound_);
    stages_.assign(1, {Partial{}});
    for (std::size_t row = 0; row < narrowed_.size(); ++row) {
      if (out_of_time()) {
        timed_out_ = true;
        return std::nullopt;
      }
      stages_.push_back(next_stage(row, most - bound_));
      if (stages_.back().empty()) return std::nullopt;
    }
    return best(most);
  }

  bool timed_out() const { return timed_out_; }

 private:
  void add_group(std::size_t g) {
    const Group& group = market_.groups[g];
    RowOfItems row{g, {}};
    Cost fee = 0;
    std::uint64_t service = 0;
    if (group.service >= 0 && (mode_.services >> group.service & 1) != 0) {
      service = std::uint64_t{1} << group.service;
      fee = fees_.services[static_cast<std::size_t>(group.service)];
    }
    if (group.may_stay_out) {
      fee += fees_.innovation;
      row.items.push_back({0, 0, 0, stays_out, 0, 0});
    } else {
      ++always_in_;
    }
    for (std::size_t w = 0; w < group.ways.size(); ++w) {
      const Way& way = group.ways[w];
      row.items.push_back({way.points, way.cost, way.cost - price_ * way.points - fee,
                           static_cast<std::int32_t>(w), service, 1});
    }
    add(std::move(row));
  }

  void add_government() {
    RowOfItems row{market_.groups.size(), {}};
    for (std::size_t w = 0; w < market_.government.size(); ++w) {
      const Way& way = market_.government[w];
      const std::int64_t points = way.points * mode_.divisor;
      row.items.push_back(
          {points, way.cost, way.cost - price_ * points, static_cast<std::int32_t>(w), 0, 0});
    }
    add(std::move(row));
  }

  // Takes the least reduced cost out of the row and into the bound.
  void add(RowOfItems row) {
    Cost least = no_plan;
    for (const Item& item : row.items) least = std::min(least, item.reduced);
    for (Item& item : row.items) item.reduced -= least;
    bound_ += least;
    rows_.push_back(std::move(row));
  }

  // Rows with the ways within the allowance, those with one way first: they make no new partials.
  void narrow(Cost allowance) {
    narrowed_.clear();
    for (const RowOfItems& row : rows_) {
      RowOfItems few{row.group, {}};
      for (const Item& item : row.items) {
        if (item.reduced <= allowance) few.items.push_back(item);
      }
      narrowed_.push_back(std::move(few));
    }
    std::stable_sort(
        narrowed_.begin(), narrowed_.end(),
        [](const RowOfItems& a, const RowOfItems& b) { return a.items.size() < b.items.size(); });
    most_points_after_.assign(narrowed_.size() + 1, 0);
    most_counted_after_.assign(narrowed_.size() + 1, 0);
    for (std::size_t row = narrowed_.size(); row-- > 0;) {
      std::int64_t points = 0;
      int counted = 0;
      for (const Item& item : narrowed_[row].items) {
        points = std::max(points, item.points);
        counted = std::max(counted, item.counted);
      }
      most_points_after_[row] = most_points_after_[row + 1] + points;
      most_counted_after_[row] = most_counted_after_[row + 1] + counted;
    }
  }

  bool is_hopeless(const Partial& partial, std::size_t rows_done) const {
    return partial.points + most_points_after_[rows_done] < mode_.needed ||
           partial.counted > mode_.innovations ||
           partial.counted + most_counted_after_[rows_done] < mode_.innovations;
  }

  std::vector<Partial> next_stage(std::size_t row, Cost allowance) const {
    const std::vector<Partial>& before = stages_.back();
    std::vector<Partial> after;
    for (const Item& item : narrowed_[row].items) {
      for (std::size_t i = 0; i < before.size(); ++i) {
        Partial partial = before[i];
        partial.reduced += item.reduced;
        if (partial.reduced > allowance) continue;
        partial.points = std::min(partial.points + item.points, mode_.needed);
        partial.cost += item.cost;
        partial.counted += item.counted;
        partial.services |= item.service;
        partial.before = static_cast<std::uint32_t>(i);
        partial.way = item.way;
        if (!is_hopeless(partial, row + 1)) after.push_back(partial);
      }
    }
    if (narrowed_[row].items.size() > 1) keep_unbeaten(after);
    return after;
  }

  static void keep_unbeaten(std::vector<Partial>& partials) {
    std::sort(partials.begin(), partials.end(), comes_first);
    std::size_t kept = 0;
    for (const Partial& partial : partials) {
      const bool beaten = kept > 0 && partials[kept - 1].services == partial.services &&
                          partials[kept - 1].counted == partial.counted &&
                          partials[kept - 1].cost <= partial.cost;
      if (!beaten) partials[kept++] = partial;
    }
    partials.resize(kept);
  }

  // One that buys points beyond those needed may have little reduced cost and still be too dear.
  std::optional<Found> best(Cost most) const {
    const std::vector<Partial>& last = stages_.back();
    std::size_t found = last.size();
    for (std::size_t i = 0; i < last.size(); ++i) {
      if (last[i].points < mode_.needed || last[i].services != mode_.services) continue;
      if (last[i].cost > most) continue;
      if (found == last.size() || last[i].cost < last[found].cost) found = i;
    }
    if (found == last.size()) return std::nullopt;
    return Found{last[found].cost, basket_at(found)};
  }

  Basket basket_at(std::size_t place) const {
    Basket basket;
    basket.ways.assign(market_.groups.size(), Basket::out);
    for (std::size_t row = narrowed_.size(); row-- > 0;) {
      const Partial& partial = stages_[row + 1][place];
      const std::size_t group = narrowed_[row].group;
      (group == market_.groups.size() ? basket.government : basket.ways[group]) = partial.way;
      place = partial.before;
    }
    return basket;
  }

  const Market& market_;
  const Mode& mode_;
  std::int64_t price_;
  Fees fees_;
  Cost bound_ = 0;
  int always_in_ = 0;
  bool timed_out_ = false;
  std::vector<RowOfItems> rows_;
  std::vector<RowOfItems> narrowed_;
  std::vector<std::int64_t> most_points_after_;
  std::vector<int> most_counted_after_;
  std::vector<std::vector<Partial>> stages_;
};

Cost whole_days_up(Cost cost) { return (std::max<Cost>(cost, 0) + day - 1) / day * day; }

}  // namespace

ExactAnswer cheapest(const Market& market, const Mode& mode, const Bounded& start, Cost cutoff,
                     const OutOfTime& out_of_time) {
  Search search(market, mode, start.price);
  Cost most = whole_days_up(std::max(search.bound(), start.bound));
  const Cost last = std::min(cutoff - day, start.plan_cost);
  Cost step = day;
  Cost proven = most;
  while (most <= last) {
    if (auto found = search.within(most, out_of_time)) {
      const Cost cost = found->cost;
      return {std::move(found), cost};
    }
    if (search.timed_out()) return {std::nullopt, proven};
    proven = most + day;
    if (most == last) break;
    most = std::min(most + step, last);
    step *= 2;
  }
  return {std::nullopt, std::max(proven, std::min(last + day, cutoff))};
}

}  // namespace jalur::planning
