#include "planning/survival.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "index/example_region.h"
#include "index/random_region.h"
#include "planning/page_tables.h"

namespace jalur {
namespace {

using namespace jalur::testing;

Innovation verified_claim(const std::string& unit, const std::string& indicator, int claimed,
                          int verified) {
  Innovation innovation = counted_innovation(1, 1);
  innovation.unit = unit;
  innovation.levels.set(id_of(indicator), *level_of(claimed));
  innovation.verified_levels.emplace();
  innovation.verified_levels->set(id_of(indicator), *level_of(verified));
  return innovation;
}

RegionYear region_of_the_page() {
  RegionYear data = empty_region();
  for (const PageRow& row : page_table("chance.md", "verified claim of")) {
    data.innovations.push_back(
        verified_claim(row[0], row[1], std::stoi(row[2]), std::stoi(row[3])));
  }
  return data;
}

LevelChances chances_of_stage(const Survival& survival, const std::string& stage) {
  const auto kampar = RegionCode::parse("14.01").value();
  const auto elsewhere = RegionCode::parse("14.02").value();
  if (stage == "all files") return survival.chances(elsewhere, "", id_of("16"), Level::two);
  if (stage == "region") return survival.chances(kampar, "", id_of("19"), Level::two);
  if (stage == "indicator") return survival.chances(kampar, "Bappeda", id_of("16"), Level::two);
  return survival.chances(kampar, "Dinas Kesehatan", id_of("16"), Level::two);
}

TEST(Survival, IsThatOfTheWorkedExample) {
  Survival survival;
  survival.learn(region_of_the_page());
  const auto stages = page_table("chance.md", "stage");
  ASSERT_EQ(stages.size(), 4U);
  for (const PageRow& row : stages) {
    const LevelChances chances = chances_of_stage(survival, row[0]);
    for (std::size_t v = 0; v < 3; ++v) {
      EXPECT_EQ(fmt::format("{:.4f}", chances[v]), row[v + 2]) << row[0] << ' ' << v;
    }
    EXPECT_EQ(chances[3], 0) << row[0];
  }
  const Points weight = repo_ruleset("iid-2026").find(id_of("16"))->weight;
  for (const PageRow& row : page_table("chance.md", "figure")) {
    const auto chances = chances_of_stage(survival, "unit");
    const double level = chances[1] + 2 * chances[2];
    const double found = row[0] == "expected level" ? level : expected_points(chances, weight);
    EXPECT_EQ(fmt::format("{:.2f}", found), row[1]) << row[0];
  }
}

TEST(Survival, OfNothingKnownIsThreeInFour) {
  const Survival survival;
  const auto chances =
      survival.chances(RegionCode::parse("14").value(), "", id_of("1"), Level::three);
  EXPECT_EQ(chances, (LevelChances{0.25 / 3, 0.25 / 3, 0.25 / 3, 0.75}));
  EXPECT_EQ(survival.claims(), 0);
}

TEST(Survival, LearnsOnlyFromVerifiedClaims) {
  RegionYear data = empty_region();
  data.government.set(id_of("1"), Level::two);
  data.government.set(id_of("3"), Level::two);
  data.government_verified.emplace();
  data.government_verified->set(id_of("1"), Level::three);  // above the claim: kept
  data.government_verified->set(id_of("8"), Level::one);    // never claimed
  data.innovations.push_back(verified_claim("a", "16", 2, 1));
  data.innovations.push_back(verified_claim("a", "16", 2, 1));
  data.innovations.back().state = SubmissionState::rejected;
  data.innovations.push_back(counted_innovation(2, 1));
  data.innovations.back().levels.set(id_of("16"), Level::three);
  Survival survival;
  survival.learn(data);
  EXPECT_EQ(survival.claims(), 2);
  // 3 + 1 of 4 + 2 are kept.
  const auto elsewhere =
      survival.chances(RegionCode::parse("15").value(), "", id_of("1"), Level::one);
  EXPECT_EQ(elsewhere[1], 4.0 / 6.0);
}

// What a unit has shown a thousand times outweighs all the rest.
TEST(Survival, FollowsTheUnitThatHasShownMuch) {
  RegionYear data = empty_region();
  for (int i = 0; i < 1'000; ++i) {
    data.innovations.push_back(verified_claim("strict", "16", 3, i % 10 == 0 ? 3 : 1));
    data.innovations.push_back(verified_claim("sound", "16", 3, 3));
  }
  Survival survival;
  survival.learn(data);
  EXPECT_NEAR(survival.chances(data.code, "strict", id_of("16"), Level::three)[3], 0.1, 0.01);
  EXPECT_NEAR(survival.chances(data.code, "sound", id_of("16"), Level::three)[3], 1.0, 0.01);
  EXPECT_NEAR(survival.chances(data.code, "new", id_of("16"), Level::three)[3], 0.55, 0.01);
}

TEST(Survival, ChancesAreThereForEveryClaimAndAddUp) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    Survival survival;
    survival.learn(data);
    const ChancesOf chances_of = survival.chances_of(data);
    for (std::size_t i = 0; i < data.innovations.size(); ++i) {
      for (const auto& [id, level] : data.innovations[i].levels) {
        if (level == Level::none) continue;
        const LevelChances chances = chances_of(i, id, level);
        double sum = 0;
        for (int v = 0; v <= 3; ++v) {
          const double chance = chances[static_cast<std::size_t>(v)];
          RC_ASSERT((v <= number(level)) == (chance > 0));
          sum += chance;
        }
        RC_ASSERT(std::abs(sum - 1) < 1e-12);
      }
    }
  });
}

}  // namespace
}  // namespace jalur
