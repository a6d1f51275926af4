// The life of an innovation, and citizens' proposals, as people of each role may lead it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/evidence_use_cases.h"
#include "app/fake_house.h"
#include "app/profile_use_cases.h"
#include "app/proposal_use_cases.h"
#include "base/limits.h"

namespace jalur::app {
namespace {

using testing::Contains;
using testing::ElementsAre;

const RegionCode kampar = *RegionCode::parse("14.01");

RegionYear year_of(int year) {
  RegionYear data;
  data.code = kampar;
  data.name = "Kabupaten Kampar";
  data.year = year;
  data.ruleset = "iid-" + std::to_string(year);
  data.units = {{"Dinas Kesehatan", Unit::Kind::agency}, {"Dinas Sosial", Unit::Kind::agency}};
  return data;
}

accounts::Caller operator_of(const std::string& unit) {
  return {"0193b0a0-0000-7000-8000-000000000003",
          "Sari Wulandari",
          kampar,
          {unit},
          {{accounts::Role::operator_, unit, {unit}}}};
}

class LifeOfAnInnovation : public testing::Test {
 protected:
  void SetUp() override {
    reference_.profile_terms = value_or_throw(
        registry::load_profile_terms(file_text("reference/profile-terms.toml"), "terms"));
    reference_.regions = {{kampar, "Kabupaten Kampar", RegionKind::regency}};
    reference_.districts = {{"14.01.02", "Kampar"}, {"14.71.01", "Sukajadi"}};
    for (const int year : {2025, 2026})
      ASSERT_TRUE(import_region_year(house_, test_actor(), year_of(year), {}));
  }

  YearKey key() const { return {kampar, 2026}; }

  Expected<ProfileAnswer> registered(const std::string& unit = "Dinas Kesehatan",
                                     Stage stage = Stage::initiative) {
    return register_innovation(house_, operator_of("Dinas Kesehatan"), key(),
                               {"Antar Obat", unit, stage, 2});
  }

  ProfileGiven form_of(const ProfileAnswer& answer) {
    return {answer.stored.revision, answer.stored.profile};
  }

  std::vector<std::string> actions() {
    std::vector<std::string> found;
    for (const auto& entry : store_.journal.log(kampar).entries)
      if (entry.action != "import.done") found.push_back(entry.action);
    return found;
  }

  // Brings what was registered into the state that only others give it.
  void hand_in(const std::string& submission) {
    RegionYear data = store_.full_year(key())->data;
    for (Innovation& each : data.innovations) each.state = SubmissionState::submitted;
    ASSERT_TRUE(import_region_year(house_, test_actor(), data, {}));
    profiles_.set_state(submission, SubmissionState::submitted);
  }

  FakeHouse kept_;
  FakeStore& store_ = kept_.store;
  FakeClock& clock_ = kept_.clock;
  FakeProfiles& profiles_ = kept_.profiles;
  FakeUnits& units_ = kept_.units;
  Reference& reference_ = kept_.reference;
  House& house_ = kept_.house;
  const accounts::Caller sari_ = operator_of("Dinas Kesehatan");
};

TEST_F(LifeOfAnInnovation, AnOperatorRegistersWithTheLeastForTheirOwnUnitOnly) {
  const auto made = registered();
  ASSERT_TRUE(made);
  EXPECT_EQ(made->stored.state, SubmissionState::draft);
  EXPECT_THAT(made->may, ElementsAre("edit", "step", "withdraw", "carry_over"));
  EXPECT_FALSE(made->missing.empty());
  EXPECT_THAT(actions(), ElementsAre("submission.registered"));
  EXPECT_EQ(registered("Dinas Sosial").error().code, ErrorCode::forbidden);
  EXPECT_EQ(registered("Dinas Lain").error().problems.front().field, "unit");
  EXPECT_TRUE(registered("dinas kesehatan"));
}

TEST_F(LifeOfAnInnovation, AUnitThatHasEndedRegistersNothing) {
  units_.change_unit({kampar,
                      [](const registry::UnitTree& tree) {
                        registry::UnitNode unit = *registry::find(tree, "Dinas Sosial");
                        unit.active = false;
                        return UnitEdit{unit, "unit.changed"};
                      },
                      2026,
                      {},
                      clock_.now()});
  const auto refused = register_innovation(house_, test_caller(), key(),
                                           {"A", "Dinas Sosial", Stage::initiative, 1});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems.front().text.en, testing::HasSubstr("ended"));
}

TEST_F(LifeOfAnInnovation, ADraftIsSavedWithHolesButNeverWrong) {
  const auto made = registered();
  ProfileGiven form = form_of(*made);
  form.profile.design.problem = "obat terlambat";
  form.profile.budget = 5;
  const auto saved = save_profile(house_, sari_, made->stored.submission, form);
  ASSERT_TRUE(saved);
  EXPECT_GT(saved->stored.revision, made->stored.revision);
  EXPECT_EQ(saved->stored.profile.design.problem, "obat terlambat");
  const auto& details = store_.journal.log(kampar).entries.back().details;
  EXPECT_THAT(details, ElementsAre(testing::Pair("fields", "design.problem budget")));

  ProfileGiven wrong = form_of(*saved);
  wrong.profile.latitude = "north";
  wrong.profile.form = "x";
  const auto refused = save_profile(house_, sari_, made->stored.submission, wrong);
  ASSERT_FALSE(refused);
  EXPECT_GE(refused.error().problems.size(), 2U);
}

TEST_F(LifeOfAnInnovation, WhoeverSavesSecondIsTold) {
  const auto made = registered();
  const ProfileGiven form = form_of(*made);
  ASSERT_TRUE(save_profile(house_, sari_, made->stored.submission, [&] {
    ProfileGiven mine = form;
    mine.profile.aims = "satu";
    return mine;
  }()));
  const auto late = save_profile(house_, test_caller(), made->stored.submission, form);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::conflict);
  EXPECT_EQ(late.error().problems.front().field, "revision");
}

