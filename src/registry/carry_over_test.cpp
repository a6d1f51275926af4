#include "registry/carry_over.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/repo_rulesets.h"
#include "registry/idea.h"

namespace jalur::registry {
namespace {

using jalur::testing::repo_ruleset;

IndicatorId id(const char* text) { return *IndicatorId::parse(text); }

const CarriedLevel& of(const std::vector<CarriedLevel>& levels, const char* indicator) {
  return *std::find_if(levels.begin(), levels.end(), [&](const CarriedLevel& level) {
    return level.indicator->id == id(indicator);
  });
}

TEST(CarryOver, LevelsWhoseWordsAreTheSameAreKept) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  Ruleset changed = rules;
  for (Indicator& indicator : changed.indicators)
    if (indicator.id == id("17")) indicator.levels[1] = "lain";
  Levels levels;
  levels.set(id("16"), Level::two);
  levels.set(id("17"), Level::two);
  levels.set(id("18"), Level::three);
  const auto carried = carried_levels(levels, rules, changed);
  EXPECT_EQ(carried.size(), indicators_of(rules, Aspect::innovation).size());
  EXPECT_EQ(of(carried, "16").starts_at, Level::two);
  EXPECT_EQ(of(carried, "17").starts_at, Level::none);
  EXPECT_THAT(of(carried, "17").reason->en, ::testing::HasSubstr("lain"));
  EXPECT_EQ(of(carried, "18").starts_at, Level::three);
  EXPECT_FALSE(of(carried, "19").reason);
}

TEST(CarryOver, AnIndicatorThatIsNewStartsAtNothing) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  Ruleset before = rules;
  std::erase_if(before.indicators, [](const Indicator& i) { return i.id == id("20"); });
  Levels levels;
  levels.set(id("20"), Level::one);
  EXPECT_EQ(of(carried_levels(levels, before, rules), "20").starts_at, Level::none);
}

struct Document {
  std::optional<const char*> dated;
  bool counts;
};

TEST(CarryOver, EvidenceCountsWithinTheYearsOfItsIndicator) {
  Ruleset rules = repo_ruleset("iid-2026");
  for (Indicator& indicator : rules.indicators)
    if (indicator.id == id("16")) indicator.evidence = {{"SK", "", -2, -1, {"pdf"}}};
  for (const Document& document :
       {Document{"2023-12-31", false}, Document{"2024-01-01", true}, Document{"2025-12-31", true},
        Document{"2026-01-01", false}, Document{std::nullopt, false}}) {
    AttachedEvidence evidence{"e", "SK Tim", id("16"), std::nullopt};
    if (document.dated) evidence.dated = parse_date(*document.dated);
    const auto carried = carried_evidence({evidence}, rules, 2026);
    ASSERT_EQ(carried.size(), 1U);
    EXPECT_EQ(!carried.front().renewal, document.counts) << document.dated.value_or("no date");
  }
}

TEST(CarryOver, EvidenceOfAnIndicatorThatIsGoneMustBeRenewed) {
  const auto carried = carried_evidence({{"e", "SK", id("36"), parse_date("2025-01-01")}},
                                        repo_ruleset("iid-2026"), 2026);
  EXPECT_TRUE(carried.front().renewal);
}

struct Contact {
  const char* text;
  bool right;
};

TEST(Idea, AContactIsAnAddressOrANumberOrNothing) {
  for (const Contact& contact :
       {Contact{"", true}, Contact{"0812-3456-7890", true}, Contact{"+62 812 345 678", true},
        Contact{"warga@kampar.example", true}, Contact{"warga", false}, Contact{"123456", false},
        Contact{"1234567890123456", false}, Contact{"a@b", false}, Contact{"a@@b.id", false},
        Contact{"a b@c.id", false}, Contact{"@c.id", false}}) {
    Idea idea;
    idea.contact = contact.text;
    EXPECT_EQ(check(idea).has_value(), contact.right) << contact.text;
  }
}

}  // namespace
}  // namespace jalur::registry
