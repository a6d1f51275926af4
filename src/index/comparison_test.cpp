#include "index/comparison.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "index/example_region.h"
#include "index/random_region.h"

namespace jalur {
namespace {

using namespace jalur::testing;

TEST(ComparisonProperty, CausesAddUpToTheDifferenceOfTheShownIndices) {
  for (const Ruleset& from : all_rulesets()) {
    under_every_ruleset([&from](const Ruleset& to) {
      const RegionYear data = random_region(from);
      const Comparison comparison = compare(data, from, to);
      const auto shown = [](const Figure& figure) { return figure.index.rounded(); };
      Hundredths claimed;
      Hundredths verified;
      bool all_verified = true;
      for (const CauseEffect& cause : comparison.causes) {
        claimed += cause.claimed;
        verified += cause.verified.value_or(Hundredths{});
        all_verified = all_verified && cause.verified.has_value();
        RC_ASSERT(!cause.text.id.empty());
        RC_ASSERT(!cause.text.en.empty());
      }
      RC_ASSERT(claimed == shown(comparison.to.claimed) - shown(comparison.from.claimed));
      if (!comparison.from.verified || !comparison.to.verified) return;
      RC_ASSERT(all_verified);
      RC_ASSERT(verified == shown(*comparison.to.verified) - shown(*comparison.from.verified));
    });
  }
}

TEST(ComparisonProperty, HoldsTheScoresOfBothRulesets) {
  under_every_ruleset([](const Ruleset& to) {
    const Ruleset& from = repo_ruleset("iid-2023");
    const RegionYear data = random_region(to);
    const Comparison comparison = compare(data, from, to);
    RC_ASSERT(comparison.from.ruleset == from.id);
    RC_ASSERT(comparison.to.ruleset == to.id);
    RC_ASSERT(comparison.from.claimed.index == score(data, from).claimed.index);
    RC_ASSERT(comparison.to.claimed.index == score(data, to).claimed.index);
    RC_ASSERT(comparison.to.claimed.class_name == score(data, to).claimed.class_name);
  });
}

TEST(ComparisonProperty, OfARulesetWithItselfFindsNothing) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const Comparison comparison = compare(random_region(ruleset), ruleset, ruleset);
    RC_ASSERT(comparison.causes.empty());
    RC_ASSERT(comparison.levels_to_review.empty());
  });
}

std::vector<Cause> causes_of(const Comparison& comparison) {
  std::vector<Cause> causes;
  for (const CauseEffect& each : comparison.causes) causes.push_back(each.cause);
  return causes;
}

// Two innovations of 60 points under the rules of 2025 and of 2026, four basic services short.
TEST(Comparison, Of2025With2026NamesTheDivisorAndTheGate) {
  RegionYear data = region_with(2, 2);
  spread_maturity(data, repo_ruleset("iid-2026"), 120);
  const Comparison comparison = compare(data, repo_ruleset("iid-2025"), repo_ruleset("iid-2026"));

  std::vector<std::string> effects;
  for (const CauseEffect& each : comparison.causes) {
    if (each.cause == Cause::weights) continue;
    effects.push_back(each.claimed.str());
    EXPECT_FALSE(each.verified);
  }
  EXPECT_EQ(comparison.from.claimed.index.rounded().str(), "5.10");  // 12.00 + 0.76 of 250
  EXPECT_EQ(comparison.to.claimed.index.rounded().str(), "4.00");    // 10.00 of 250
  EXPECT_EQ(effects, (std::vector<std::string>{"-0.80", "-0.30"}));
  EXPECT_EQ(comparison.causes.end()[-2].cause, Cause::divisor);
  EXPECT_EQ(comparison.causes.end()[-2].text.en, "The mean divides by at least 12, before 10");
  EXPECT_EQ(comparison.causes.end()[-1].cause, Cause::gate);
  EXPECT_EQ(comparison.causes.end()[-1].text.en,
            "Basic-service affairs to be covered: 5 of 6, before 0");
}

TEST(Comparison, TellsAChangedRuleThatHasNoEffectHere) {
  const RegionYear data = region_with(20, 6);  // enough innovations, every basic service
  const auto causes =
      causes_of(compare(data, repo_ruleset("iid-2026"), repo_ruleset("iid-2027-prognosis")));
  EXPECT_EQ(causes, (std::vector{Cause::divisor, Cause::gate}));
}

// An indicator that is dropped was claimed at 0 but verified at 1.
TEST(Comparison, TellsACauseThatMovesTheVerifiedIndexOnly) {
  const Ruleset& from = repo_ruleset("iid-2026");
  Ruleset to = from;
  std::erase_if(to.indicators, [](const Indicator& each) { return each.id == id_of("1"); });
  RegionYear data = region_with(12, 6);
  data.government_verified.emplace();
  data.government_verified->set(id_of("1"), Level::one);
  data.government_verified->set(id_of("9"), Level::one);
  const Comparison comparison = compare(data, from, to);
  ASSERT_EQ(causes_of(comparison), std::vector{Cause::weights});
  EXPECT_EQ(comparison.causes[0].claimed, Hundredths{});
  EXPECT_EQ(comparison.causes[0].verified, Hundredths::of(-40));
}

TEST(Comparison, NamesTheIndicatorsWhoseLevelsHaveToBeJudgedAnew) {
  const auto review =
      compare(empty_region(), repo_ruleset("iid-2025"), repo_ruleset("iid-2026")).levels_to_review;
  const auto named = [&](std::string_view id) {
    return std::find(review.begin(), review.end(), id_of(id)) != review.end();
  };
  EXPECT_TRUE(named("16")) << "2026 asks for a decree of the head of the region";
  EXPECT_TRUE(named("29")) << "the border of complaints moved from 86 to 91 %";
  EXPECT_TRUE(named("33")) << "beneficiaries: 501 instead of 201";
  EXPECT_FALSE(named("1")) << "vision and mission are as before";
}

TEST(Comparison, TellsTheClassAndTheBorders) {
  const Ruleset& old_rules = repo_ruleset("iid-2025");
  const Ruleset& new_rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(80, 6);
  data.government = levels_worth(new_rules, Aspect::government, "63.00");
  spread_maturity(data, new_rules, 528);  // 40.00
  const Text moved = compare(data, old_rules, new_rules).class_change;
  EXPECT_NE(moved.en.find("The class becomes Kurang Inovatif, before Inovatif"), std::string::npos);
  EXPECT_NE(moved.en.find("Inovatif 40.01"), std::string::npos) << moved.en;
  EXPECT_NE(moved.id.find("Predikat menjadi Kurang Inovatif, dulu Inovatif"), std::string::npos);

  const Text same = compare(data, new_rules, repo_ruleset("iid-2027-prognosis")).class_change;
  EXPECT_EQ(same.en, "The class stays Kurang Inovatif; the borders of the classes are the same");
}

}  // namespace
}  // namespace jalur
