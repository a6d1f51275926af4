#include "planning/default_new.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/limits.h"
#include "planning/region_claims.h"

namespace jalur {

namespace {

struct Place {
  std::string id;
  int affair = 0;
};

class Places {
 public:
  Places(const RegionYear& data, const Ruleset& ruleset, const Catalogue& catalogue)
      : data_(data), ruleset_(ruleset), catalogue_(catalogue) {
    for (const Innovation& innovation : data.innovations) taken_.insert(innovation.id);
  }

  std::vector<Place> find() {
    add_services();
    add_units();
    return std::move(places_);
  }

 private:
  void add(const std::string& name, int affair) {
    if (static_cast<int>(places_.size()) >= catalogue_.new_most) return;
    std::string id = slug("baru " + name, limits::id_bytes);
    for (int i = 2; !taken_.insert(id).second; ++i) {
      const std::string end = fmt::format("-{}", i);
      id = slug("baru " + name, limits::id_bytes - end.size()) + end;
    }
    places_.push_back({std::move(id), affair});
  }

  void add_services() {
    std::set<int> covered;
    for (const Innovation* each : counted_innovations(data_, ruleset_)) {
      covered.insert(each->affairs.front());
    }
    for (const int affair : ruleset_.formula.basic_services) {
      if (!covered.contains(affair)) add(fmt::format("urusan {}", affair), affair);
    }
  }

  // Agencies first: an innovation of theirs reaches further.
  void add_units() {
    std::set<std::string> with_innovation;
    for (const Innovation& each : data_.innovations) with_innovation.insert(each.unit);
    std::vector<Unit> without;
    for (const Unit& unit : data_.units) {
      if (!with_innovation.contains(unit.name)) without.push_back(unit);
    }
    std::stable_sort(without.begin(), without.end(),
                     [](const Unit& a, const Unit& b) { return a.kind < b.kind; });
    for (const Unit& unit : without) add_unit(unit);
  }

  void add_unit(const Unit& unit) {
    for (const Catalogue::UnitAffair& each : catalogue_.unit_affairs) {
      if (each.kind == unit.kind) add(unit.name, each.affair);
    }
  }

  const RegionYear& data_;
  const Ruleset& ruleset_;
  const Catalogue& catalogue_;
  std::set<std::string> taken_;
  std::vector<Place> places_;
};

const Catalogue::Start* way_in_time(const Catalogue& catalogue, const Reach& reach) {
  for (const Catalogue::Start& start : catalogue.starts) {
    if (!reach.hindrance(start)) return &start;
  }
  return nullptr;
}

NewInnovation started(const Catalogue::Start& start, const Ruleset& ruleset, const Reach& reach) {
  NewInnovation innovation;
  innovation.effort = start.days;
  for (const Indicator* indicator : indicators_of(ruleset, Aspect::innovation)) {
    const Level from = start.levels.at(indicator->id);
    if (from != Level::none) innovation.levels.set(indicator->id, from);
    for (int level = number(from) + 1; level <= 3; ++level) {
      const Level to = *level_of(level);
      const auto effort = reach.effort(indicator->id, from, to);
      if (!effort || reach.hindrance(indicator->id, from, to)) continue;
      innovation.steps.push_back({indicator->id, to, *effort});
    }
  }
  return innovation;
}

}  // namespace

std::vector<NewInnovation> default_new_innovations(const RegionYear& data, const Ruleset& ruleset,
                                                   const Catalogue& catalogue, const Reach& reach) {
  std::vector<NewInnovation> innovations;
  const Catalogue::Start* start = way_in_time(catalogue, reach);
  if (start == nullptr) return innovations;
  const NewInnovation model = started(*start, ruleset, reach);
  for (Place& place : Places(data, ruleset, catalogue).find()) {
    NewInnovation innovation = model;
    innovation.id = std::move(place.id);
    innovation.affairs = {place.affair};
    innovations.push_back(std::move(innovation));
  }
  return innovations;
}

}  // namespace jalur
