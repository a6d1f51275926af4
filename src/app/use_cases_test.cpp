#include "app/use_cases.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/fake_house.h"
#include "app/reference_load.h"

namespace jalur::app {
namespace {

IndicatorId id(const char* text) { return *IndicatorId::parse(text); }

Innovation innovation(const std::string& name, const std::string& unit, int affair) {
  Innovation made;
  made.id = name;
  made.name = name;
  made.unit = unit;
  made.affairs = {affair};
  made.stage = Stage::implementation;
  made.implemented_on = parse_date("2025-03-01");
  made.state = SubmissionState::submitted;
  made.levels.set(id("16"), Level::two);
  return made;
}

// A small regency under the rules of 2026: three units, two innovations, one of them verified.
RegionYear small_region(int year = 2026) {
  RegionYear data;
  data.code = *RegionCode::parse("14.01");
  data.name = "Kabupaten Kampar";
  data.year = year;
  data.ruleset = "iid-2026";
  data.units = {{"Dinas Kesehatan", Unit::Kind::agency},
                {"Dinas Sosial", Unit::Kind::agency},
                {"Kecamatan Tambang", Unit::Kind::sub_district}};
  data.government.set(id("1"), Level::three);
  data.innovations = {innovation("a", "Dinas Kesehatan", 2), innovation("b", "Dinas Sosial", 6)};
  data.innovations[0].verified_levels.emplace().set(id("16"), Level::one);
  return data;
}

class UseCases : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(import_region_year(house_, test_actor(), small_region(), {}));
  }

  YearKey key() const { return {*RegionCode::parse("14.01"), 2026}; }
  std::string submission(std::size_t i) { return years_.get(key()).value()->submissions[i]; }
  Levels levels(std::size_t i) { return store_.year(key()).value().data.innovations[i].levels; }

  FakeHouse kept_;
  FakeStore& store_ = kept_.store;
  Rulesets& rulesets_ = kept_.rulesets;
  YearCache& years_ = kept_.years;
  House& house_ = kept_.house;
};

TEST_F(UseCases, AClaimRaisedMovesTheClaimedIndexAndKeepsWhatWasVerified) {
  const Score before = score_year(house_, key(), {})->score;
  const auto saved = save_claim(house_, test_caller(), submission(0), "16", 3);
  ASSERT_TRUE(saved);
  EXPECT_GT(saved->score.claimed.index, before.claimed.index);
  EXPECT_EQ(saved->score.verified->index, before.verified->index);
  EXPECT_EQ(saved->claim.verified_level, Level::one);
  EXPECT_EQ(saved->maturity.claimed, Points::of(9'00));
}

TEST_F(UseCases, AClaimLoweredBelowWhatWasVerifiedLowersThatToo) {
  const auto saved = save_claim(house_, test_caller(), submission(0), "16", 0);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->claim.verified_level, Level::none);
  EXPECT_EQ(saved->maturity.verified, Points{});
}

TEST_F(UseCases, TheAnswerOfASaveIsWhatTheNextReaderSees) {
  const auto saved = save_claim(house_, test_caller(), submission(1), "35", 2);
  ASSERT_TRUE(saved);
  EXPECT_EQ(score_year(house_, key(), {})->score.claimed.index, saved->score.claimed.index);
  YearCache fresh(store_);
  House other = kept_.with(fresh);
  EXPECT_EQ(score_year(other, key(), {})->score.claimed.index, saved->score.claimed.index);
}

TEST_F(UseCases, AnotherProcessMayWriteInBetween) {
  ASSERT_TRUE(score_year(house_, key(), {}));  // now in memory
  YearCache theirs(store_);
  House other = kept_.with(theirs);
  ASSERT_TRUE(save_claim(other, test_caller(), submission(0), "17", 3));
  const auto saved = save_claim(house_, test_caller(), submission(1), "17", 3);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->score.claimed.maturity_sum, Points::of(6'00 + 6'00 + 6'00 + 6'00));
}

