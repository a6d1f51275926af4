#include "registry/readiness.h"

#include <gmock/gmock.h>

#include "index/example_region.h"

namespace jalur::registry {

namespace {

using jalur::testing::counted_innovation;
using jalur::testing::id_of;
using jalur::testing::region_with;
using jalur::testing::repo_ruleset;

const Ruleset& rules() { return repo_ruleset("iid-2026"); }

const Gap* gap_of(const Readiness& readiness, Gap::Kind kind, const char* indicator = nullptr) {
  for (const Gap& gap : readiness.gaps) {
    if (gap.kind == kind && (indicator == nullptr || gap.indicator == id_of(indicator)))
      return &gap;
  }
  return nullptr;
}

struct Kampar {
  RegionYear data = region_with(120, 6);
  Course course{SubmissionState::submitted, {}, {}, {}};
  Innovation& first = data.innovations.front();

  Readiness readiness(int words = 300, std::optional<EvidenceCounts> evidence = {},
                      std::vector<MissingField> missing = {}) {
    return readiness_of({data, rules(), 0, course, words, std::move(evidence), std::move(missing)});
  }
};

std::optional<IndicatorId> first_mandatory() {
  for (const Indicator* indicator : indicators_of(rules(), Aspect::innovation))
    if (indicator->mandatory) return indicator->id;
  return std::nullopt;
}

}  // namespace

TEST(Readiness, AnEmptyMandatoryIndicatorIsWorthItsFirstLevel) {
  Kampar kampar;
  const auto mandatory = first_mandatory();
  ASSERT_TRUE(mandatory) << "no mandatory indicator in these rules";
  const Readiness before = kampar.readiness();
  const Gap* gap = gap_of(before, Gap::Kind::mandatory_empty, mandatory->str().c_str());
  ASSERT_NE(gap, nullptr);
  const Fraction index = score(kampar.data, rules()).claimed.index;
  kampar.first.levels.set(*mandatory, Level::one);
  EXPECT_EQ(gap->worth, score(kampar.data, rules()).claimed.index - index);
  EXPECT_EQ(gap_of(kampar.readiness(), Gap::Kind::mandatory_empty, mandatory->str().c_str()),
            nullptr);
  EXPECT_EQ(kampar.readiness().met, before.met + 1);
}

TEST(Readiness, TheDesignHasTheWordsOfTheRules) {
  Kampar kampar;
  EXPECT_EQ(gap_of(kampar.readiness(300), Gap::Kind::words), nullptr);
  const Readiness readiness = kampar.readiness(299);
  const Gap* gap = gap_of(readiness, Gap::Kind::words);
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->worth, Fraction{});
  EXPECT_EQ(gap->text.en, "The design has 299 words; the rules ask for at least 300");
}

TEST(Readiness, OutsideTheWindowItIsWorthWhatItWouldAdd) {
  Kampar kampar;
  kampar.first.levels = jalur::testing::levels_worth(rules(), Aspect::innovation, "60");
  const Fraction counted = score(kampar.data, rules()).claimed.index;
  EXPECT_FALSE(kampar.readiness().worth_when_counted);
  kampar.first.implemented_on = jalur::testing::day("2020-05-01");
  const Readiness outside = kampar.readiness();
  const Gap* gap = gap_of(outside, Gap::Kind::window);
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->worth, counted - score(kampar.data, rules()).claimed.index);
  EXPECT_EQ(outside.worth_when_counted, gap->worth);
  kampar.first.stage = Stage::trial;
  EXPECT_NE(gap_of(kampar.readiness(), Gap::Kind::stage), nullptr);
}

TEST(Readiness, ADraftIsWorthWhatItAddsOnceItIsEndorsed) {
  Kampar kampar;
  const Fraction counted = score(kampar.data, rules()).claimed.index;
  kampar.first.state = kampar.course.state = SubmissionState::draft;
  EXPECT_EQ(kampar.readiness().worth_when_counted,
            counted - score(kampar.data, rules()).claimed.index);
}

TEST(Readiness, AClaimWithoutEvidenceIsWorthAllItClaims) {
  Kampar kampar;
  const Fraction index = score(kampar.data, rules()).claimed.index;
  kampar.first.levels.set(id_of("16"), Level::two);
  EXPECT_EQ(gap_of(kampar.readiness(300), Gap::Kind::no_evidence), nullptr);  // not known
  const Readiness without = kampar.readiness(300, EvidenceCounts{});
  const Gap* gap = gap_of(without, Gap::Kind::no_evidence, "16");
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->worth, score(kampar.data, rules()).claimed.index - index);
  EXPECT_EQ(gap_of(kampar.readiness(300, EvidenceCounts{{id_of("16"), 1}}), Gap::Kind::no_evidence),
            nullptr);
}

TEST(Readiness, WhatWasReturnedAndIsNotAnsweredIsAGap) {
  Kampar kampar;
  kampar.first.levels.set(id_of("16"), Level::two);
  kampar.course.marks.set({id_of("16"), ClaimState::returned, Instant{}});
  EXPECT_NE(gap_of(kampar.readiness(), Gap::Kind::returned, "16"), nullptr);
}

TEST(Readiness, GapsComeMostWorthFirstAndTheMeterCountsThem) {
  Kampar kampar;
  const Readiness readiness = kampar.readiness(
      10, std::nullopt, {{"benefits", {"manfaat belum diisi", "no benefits yet"}}});
  EXPECT_TRUE(std::is_sorted(readiness.gaps.begin(), readiness.gaps.end(),
                             [](const Gap& a, const Gap& b) { return a.worth > b.worth; }));
  EXPECT_EQ(readiness.checks - readiness.met, static_cast<int>(readiness.gaps.size()));
  EXPECT_EQ(gap_of(readiness, Gap::Kind::profile)->field, "benefits");
}

TEST(Due, EachStepHasItsDays) {
  const Instant monday = *parse_instant("2026-11-23T02:00:00.000Z");
  const Targets targets;
  const auto claim = [&](ClaimState state, const char* today) {
    return due_of({state, monday}, id_of("16"), targets, *parse_date(today));
  };
  EXPECT_EQ(claim(ClaimState::waiting, "2026-11-30")->on, *parse_date("2026-11-30"));
  EXPECT_FALSE(claim(ClaimState::waiting, "2026-11-30")->overdue);
  EXPECT_TRUE(claim(ClaimState::waiting, "2026-12-01")->overdue);
  EXPECT_EQ(claim(ClaimState::returned, "2026-12-01")->step, DueStep::answer);
  EXPECT_FALSE(claim(ClaimState::accepted, "2026-12-01"));
  const Course handed_in{SubmissionState::draft, monday, {}, {}};
  EXPECT_EQ(due_of(handed_in, targets, *parse_date("2026-11-26"))->overdue, false);
  EXPECT_EQ(due_of(handed_in, targets, *parse_date("2026-11-27"))->overdue, true);
  EXPECT_EQ(due_of_objection(monday, id_of("16"), targets, *parse_date("2026-12-07")).on,
            *parse_date("2026-12-07"));
}

}  // namespace jalur::registry