TEST_F(LifeOfAnInnovation, AUnitIsChangedOnlyToOneThatIsAlsoOnesOwn) {
  const auto made = registered();
  ProfileGiven form = form_of(*made);
  form.profile.unit = "Dinas Sosial";
  EXPECT_EQ(save_profile(house_, sari_, made->stored.submission, form).error().code,
            ErrorCode::forbidden);
  const auto moved = save_profile(house_, test_caller(), made->stored.submission, form);
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->stored.profile.unit, "Dinas Sosial");
}

TEST_F(LifeOfAnInnovation, WhatIsHandedInIsTheCoordinatorsToChange) {
  const auto made = registered();
  hand_in(made->stored.submission);
  const auto shown = show_profile(house_, sari_, made->stored.submission);
  ASSERT_TRUE(shown);
  EXPECT_THAT(shown->may, ElementsAre("carry_over"));
  ProfileGiven form = form_of(*shown);
  form.profile.aims = "lain";
  EXPECT_EQ(save_profile(house_, sari_, made->stored.submission, form).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(withdraw(house_, sari_, made->stored.submission, "keliru").error().code,
            ErrorCode::conflict);
  EXPECT_TRUE(save_profile(house_, test_caller(), made->stored.submission, form));
}

TEST_F(LifeOfAnInnovation, OthersDraftsAreNotShown) {
  const auto made = registered();
  EXPECT_EQ(show_profile(house_, operator_of("Dinas Sosial"), made->stored.submission).error().code,
            ErrorCode::forbidden);
  EXPECT_EQ(show_profile(house_, {}, made->stored.submission).error().code,
            ErrorCode::unauthenticated);
}

TEST_F(LifeOfAnInnovation, StagesStepForwardWithADecreeAndBackByTheCoordinator) {
  const auto made = registered();
  const std::string& id = made->stored.submission;
  StepGiven step{Stage::trial, parse_date("2026-02-01"),
                 registry::Decree{"head_decision", "188/2026", *parse_date("2026-01-20"), "Uji"},
                 "siap diuji"};
  const auto moved = move_stage(house_, sari_, id, step);
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->stored.profile.stage, Stage::trial);
  EXPECT_EQ(moved->stored.profile.trial_on, parse_date("2026-02-01"));
  EXPECT_EQ(moved->stored.steps.front().by, "Sari Wulandari");
  EXPECT_EQ(move_stage(house_, sari_, id, {Stage::initiative, {}, {}, "keliru"}).error().code,
            ErrorCode::forbidden);
  EXPECT_TRUE(move_stage(house_, test_caller(), id, {Stage::initiative, {}, {}, "keliru"}));
  step.on = parse_date("2026-11-25");  // tomorrow
  EXPECT_EQ(move_stage(house_, sari_, id, step).error().problems.front().field, "on");
}

TEST_F(LifeOfAnInnovation, WithdrawnAndTakenBack) {
  const auto made = registered();
  const std::string& id = made->stored.submission;
  EXPECT_EQ(undo_withdrawal(house_, sari_, id).error().code, ErrorCode::conflict);
  const auto gone = withdraw(house_, sari_, id, "ganda");
  ASSERT_TRUE(gone);
  EXPECT_THAT(gone->may, ElementsAre("restore"));
  EXPECT_TRUE(store_.year(key())->data.innovations.empty());
  EXPECT_EQ(withdraw(house_, sari_, id, "ganda").error().code, ErrorCode::conflict);
  EXPECT_EQ(save_profile(house_, sari_, id, form_of(*gone)).error().code, ErrorCode::conflict);
  EXPECT_EQ(withdraw(house_, operator_of("Dinas Sosial"), id, "x").error().code,
            ErrorCode::forbidden);
  ASSERT_TRUE(undo_withdrawal(house_, sari_, id));
  EXPECT_EQ(store_.year(key())->data.innovations.size(), 1U);
  EXPECT_THAT(actions(), ElementsAre("submission.registered", "submission.withdrawn",
                                     "submission.brought_back"));
}

