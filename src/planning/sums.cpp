// Layer c of a table holds, for every sum of points, the least effort with c innovations that could
// have stayed out. An innovation that cannot stay out is added to every layer, one that can makes
// layer c + 1 out of layer c. The inner loop runs over a layer for one way of one innovation, which
// the compiler turns into vector instructions.
//
// For the gate the innovations that may stay out are taken service by service. Within a service,
// one table keeps the choices without any of it so far, another those with one. At its end the
// first counts as a service left out, of which there may only be so many.
#include "planning/sums.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace jalur::planning {

namespace {

using Layer = std::vector<Days>;
using Table = std::vector<Layer>;

void take_least(Layer& into, const Layer& from) {
  if (into.size() < from.size()) into.resize(from.size(), no_days);
  for (std::size_t p = 0; p < from.size(); ++p) into[p] = std::min(into[p], from[p]);
}

void take_least(Table& into, const Table& from) {
  if (into.size() < from.size()) into.resize(from.size());
  for (std::size_t c = 0; c < from.size(); ++c) take_least(into[c], from[c]);
}

class Filling {
 public:
  Filling(const Market& market, std::int64_t unit) : market_(market), unit_(unit) {}

  // The layer with one more innovation, by the best of its ways.
  Layer with(const Layer& layer, std::size_t g) const {
    if (layer.empty()) return {};
    const std::vector<Way>& ways = market_.groups[g].ways;
    Layer more(layer.size() + units(ways.back()), no_days);
    for (const Way& way : ways) {
      const auto days = static_cast<Days>(way.cost / day);
      Days* to = more.data() + units(way);
      const Days* from = layer.data();
      for (std::size_t p = 0; p < layer.size(); ++p) to[p] = std::min(to[p], from[p] + days);
    }
    for (Days& days : more) days = std::min(days, no_days);
    return more;
  }

  // One innovation more in every layer, or left out.
  void offer(Table& table, std::size_t g) const {
    table.emplace_back();
    for (std::size_t c = table.size() - 1; c > 0; --c) take_least(table[c], with(table[c - 1], g));
  }

  Table shifted(const Table& table, std::size_t g) const {
    Table more(1);
    for (const Layer& layer : table) more.push_back(with(layer, g));
    return more;
  }

 private:
  std::size_t units(const Way& way) const { return static_cast<std::size_t>(way.points / unit_); }

  const Market& market_;
  std::int64_t unit_;
};

std::int64_t unit_of(const Market& market) {
  std::int64_t unit = 0;
  for (const Group& group : market.groups) {
    for (const Way& way : group.ways) unit = std::gcd(unit, way.points);
  }
  return std::max<std::int64_t>(unit, 1);
}

// Which innovations that may stay out bring a basic service that is not certain, by service.
struct Choices {
  std::vector<std::size_t> always;
  std::vector<std::size_t> free;
  std::vector<std::vector<std::size_t>> services;
  int may_be_left_out = 0;  // of `services`; below 0: the gate cannot be met
};

Choices choices_of(const Instance& instance, const Market& market, Gate gate) {
  Choices choices;
  std::vector<std::vector<std::size_t>> of_service(static_cast<std::size_t>(instance.services));
  std::vector<char> certain(of_service.size(), 0);
  for (std::size_t g = 0; g < market.groups.size(); ++g) {
    const Group& group = market.groups[g];
    if (!group.may_stay_out) {
      choices.always.push_back(g);
      if (group.service >= 0) certain[static_cast<std::size_t>(group.service)] = 1;
    }
  }
  for (std::size_t g = 0; g < market.groups.size(); ++g) {
    const Group& group = market.groups[g];
    if (!group.may_stay_out) continue;
    const auto service = static_cast<std::size_t>(std::max(0, group.service));
    const bool is_asked = gate == Gate::met && group.service >= 0 && certain[service] == 0;
    if (is_asked) of_service[service].push_back(g);
    if (!is_asked) choices.free.push_back(g);
  }
  const auto sure = static_cast<int>(std::count(certain.begin(), certain.end(), 1));
  for (auto& groups : of_service) {
    if (!groups.empty()) choices.services.push_back(std::move(groups));
  }
  if (gate == Gate::met) {
    choices.may_be_left_out =
        static_cast<int>(choices.services.size()) - std::max(0, instance.services_required - sure);
  }
  return choices;
}

Table fill(const Choices& choices, const Filling& filling) {
  Table start{{0}};
  for (const std::size_t g : choices.always) start[0] = filling.with(start[0], g);
  for (const std::size_t g : choices.free) filling.offer(start, g);
  // by_left_out[u]: u of the services so far are left out.
  std::vector<Table> by_left_out(static_cast<std::size_t>(choices.may_be_left_out) + 1);
  by_left_out[0] = std::move(start);
  for (const auto& service : choices.services) {
    std::vector<Table> after(by_left_out.size());
    for (std::size_t u = 0; u < by_left_out.size(); ++u) {
      Table covered;
      for (const std::size_t g : service) {
        filling.offer(covered, g);
        take_least(covered, filling.shifted(by_left_out[u], g));
      }
      take_least(after[u], covered);
      if (u + 1 < after.size()) take_least(after[u + 1], by_left_out[u]);
    }
    by_left_out = std::move(after);
  }
  Table all;
  for (const Table& table : by_left_out) take_least(all, table);
  return all;
}

}  // namespace

Sums::Sums(const Instance& instance, const Market& market, Gate gate) : unit_(unit_of(market)) {
  const Choices choices = choices_of(instance, market, gate);
  always_ = static_cast<int>(choices.always.size());
  if (choices.may_be_left_out < 0) return;
  least_ = fill(choices, Filling(market, unit_));
  for (Layer& layer : least_) {
    for (std::size_t p = layer.size(); p-- > 1;) layer[p - 1] = std::min(layer[p - 1], layer[p]);
  }
}

}  // namespace jalur::planning
