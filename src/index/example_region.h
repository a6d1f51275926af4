// Small regions for table tests, made from a few words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/region_year.h"
#include "index/repo_rulesets.h"

namespace jalur::testing {

inline Date day(std::string_view text) { return parse_date(text).value(); }

// Levels of one aspect that are worth just so many points; throws when no levels are.
class LevelsWorth {
 public:
  LevelsWorth(const Ruleset& ruleset, Aspect aspect)
      : indicators_(indicators_of(ruleset, aspect)) {}

  Levels find(Points points) const {
    Levels levels;
    if (!fill(0, points, levels)) throw std::runtime_error("no levels are worth " + points.str());
    return levels;
  }

 private:
  // The points that the indicators from `from` on can still bring.
  Points rest(std::size_t from) const {
    Points sum;
    for (std::size_t i = from; i < indicators_.size(); ++i) sum += indicators_[i]->maximum();
    return sum;
  }

  bool fill(std::size_t from, Points points, Levels& levels) const {
    if (points == Points{}) return true;
    if (points < Points{} || rest(from) < points) return false;
    for (const Level level : {Level::three, Level::two, Level::one, Level::none}) {
      if (!fill(from + 1, points - indicators_[from]->weight * number(level), levels)) continue;
      if (level != Level::none) levels.set(indicators_[from]->id, level);
      return true;
    }
    return false;
  }

  std::vector<const Indicator*> indicators_;
};

inline Levels levels_worth(const Ruleset& ruleset, Aspect aspect, std::string_view points) {
  return LevelsWorth(ruleset, aspect).find(Points::parse(points).value());
}

// Counted under every year's rules when the data are of 2026.
inline Innovation counted_innovation(int number, int affair) {
  Innovation innovation;
  innovation.id = "i-" + std::to_string(number);
  innovation.name = "Inovasi " + std::to_string(number);
  innovation.affairs = {affair};
  innovation.stage = Stage::implementation;
  innovation.implemented_on = day("2024-05-01");
  innovation.state = SubmissionState::submitted;
  return innovation;
}

inline RegionYear empty_region() {
  RegionYear data;
  data.code = RegionCode::parse("14.01").value();
  data.name = "Kabupaten Kampar";
  data.year = 2026;
  return data;
}

// So many counted innovations with main affairs 1 to `services`, in turn, and no level yet.
inline RegionYear region_with(int innovations, int services) {
  RegionYear data = empty_region();
  for (int i = 0; i < innovations; ++i) {
    data.innovations.push_back(counted_innovation(i + 1, 1 + i % services));
  }
  return data;
}

inline void add_rejected(RegionYear& data, int count) {
  for (int i = 0; i < count; ++i) {
    Innovation innovation = counted_innovation(static_cast<int>(data.innovations.size()) + 1, 1);
    innovation.state = SubmissionState::rejected;
    data.innovations.push_back(innovation);
  }
}

// Spreads whole points over the submitted innovations as evenly as whole points allow.
inline void spread_maturity(RegionYear& data, const Ruleset& ruleset, int points) {
  int left = 0;
  for (const Innovation& each : data.innovations) left += each.state == SubmissionState::submitted;
  for (Innovation& innovation : data.innovations) {
    if (innovation.state != SubmissionState::submitted) continue;
    const int share = points / left;
    innovation.levels = levels_worth(ruleset, Aspect::innovation, std::to_string(share));
    points -= share;
    left -= 1;
  }
}

}  // namespace jalur::testing
