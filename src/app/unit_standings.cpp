#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

// Sums over a unit's innovations, made means at the end.
struct UnitSums {
  UnitStanding standing;
  Points claimed;
  Points verified;
  std::vector<int> levels;
};

Fraction mean(Points sum, int count) { return {sum.count(), 100 * count}; }

class Standings {
 public:
  Standings(const RegionYear& data, const Ruleset& ruleset)
      : data_(data), ruleset_(ruleset), indicators_(indicators_of(ruleset, Aspect::innovation)) {
    for (const Unit& unit : data.units) sums_of(unit.name).standing.unit = unit;
    for (const Innovation& innovation : data.innovations) add(innovation);
  }

  const std::vector<const Indicator*>& indicators() const { return indicators_; }

  std::vector<UnitStanding> finished() && {
    std::vector<UnitStanding> standings;
    for (auto& [name, sums] : sums_) standings.push_back(finish(sums));
    return standings;
  }

 private:
  UnitSums& sums_of(const std::string& name) {
    UnitSums& sums = sums_[name];
    if (sums.levels.empty()) {
      sums.standing.unit = {name, Unit::Kind::other};
      sums.levels.assign(indicators_.size(), 0);
    }
    return sums;
  }

  void add(const Innovation& innovation) {
    if (innovation.state == SubmissionState::withheld) return;
    UnitSums& sums = sums_of(innovation.unit);
    ++sums.standing.innovations;
    if (is_counted(innovation, data_.year, ruleset_)) add_counted(innovation, sums);
  }

  void add_counted(const Innovation& innovation, UnitSums& sums) {
    ++sums.standing.counted;
    const Maturity points =
        maturity_of(innovation.levels, innovation.verified_levels, ruleset_, Aspect::innovation);
    sums.claimed += points.claimed;
    sums.verified += points.verified;
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      const IndicatorId id = indicators_[i]->id;
      const Level level = innovation.levels.at(id);
      sums.levels[i] += number(level);
      if (level == Level::none) continue;
      ++sums.standing.claims;
      if (innovation.verified_levels && innovation.verified_levels->find(id)) {
        ++sums.standing.claims_verified;
      }
    }
  }

  static UnitStanding finish(UnitSums& sums) {
    UnitStanding standing = std::move(sums.standing);
    const int counted = standing.counted;
    standing.mean_levels.assign(sums.levels.size(), std::nullopt);
    if (counted == 0) return standing;
    standing.maturity_claimed = mean(sums.claimed, counted);
    standing.maturity_verified = mean(sums.verified, counted);
    for (std::size_t i = 0; i < sums.levels.size(); ++i) {
      standing.mean_levels[i] = Fraction(sums.levels[i], counted);
    }
    return standing;
  }

  const RegionYear& data_;
  const Ruleset& ruleset_;
  std::vector<const Indicator*> indicators_;
  std::map<std::string, UnitSums> sums_;
};

// What a sort compares: more first. Names settle ties.
Fraction sort_key(const UnitStanding& standing, UnitSort sort) {
  const Fraction none(-1, 1);
  switch (sort) {
    case UnitSort::innovations:
      return {standing.innovations, 1};
    case UnitSort::maturity:
      return standing.maturity_claimed.value_or(none);
    case UnitSort::verified:
      return standing.claims == 0 ? none : Fraction(standing.claims_verified, standing.claims);
    case UnitSort::name:
      break;
  }
  return none;
}

void sort_standings(std::vector<UnitStanding>& standings, UnitSort sort) {
  std::stable_sort(standings.begin(), standings.end(),
                   [&](const UnitStanding& a, const UnitStanding& b) {
                     const Fraction left = sort_key(a, sort);
                     const Fraction right = sort_key(b, sort);
                     return left != right ? left > right : a.unit.name < b.unit.name;
                   });
}

}  // namespace

Expected<UnitPage> unit_standings(House& house, const YearKey& key, UnitSort sort,
                                  const std::string& after, int limit) {
  const auto found = year_with_rules(house, key);
  if (!found) return tl::unexpected(found.error());
  Standings standings(found->year->data, *found->ruleset);
  UnitPage page;
  page.indicators = standings.indicators();
  page.items = std::move(standings).finished();
  page.total = static_cast<int>(page.items.size());
  sort_standings(page.items, sort);
  if (!after.empty()) {
    const auto last = std::find_if(page.items.begin(), page.items.end(),
                                   [&](const UnitStanding& s) { return s.unit.name == after; });
    if (last == page.items.end()) {
      return fail(ErrorCode::invalid_input,
                  {"bukan nama unit daerah ini; pakai `next` dari halaman sebelumnya",
                   "not a unit of this region; use the `next` of the page before"},
                  "after", after);
    }
    page.items.erase(page.items.begin(), last + 1);
  }
  if (page.items.size() > static_cast<std::size_t>(limit)) {
    page.items.resize(static_cast<std::size_t>(limit));
    page.next = page.items.back().unit.name;
  }
  return page;
}

}  // namespace jalur::app
