#include <algorithm>
#include <set>

#include "app/open_work.h"
#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

constexpr std::size_t gains_most = 10;

const Figure& leading_figure(const Score& score) {
  return score.verified ? *score.verified : score.claimed;
}

std::optional<NextClass> next_class(const Score& score, const Ruleset& ruleset) {
  const Hundredths index = leading_figure(score).index.rounded();
  std::optional<NextClass> next;
  for (const ClassBand& band : ruleset.classes) {
    if (band.from > index) next = NextClass{band, band.from - index};
  }
  return next;
}

// The latest earlier year on record. Looks back a bounded number of years.
std::optional<PreviousYear> previous_year(House& house, const YearKey& key) {
  constexpr int look_back_years = 5;
  for (int year = key.year - 1; year >= key.year - look_back_years; --year) {
    const auto before = score_year(house, {key.region, year}, {});
    if (!before) continue;
    const Score& score = before->score;
    PreviousYear previous{year, score.ruleset, score.claimed.index.rounded(), std::nullopt};
    if (score.verified) previous.verified = score.verified->index.rounded();
    return previous;
  }
  return std::nullopt;
}

int count_in(const RegionYear& data, SubmissionState state) {
  return static_cast<int>(
      std::count_if(data.innovations.begin(), data.innovations.end(),
                    [&](const Innovation& innovation) { return innovation.state == state; }));
}

std::vector<std::string> units_without_innovation(const RegionYear& data) {
  std::set<std::string> with;
  for (const Innovation& innovation : data.innovations) {
    if (innovation.state != SubmissionState::withheld) with.insert(innovation.unit);
  }
  std::vector<std::string> without;
  for (const Unit& unit : data.units) {
    if (!with.contains(unit.name)) without.push_back(unit.name);
  }
  return without;
}

IndicatorGain gain_of(const Indicator& indicator, const RegionYear& data, const Figure& figure,
                      const Ruleset& ruleset) {
  IndicatorGain gain{&indicator, 0, {}};
  const auto add = [&](const Levels& levels) {
    const auto effect = next_level_effect(figure, indicator, levels.at(indicator.id), true);
    if (!effect) return;
    ++gain.claims;
    gain.index_effect = gain.index_effect + *effect;
  };
  if (indicator.aspect == Aspect::government) {
    add(data.government);
    return gain;
  }
  for (const Innovation& innovation : data.innovations) {
    if (is_counted(innovation, data.year, ruleset)) add(innovation.levels);
  }
  return gain;
}

std::vector<IndicatorGain> best_gains(const RegionYear& data, const Figure& figure,
                                      const Ruleset& ruleset) {
  std::vector<IndicatorGain> gains;
  for (const Indicator& indicator : ruleset.indicators) {
    IndicatorGain gain = gain_of(indicator, data, figure, ruleset);
    if (gain.claims > 0) gains.push_back(gain);
  }
  std::stable_sort(gains.begin(), gains.end(), [](const IndicatorGain& a, const IndicatorGain& b) {
    return a.index_effect > b.index_effect;
  });
  if (gains.size() > gains_most) gains.resize(gains_most);
  return gains;
}

}  // namespace

Expected<Overview> overview(House& house, const YearKey& key) {
  auto found = year_with_rules(house, key);
  if (!found) return tl::unexpected(found.error());
  const RegionYear& data = found->year->data;
  Overview answer;
  answer.year = found->year;
  answer.ruleset = found->ruleset;
  answer.score = score(data, *found->ruleset);
  answer.next_class = next_class(answer.score, *found->ruleset);
  answer.previous = previous_year(house, key);
  answer.draft = count_in(data, SubmissionState::draft);
  answer.withheld = count_in(data, SubmissionState::withheld);
  answer.submitted = count_in(data, SubmissionState::submitted);
  answer.rejected = count_in(data, SubmissionState::rejected);
  answer.units = static_cast<int>(data.units.size());
  answer.units_without_innovation = units_without_innovation(data);
  answer.gains = best_gains(data, answer.score.claimed, *found->ruleset);
  const auto objections = house.workflow.open_objections(key);
  if (!objections) return tl::unexpected(objections.error());
  answer.expected = expected_of(*found->year, *found->ruleset);
  answer.work = open_work(*found->year, *objections, registry::day_of(house.clock.now()));
  return answer;
}

}  // namespace jalur::app
