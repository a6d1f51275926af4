// The reasons behind an index: rows that add up to it, and what one level more would bring.
#include <gtest/gtest.h>

#include "index/example_region.h"
#include "index/random_region.h"
#include "index/simple_score.h"

namespace jalur {
namespace {

using namespace jalur::testing;

Hundredths sum_of_effects(const std::vector<Row>& rows) {
  Hundredths sum;
  for (const Row& row : rows) sum += row.index_effect;
  return sum;
}

TEST(Explain, RowsAddUpToTheShownIndexAndStayWithinAHundredthOfTheExactEffect) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    const Figure claimed = score(data, ruleset).claimed;
    const std::vector<Row> rows = explain(data, ruleset);
    RC_ASSERT(sum_of_effects(rows) == claimed.index.rounded());
    Exact whole = 0;
    for (const Row& row : rows) {
      Exact effect = exact(row.points) / exact(ruleset.formula.maximum) * 100;
      if (row.innovation) effect /= claimed.divisor;
      const Exact off = exact(row.index_effect) - effect;
      RC_ASSERT(abs(off) < Exact(1, 100));
      whole += effect;
    }
    RC_ASSERT(whole == exact(claimed.index));
  });
}

TEST(Explain, HasARowForEachClaimInOrder) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    const SimpleScore simple = simple_score(data, ruleset);
    const std::vector<Row> rows = explain(data, ruleset);
    std::size_t next = 0;
    const auto expect_claim = [&](const Innovation* innovation, const Indicator& indicator) {
      RC_ASSERT(next < rows.size());
      const Row& row = rows[next++];
      const Levels& levels = innovation != nullptr ? innovation->levels : data.government;
      const auto& verified =
          innovation != nullptr ? innovation->verified_levels : data.government_verified;
      RC_ASSERT(row.innovation ==
                (innovation != nullptr ? std::optional(innovation->id) : std::nullopt));
      RC_ASSERT(row.indicator == indicator.id);
      RC_ASSERT(row.level == levels.at(indicator.id));
      RC_ASSERT(row.verified_level == (verified ? verified->find(indicator.id) : std::nullopt));
      RC_ASSERT(row.points == indicator.weight * number(levels.at(indicator.id)));
    };
    for (const Indicator* each : indicators_of(ruleset, Aspect::government)) {
      expect_claim(nullptr, *each);
    }
    for (const Innovation& innovation : data.innovations) {
      if (!simple.counted.contains(innovation.id)) continue;
      for (const Indicator* each : indicators_of(ruleset, Aspect::innovation)) {
        expect_claim(&innovation, *each);
      }
    }
    RC_ASSERT(next + 1 == rows.size());
    RC_ASSERT(rows.back().indicator == ruleset.number_indicator);
    RC_ASSERT(!rows.back().innovation);
    RC_ASSERT(!rows.back().level);
    RC_ASSERT(exact(rows.back().points) == simple.claimed.number);
  });
}

TEST(Explain, GivesTheMissingHundredthToTheLargestRemainder) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(1, 1);
  data.innovations[0].levels.set(id_of("16"), Level::one);  // 3 / 12 / 250: 0.100
  data.innovations[0].levels.set(id_of("20"), Level::one);  // 1 / 12 / 250: 0.0333
  data.innovations[0].levels.set(id_of("17"), Level::one);  // 2 / 12 / 250: 0.0667
  data.innovations[0].levels.set(id_of("35"), Level::one);  // 4 / 12 / 250: 0.1333
  const std::map<std::string, std::string> effects{
      {"16", "0.10"}, {"20", "0.03"}, {"17", "0.07"}, {"35", "0.13"}};
  const auto rows = explain(data, rules);
  EXPECT_EQ(sum_of_effects(rows).str(), "0.33");
  for (const Row& row : rows) {
    const auto it = effects.find(row.indicator.str());
    EXPECT_EQ(row.index_effect.str(), it == effects.end() ? "0.00" : it->second)
        << row.indicator.str();
  }
}

// The chosen claim, raised by one level where it stands.
void expect_effect_is_real(const RegionYear& data, const Ruleset& ruleset, Innovation* innovation,
                           RegionYear& raised, const Indicator& indicator, bool counted) {
  Levels& levels = innovation != nullptr ? innovation->levels : raised.government;
  const Level level = levels.at(indicator.id);
  const Figure before = score(data, ruleset).claimed;
  const auto effect = next_level_effect(before, indicator, level, counted);
  RC_ASSERT(effect.has_value() == (level != Level::three));
  if (!effect) return;
  levels.set(indicator.id, static_cast<Level>(number(level) + 1));
  const Figure after = score(raised, ruleset).claimed;
  RC_ASSERT(exact(*effect) == exact(after.index) - exact(before.index));
}

TEST(NextLevel, BringsWhatRaisingTheClaimReallyBrings) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    RegionYear raised = data;
    const Indicator& indicator = *rc::gen::elementOf(ruleset.indicators);
    if (indicator.aspect == Aspect::government) {
      expect_effect_is_real(data, ruleset, nullptr, raised, indicator, true);
      return;
    }
    RC_PRE(!data.innovations.empty());
    const auto i = *rc::gen::inRange<std::size_t>(0, data.innovations.size());
    const bool counted = simple_score(data, ruleset).counted.contains(data.innovations[i].id);
    expect_effect_is_real(data, ruleset, &raised.innovations[i], raised, indicator, counted);
  });
}

TEST(NextLevel, OfAVerifiedFigureIsWhatOneMoreVerifiedLevelBrings) {
  under_every_ruleset([](const Ruleset& ruleset) {
    RegionYear data = random_region(ruleset);
    data.government_verified.emplace();
    data.government_verified->set(id_of("1"), Level::one);
    const Figure before = *score(data, ruleset).verified;
    const auto effect = next_level_effect(before, *ruleset.find(id_of("1")), Level::one, true);
    data.government_verified->set(id_of("1"), Level::two);
    RC_ASSERT(effect.has_value());
    RC_ASSERT(exact(*effect) == exact(score(data, ruleset).verified->index) - exact(before.index));
  });
}

}  // namespace
}  // namespace jalur