TEST_F(UseCases, ManyMaySaveAtOnceAndNothingIsLost) {
  std::vector<std::thread> people;
  for (std::size_t i = 0; i < 2; ++i) {
    people.emplace_back([this, i, submission = submission(i)] {
      for (int indicator = 17; indicator <= 35; ++indicator) {
        EXPECT_TRUE(save_claim(house_, test_caller(), submission, std::to_string(indicator), 2));
      }
    });
  }
  for (std::thread& person : people) person.join();
  EXPECT_EQ(levels(0).size(), 20U);
  EXPECT_EQ(levels(1).size(), 20U);
  EXPECT_EQ(score_year(house_, key(), {})->score.claimed.maturity_sum, Points::of(2 * 74'00));
}

struct Wrong {
  const char* indicator;
  int level;
  const char* field;
};

TEST_F(UseCases, AWrongClaimNamesItsFieldAndChangesNothing) {
  for (const Wrong& wrong :
       {Wrong{"16", 4, "level"}, Wrong{"16", -1, "level"}, Wrong{"99", 1, "indicator"},
        Wrong{"5a", 1, "indicator"}, Wrong{"36", 1, "indicator"}, Wrong{"x", 1, "indicator"}}) {
    const auto saved =
        save_claim(house_, test_caller(), submission(0), wrong.indicator, wrong.level);
    ASSERT_FALSE(saved) << wrong.indicator << " " << wrong.level;
    EXPECT_EQ(saved.error().problems.front().field, wrong.field);
  }
  EXPECT_EQ(store_.revision(key()), 1);
}

TEST_F(UseCases, AnUnknownSubmissionIsNotFound) {
  const auto saved =
      save_claim(house_, test_caller(), "01900000-0000-7000-8000-000000000000", "16", 1);
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::not_found);
}

TEST_F(UseCases, TheOverviewNamesUnitsWithoutInnovationAndTheWayToTheNextClass) {
  const auto seen = overview(house_, key());
  ASSERT_TRUE(seen);
  EXPECT_THAT(seen->units_without_innovation, testing::ElementsAre("Kecamatan Tambang"));
  EXPECT_EQ(seen->units, 3);
  ASSERT_TRUE(seen->next_class);
  EXPECT_EQ(seen->next_class->band.name, "Inovatif");
  EXPECT_EQ(seen->next_class->missing,
            seen->next_class->band.from - seen->score.verified->index.rounded());
  EXPECT_FALSE(seen->previous);
}

TEST_F(UseCases, TheOverviewRemembersTheYearBefore) {
  ASSERT_TRUE(import_region_year(house_, test_actor(), small_region(2025), {}));
  const auto seen = overview(house_, key());
  ASSERT_TRUE(seen && seen->previous);
  EXPECT_EQ(seen->previous->year, 2025);
}

TEST_F(UseCases, GainsAreWhatRaisingAnIndicatorEverywhereWouldBring) {
  const auto seen = overview(house_, key());
  const Fraction before = seen->score.claimed.index;
  RegionYear raised = small_region();
  const IndicatorGain& best = seen->gains.front();
  ASSERT_EQ(best.indicator->aspect, Aspect::government);
  const IndicatorId raised_id = best.indicator->id;
  raised.government.set(raised_id, *level_of(number(raised.government.at(raised_id)) + 1));
  const Fraction after = score(raised, *rulesets_.find("iid-2026")).claimed.index;
  EXPECT_EQ(after, before + best.index_effect);
}

TEST_F(UseCases, TheTotalIsHowManyFitTheFiltersWhoeverAsks) {
  RegionYear data = small_region();
  data.innovations[1].state = SubmissionState::draft;
  ASSERT_TRUE(import_region_year(house_, test_actor(), data, {}));
  accounts::Caller visitor = test_caller();
  visitor.grants.clear();
  accounts::Caller own = visitor;
  own.grants = {{accounts::Role::operator_, "unit", {"Dinas Sosial"}}};
  const auto total = [&](const accounts::Caller& caller, const InnovationQuery& query) {
    const auto list = list_innovations(house_, caller, query);
    EXPECT_EQ(list->page.total, static_cast<std::int64_t>(list->page.items.size()));
    return list->page.total;
  };
  InnovationQuery all;
  all.key = key();
  EXPECT_EQ(total(test_caller(), all), 2);
  EXPECT_EQ(total(own, all), 2);
  EXPECT_EQ(total(visitor, all), 1);
  InnovationQuery drafts = all;
  drafts.state = SubmissionState::draft;
  EXPECT_EQ(total(own, drafts), 1);
  EXPECT_EQ(total(visitor, drafts), 0);
  InnovationQuery unit = all;
  unit.unit = "Dinas Kesehatan";
  EXPECT_EQ(total(own, unit), 1);
  InnovationQuery stage = all;
  stage.stage = Stage::trial;
  EXPECT_EQ(total(own, stage), 0);
}

TEST_F(UseCases, ADraftThatCameMeanwhileIsNotShownToOthers) {
  accounts::Caller visitor = test_caller();
  visitor.grants.clear();
  InnovationQuery all;
  all.key = key();
  EXPECT_EQ(list_innovations(house_, visitor, all)->page.items.size(), 2U);
  store_.before_next_page = [this] {
    RegionYear data = small_region();
    data.innovations[1].state = SubmissionState::draft;
    ASSERT_TRUE(import_region_year(house_, test_actor(), data, {}));
  };
  EXPECT_EQ(list_innovations(house_, visitor, all)->page.items.size(), 1U);
}

TEST_F(UseCases, UnitsAreRankedAndPagedByTheLastOneSeen) {
  const auto first = unit_standings(house_, key(), UnitSort::name, {}, 2);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->total, 3);
  EXPECT_EQ(first->items.size(), 2U);
  const auto rest = unit_standings(house_, key(), UnitSort::name, first->next, 2);
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->items.size(), 1U);
  EXPECT_TRUE(rest->next.empty());
  EXPECT_FALSE(unit_standings(house_, key(), UnitSort::name, "no such unit", 2));
}