class CarriedOver : public LifeOfAnInnovation {
 protected:
  void SetUp() override {
    LifeOfAnInnovation::SetUp();
    RegionYear data = year_of(2025);
    Innovation innovation;
    innovation.id = "i-001";
    innovation.name = "Antar Obat";
    innovation.unit = "Dinas Kesehatan";
    innovation.affairs = {2};
    innovation.stage = Stage::implementation;
    innovation.implemented_on = parse_date("2023-03-01");
    innovation.state = SubmissionState::submitted;
    for (int i = 16; i <= 35; ++i)
      innovation.levels.set(*IndicatorId::parse(std::to_string(i)), Level::two);
    data.innovations = {innovation};
    ASSERT_TRUE(import_region_year(house_, test_actor(), data, {}));
    submission_ = store_.year({kampar, 2025})->submissions[0];
    Evidence decree;
    decree.id = "e";
    decree.words = {"SK", "1", parse_date("2015-12-31"), "Bupati", false};
    decree.unit = "Dinas Kesehatan";
    decree.link = "https://contoh.example/sk";
    ASSERT_TRUE(house_.evidence.add({kampar, decree, "", test_actor()}));
    ASSERT_TRUE(attach_evidence(house_, sari_, {submission_, "16", "e"}));
    Evidence certificate = decree;
    certificate.id = "f";
    certificate.words.dated_on = parse_date("2025-03-01");
    ASSERT_TRUE(house_.evidence.add({kampar, certificate, "", test_actor()}));
    ASSERT_TRUE(attach_evidence(house_, sari_, {submission_, "20", "f"}));
  }
  Expected<CarryOver> carry(Carrying carrying, int year = 2026) {
    return carry_over(house_, sari_, submission_, year, carrying);
  }
  std::string submission_;
};

TEST_F(CarriedOver, ThePreviewTellsWhatIsDoneThen) {
  const auto preview = carry(Carrying::preview);
  ASSERT_TRUE(preview);
  EXPECT_TRUE(preview->submission.empty());
  ASSERT_TRUE(preview->exclusion);  // implemented in 2023, 2026 asks 2024 or 2025
  EXPECT_EQ(preview->exclusion->reason, ExclusionReason::window);
  ASSERT_EQ(preview->evidence.size(), 2U);
  EXPECT_TRUE(preview->evidence[0].renewal);
  EXPECT_FALSE(preview->evidence[1].renewal);
  EXPECT_TRUE(store_.year(key())->data.innovations.empty());

  const auto done = carry(Carrying::carried_out);
  ASSERT_TRUE(done);
  ASSERT_EQ(done->claims.size(), preview->claims.size());
  ASSERT_EQ(profiles_.kept_evidence.size(), 1U);
  EXPECT_EQ(profiles_.kept_evidence[0].evidence, "f");
  const auto year = store_.year(key());
  ASSERT_EQ(year->data.innovations.size(), 1U);
  const Innovation& fresh = year->data.innovations[0];
  EXPECT_EQ(fresh.state, SubmissionState::draft);
  for (const auto& claim : preview->claims)
    EXPECT_EQ(fresh.levels.at(claim.indicator->id), claim.starts_at);
  EXPECT_THAT(actions(), Contains("submission.carried_over"));
}

TEST_F(CarriedOver, OnceAndIntoALaterYearOnly) {
  EXPECT_EQ(carry(Carrying::preview, 2025).error().problems.front().field, "to_year");
  EXPECT_EQ(carry(Carrying::preview, 2027).error().code, ErrorCode::not_found);
  ASSERT_TRUE(carry(Carrying::carried_out));
  EXPECT_EQ(carry(Carrying::preview).error().code, ErrorCode::conflict);
  EXPECT_EQ(carry(Carrying::carried_out).error().code, ErrorCode::conflict);
}

TEST_F(CarriedOver, ByWhoeverMayEditIt) {
  EXPECT_EQ(
      carry_over(house_, operator_of("Dinas Sosial"), submission_, 2026, Carrying::carried_out)
          .error()
          .code,
      ErrorCode::forbidden);
}

