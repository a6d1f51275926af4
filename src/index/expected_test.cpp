// What is expected of a region, against a second, plain reckoning.
#include "index/expected.h"

#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "index/example_region.h"
#include "index/random_region.h"
#include "index/simple_score.h"

namespace jalur {
namespace {

using namespace jalur::testing;

// Decides by the number of the indicator and the place, so that there is some of each.
Decision some(std::optional<std::size_t> innovation, IndicatorId indicator) {
  const auto place = innovation.value_or(3);
  return (place + static_cast<std::size_t>(indicator.number())) % 3 == 0 ? Decision::open
                                                                         : Decision::decided;
}

// The levels that count when what waits counts as it is claimed.
Levels hoped(const Levels& claimed, const std::optional<Levels>& verified,
             std::optional<std::size_t> place) {
  Levels levels;
  for (const auto& [id, level] : claimed) {
    const Level found = verified ? verified->at(id) : Level::none;
    levels.set(id, some(place, id) == Decision::open ? std::max(level, found) : found);
  }
  if (!verified) return levels;
  for (const auto& [id, level] : *verified)
    if (claimed.at(id) == Level::none) levels.set(id, level);
  return levels;
}

RegionYear counting(const RegionYear& data, bool hope) {
  RegionYear changed = data;
  const auto replace = [&](Levels& claimed, const std::optional<Levels>& verified,
                           std::optional<std::size_t> place) {
    claimed = hope ? hoped(claimed, verified, place) : verified.value_or(Levels{});
  };
  replace(changed.government, changed.government_verified, std::nullopt);
  for (std::size_t i = 0; i < changed.innovations.size(); ++i)
    replace(changed.innovations[i].levels, changed.innovations[i].verified_levels, i);
  return changed;
}

struct Share {
  Exact claimed = 0;
  Exact verified = 0;

  void add(const Ruleset& ruleset, Aspect aspect, const Levels& levels,
           const std::optional<Levels>& found, std::optional<std::size_t> place) {
    for (const Indicator* indicator : indicators_of(ruleset, aspect)) {
      const int level = number(levels.at(indicator->id));
      if (level == 0 || some(place, indicator->id) == Decision::open) continue;
      claimed += exact(indicator->weight) * level;
      if (found) verified += exact(indicator->weight) * number(found->at(indicator->id));
    }
  }
};

Share share_of(const RegionYear& data, const Ruleset& ruleset) {
  Share share;
  share.add(ruleset, Aspect::government, data.government, data.government_verified, std::nullopt);
  for (std::size_t i = 0; i < data.innovations.size(); ++i) {
    const Innovation& each = data.innovations[i];
    if (each.state != SubmissionState::submitted || exclusion_of(each, data.year, ruleset))
      continue;
    share.add(ruleset, Aspect::innovation, each.levels, each.verified_levels, i);
  }
  return share;
}

TEST(ExpectedIndex, IsVerifiedAndTheShareOfWhatWaits) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    const Exact v = exact(score(counting(data, false), ruleset).claimed.index);
    const Exact w = exact(score(counting(data, true), ruleset).claimed.index);
    const Share share = share_of(data, ruleset);
    const Exact r = share.claimed == 0 ? Exact(1) : share.verified / share.claimed;
    const ExpectedIndex expected = expected_index(data, ruleset, some);
    RC_ASSERT(exact(expected.index) == v + r * (w - v));
    RC_ASSERT(exact(expected.share) == r);
    RC_ASSERT(expected.assumed == (share.claimed == 0));
  });
}

// The rows of the tables of the page, by their first cell.
std::map<std::string, std::vector<std::string>> page_rows() {
  std::map<std::string, std::vector<std::string>> rows;
  std::istringstream page(file_text("docs/algorithms/expected-index.md"));
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    std::istringstream parts(line.substr(2));
    for (std::string cell; std::getline(parts, cell, '|');)
      cells.push_back(cell.substr(cell.front() == ' ' ? 1 : 0, cell.find_last_not_of(' ') + 1));
    for (std::string& cell : cells) cell.erase(cell.find_last_not_of(' ') + 1);
    rows[cells.front()] = cells;
  }
  return rows;
}

TEST(ExpectedIndex, IsThatOfTheWorkedExample) {
  const Ruleset& ruleset = repo_ruleset("iid-2026");
  const auto rows = page_rows();
  RegionYear data = empty_region();
  data.government_verified.emplace();
  std::set<IndicatorId> waiting;
  for (const char* name : {"1", "5b", "8", "12"}) {
    const auto& row = rows.at(name);
    const IndicatorId id = id_of(name);
    EXPECT_EQ(ruleset.find(id)->weight.str(), row[1]);
    data.government.set(id, *level_of(std::stoi(row[2])));
    if (row[3] != "-") data.government_verified->set(id, *level_of(std::stoi(row[3])));
    if (row[4] == "waiting") waiting.insert(id);
  }
  const ExpectedIndex expected = expected_index(data, ruleset, [&](auto, IndicatorId id) {
    return waiting.contains(id) ? Decision::open : Decision::decided;
  });
  EXPECT_EQ(score(data, ruleset).verified->index.rounded().str(), rows.at("V")[1]);
  const Fraction percent(expected.share.numerator() * 100, expected.share.denominator());
  EXPECT_EQ(percent.rounded().str(), rows.at("r in percent")[1]);
  EXPECT_EQ(expected.index.rounded().str(), rows.at("E")[1]);
  EXPECT_EQ(expected.decided, 3);
  EXPECT_EQ(expected.waiting, 1);
}

TEST(ExpectedIndex, IsTheClaimedOneWhileNothingIsDecided) {
  const Ruleset& ruleset = repo_ruleset("iid-2026");
  RegionYear data = region_with(120, 6);
  spread_maturity(data, ruleset, 3'000);
  const auto open = [](auto, auto) { return Decision::open; };
  const ExpectedIndex expected = expected_index(data, ruleset, open);
  EXPECT_TRUE(expected.assumed);
  EXPECT_EQ(expected.index, score(data, ruleset).claimed.index);
  EXPECT_EQ(expected.decided, 0);
  EXPECT_GT(expected.waiting, 0);
}

}  // namespace
}  // namespace jalur
