#include <gmock/gmock.h>

#include "app/fake_house.h"
#include "app/workflow_use_cases.h"

namespace jalur::app {
namespace {

using accounts::Caller;
using accounts::Role;
using registry::ClaimState;
using registry::Step;
using registry::Verdict;

const RegionCode kampar = *RegionCode::parse("14.01");
const std::string because = "Surat belum ditandatangani";

IndicatorId id(const char* text) { return *IndicatorId::parse(text); }

// One innovation of each of two agencies, with one claim to be looked at.
RegionYear small_region() {
  RegionYear data;
  data.code = kampar;
  data.name = "Kabupaten Kampar";
  data.year = 2026;
  data.ruleset = "iid-2026";
  data.units = {{"Dinas Kesehatan", Unit::Kind::agency}, {"Dinas Sosial", Unit::Kind::agency}};
  for (const Unit& unit : data.units) {
    Innovation made;
    made.id = made.name = "Inovasi " + unit.name;
    made.unit = unit.name;
    made.affairs = {2};
    made.stage = Stage::implementation;
    made.implemented_on = parse_date("2025-03-01");
    made.state = SubmissionState::submitted;
    made.levels.set(id("16"), Level::two);
    data.innovations.push_back(made);
  }
  return data;
}

Caller person(Role role, const std::string& unit = {}, char last = '1') {
  const bool of_unit = accounts::is_of_a_unit(role);
  Caller caller{std::string("0193b0a0-0000-7000-8000-00000000000") + last,
                "Contoh",
                kampar,
                {},
                {{role, of_unit ? unit : "", {}}}};
  if (of_unit) caller.grants.front().units = {unit};
  if (!of_unit && !unit.empty()) caller.own_units = {unit};  // works there
  return caller;
}

class WorkflowUseCases : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(import_region_year(house_, test_actor(), small_region(), {}));
  }

  YearKey key() const { return {kampar, 2026}; }
  std::string submission(std::size_t i) { return years_.get(key()).value()->submissions[i]; }
  void pass(int days) { clock_.gone += std::chrono::hours(24 * days); }

  Expected<SavedClaim> verdict(Verdict given, std::optional<Level> level = {}) {
    const auto revision = store_.claim_revision(submission(0), id("16"));
    return verify_claim(house_, verifier_, submission(0), "16", {given, level, because, revision});
  }
  void close_on(const char* day) {
    CalendarGiven given;
    given.closes_on = parse_date(day);
    ASSERT_TRUE(put_calendar(house_, person(Role::coordinator), key(), given));
  }
  int waiting_for(const Caller& caller) {
    QueueQuery query;
    query.key = key();
    return verification_queue(house_, caller, query).value().total;
  }

  Caller verifier_ = person(Role::verifier, "", '2');
  Caller operator_ = person(Role::operator_, "Dinas Kesehatan", '3');
  Caller head_ = person(Role::unit_head, "Dinas Kesehatan", '4');
  FakeHouse kept_;
  FakeStore& store_ = kept_.store;
  FakeClock& clock_ = kept_.clock;
  YearCache& years_ = kept_.years;
  House& house_ = kept_.house;
};

TEST_F(WorkflowUseCases, TheQueueLeavesOutTheWorkOfOnesOwnUnit) {
  EXPECT_EQ(waiting_for(verifier_), 2);
  EXPECT_EQ(waiting_for(person(Role::verifier, "Dinas Kesehatan")), 1);
}

TEST_F(WorkflowUseCases, NobodyVerifiesTheWorkOfTheirOwnUnit) {
  const auto refused = verify_claim(house_, person(Role::verifier, "Dinas Kesehatan"),
                                    submission(0), "16", {Verdict::accepted, {}, "", 1});
  EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
}

TEST_F(WorkflowUseCases, AVerdictIsSeenByTheNextReaderAtOnce) {
  ASSERT_TRUE(verdict(Verdict::lowered, Level::one));
  EXPECT_EQ(waiting_for(verifier_), 1);
  const auto seen = overview(house_, key());
  EXPECT_EQ(seen->expected.decided, 1);
  EXPECT_EQ(seen->score.verified->maturity_sum, Points::of(3'00));
}

TEST_F(WorkflowUseCases, WhatWasReturnedMayBeAnsweredAfterTheDeadlineForSomeDays) {
  ASSERT_TRUE(verdict(Verdict::returned));
  close_on("2026-11-23");
  EXPECT_EQ(save_claim(house_, operator_, submission(0), "17", 1).error().code,
            ErrorCode::conflict);
  pass(8);
  EXPECT_EQ(save_claim(house_, operator_, submission(0), "16", 2).error().code,
            ErrorCode::conflict);
  clock_.gone = {};
  const auto answered = save_claim(house_, operator_, submission(0), "16", 2);
  ASSERT_TRUE(answered) << answered.error().problems.front().text.en;
  EXPECT_EQ(answered->claim.standing.state, ClaimState::waiting);
}

TEST_F(WorkflowUseCases, WhatWasHandedInInTimeMayBeEndorsedAfterTheDeadline) {
  const Caller coordinator = person(Role::coordinator);
  ASSERT_TRUE(take_step(house_, coordinator, submission(0), Step::reopen, because));
  ASSERT_TRUE(take_step(house_, operator_, submission(0), Step::hand_in, ""));
  close_on("2026-11-23");
  const auto outcomes = endorse_many(house_, head_, key(), {submission(0), submission(1)});
  ASSERT_TRUE(outcomes);
  EXPECT_FALSE((*outcomes)[0].refusal);
  EXPECT_TRUE((*outcomes)[1].refusal);  // of another unit
  EXPECT_EQ(take_step(house_, operator_, submission(0), Step::hand_in, "").error().code,
            ErrorCode::conflict);
}

TEST_F(WorkflowUseCases, AnObjectionHasATermAndAnotherJudge) {
  ASSERT_TRUE(verdict(Verdict::lowered, Level::one));
  pass(15);
  EXPECT_FALSE(object_to_verdict(house_, operator_, submission(0), "16", because));
  clock_.gone = {};
  ASSERT_TRUE(object_to_verdict(house_, operator_, submission(0), "16", because));
  const DecisionGiven upheld{registry::Outcome::upheld, Level::two, because};
  EXPECT_EQ(decide_objection(house_, verifier_, submission(0), "16", upheld).error().code,
            ErrorCode::forbidden);
  EXPECT_TRUE(list_objections(house_, verifier_, key())->empty());
  const auto decided =
      decide_objection(house_, person(Role::verifier, "", '5'), submission(0), "16", upheld);
  ASSERT_TRUE(decided) << decided.error().problems.front().text.en;
  EXPECT_EQ(decided->claim.standing.state, ClaimState::accepted);
}

TEST_F(WorkflowUseCases, WhatIsDueIsCountedByUnit) {
  pass(8);
  const auto seen = overview(house_, key());
  EXPECT_EQ(seen->work.total.waiting, 2);
  EXPECT_EQ(seen->work.total.overdue, 2);
  ASSERT_EQ(seen->work.units.size(), 2u);
  EXPECT_EQ(seen->work.units.front().second.waiting, 1);
}

}  // namespace
}  // namespace jalur::app