TEST_F(UseCases, AUnitsStandingIsTheMeanOfItsCountedInnovations) {
  const auto page = unit_standings(house_, key(), UnitSort::verified, {}, 10);
  ASSERT_TRUE(page);
  const UnitStanding& first = page->items.front();
  EXPECT_EQ(first.unit.name, "Dinas Kesehatan");
  EXPECT_EQ(first.claims, 1);
  EXPECT_EQ(first.claims_verified, 1);
  EXPECT_EQ(first.maturity_claimed->rounded().str(), "6.00");
  EXPECT_EQ(first.maturity_verified->rounded().str(), "3.00");
}

TEST_F(UseCases, OtherRulesAreAskedForByName) {
  EXPECT_TRUE(score_year(house_, key(), "iid-2023"));
  const auto unknown = score_year(house_, key(), "iid-1999");
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().problems.front().text.en, testing::HasSubstr("iid-2026"));
  EXPECT_EQ(compare_year(house_, key(), "iid-1999").error().problems.front().field, "with");
}

TEST_F(UseCases, AMeasuredFigureYieldsItsLevel) {
  const Ruleset& rules = *rulesets_.find("iid-2026");
  EXPECT_EQ(level_of_figure(rules, "5b", {}, "5.10")->level, Level::two);
  EXPECT_EQ(level_of_figure(rules, "29", {}, "93")->level, Level::three);
  EXPECT_EQ(level_of_figure(rules, "33", "people", "501")->level, Level::three);
  EXPECT_EQ(level_of_figure(rules, "33", {}, "501").error().problems.front().field, "measure");
  EXPECT_EQ(level_of_figure(rules, "29", {}, "93%").error().problems.front().field, "figure");
  EXPECT_EQ(level_of_figure(rules, "16", {}, "1").error().problems.front().field, "indicator");
}

TEST_F(UseCases, AStoreOutOfReachIsToldSo) {
  store_.unreachable = true;
  EXPECT_EQ(overview(house_, key()).error().code, ErrorCode::unavailable);
  EXPECT_EQ(save_claim(house_, test_caller(), "x", "16", 1).error().code, ErrorCode::unavailable);
}

TEST(YearCacheTest, KeepsNoMoreThanItMay) {
  FakeHouse kept(Rulesets(test_rulesets()), {}, 2);
  for (const int year : {2024, 2025, 2026}) {
    ASSERT_TRUE(import_region_year(kept.house, test_actor(), small_region(year), {}));
    ASSERT_TRUE(kept.years.get({*RegionCode::parse("14.01"), year}));
  }
  const int before = kept.store.calls;
  ASSERT_TRUE(
      kept.years.get({*RegionCode::parse("14.01"), 2026}));  // kept: its revision is asked for
  EXPECT_EQ(kept.store.calls - before, 1);
  ASSERT_TRUE(kept.years.get({*RegionCode::parse("14.01"), 2024}));  // gone: read again
  EXPECT_GT(kept.store.calls - before, 2);
}

}  // namespace
}  // namespace jalur::app