TEST_F(LifeOfAnInnovation, AYearOpensWithTheUnitsOfNow) {
  const YearKey next{kampar, 2027};
  EXPECT_EQ(open_year(house_, sari_, next, "iid-2026").error().code, ErrorCode::forbidden);
  EXPECT_EQ(open_year(house_, test_caller(), next, "iid-1999").error().code,
            ErrorCode::invalid_input);
  const auto opened = open_year(house_, test_caller(), next, "iid-2026");
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->units, 2);
  EXPECT_EQ(opened->region_name, "Kabupaten Kampar");
  EXPECT_EQ(open_year(house_, test_caller(), next, "iid-2026").error().code, ErrorCode::conflict);
}

TEST_F(LifeOfAnInnovation, ThePastIsScoredUnderTheYearsRules) {
  const auto made = registered();
  const auto past = score_as_of(house_, key(), clock_.now());
  ASSERT_TRUE(past);
  EXPECT_EQ(past->ruleset->id, "iid-2026");
  EXPECT_EQ(past->year->data.innovations.size(), 1U);
}

registry::Idea some_idea() {
  return {"Budi", "0812 3456 7890", "Pasar daring", "Pasar sepi", "Jual lewat telepon", "14.01.02"};
}

TEST_F(LifeOfAnInnovation, AnyoneProposesAndACoordinatorMakesItADraft) {
  const auto sent = propose(house_, kampar, "10.0.0.1", some_idea());
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->region_name, "Kabupaten Kampar");
  EXPECT_EQ(list_proposals(house_, sari_, {kampar, {}, "", 10}).error().code, ErrorCode::forbidden);
  EXPECT_EQ(list_proposals(house_, test_caller(), {kampar, {}, "", 10})->items.size(), 1U);
  const ProposalDecision accept{true, "baik", "Dinas Sosial", 2026, 30};
  EXPECT_EQ(decide_proposal(house_, sari_, kampar, sent->id, accept).error().code,
            ErrorCode::forbidden);
  const auto decided = decide_proposal(house_, test_caller(), kampar, sent->id, accept);
  ASSERT_TRUE(decided);
  const auto profile = show_profile(house_, test_caller(), decided->submission);
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->stored.profile.initiator, "public");
  EXPECT_EQ(profile->stored.profile.initiator_name, "Budi");
  EXPECT_EQ(profile->stored.profile.stage, Stage::initiative);
  EXPECT_EQ(profile->stored.profile.unit, "Dinas Sosial");
  EXPECT_EQ(decide_proposal(house_, test_caller(), kampar, sent->id, accept).error().code,
            ErrorCode::conflict);
}

TEST_F(LifeOfAnInnovation, ADecisionSaysWhatItNeeds) {
  const auto fields = [&](const ProposalDecision& given) {
    std::vector<std::string> names;
    const auto refused = decide_proposal(house_, test_caller(), kampar, "x", given);
    for (const auto& problem : refused.error().problems) names.push_back(problem.field);
    return names;
  };
  EXPECT_THAT(fields({false, "", "", 0, 0}), ElementsAre("reason"));
  EXPECT_THAT(fields({true, "", "", 0, 0}), ElementsAre("unit", "year", "affair"));
}

TEST_F(LifeOfAnInnovation, AProposalNamesASubDistrictOfItsRegion) {
  registry::Idea idea = some_idea();
  for (const char* district : {"14.71.01", "14.01.99", "14.0"}) {
    idea.district = district;
    EXPECT_EQ(propose(house_, kampar, "", idea).error().problems.front().field, "district");
  }
  idea.district.clear();
  EXPECT_TRUE(propose(house_, kampar, "", idea));
  EXPECT_EQ(propose(house_, *RegionCode::parse("31.71"), "", idea).error().code,
            ErrorCode::not_found);
}

TEST(ProposalGuardTest, OneAddressAndOneRegionSendOnlySoMany) {
  ProposalGuard guard;
  const Instant now = FakeClock().now();
  for (int i = 0; i < limits::proposals_per_client; ++i)
    EXPECT_TRUE(guard.admit(kampar, "10.0.0.1", now));
  EXPECT_EQ(guard.admit(kampar, "10.0.0.1", now).error().code, ErrorCode::too_many);
  for (int i = limits::proposals_per_client; i < limits::proposals_per_region; ++i)
    EXPECT_TRUE(guard.admit(kampar, "10.0.1." + std::to_string(i), now));
  EXPECT_FALSE(guard.admit(kampar, "10.9.9.9", now));
  EXPECT_TRUE(guard.admit(*RegionCode::parse("14.71"), "10.9.9.9", now));
  EXPECT_TRUE(guard.admit(kampar, "10.0.0.1", now + limits::client_proposal_returns));
}

}  // namespace
}  // namespace jalur::app
