#include "registry/stage.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/repo_rulesets.h"

namespace jalur::registry {
namespace {

using jalur::testing::repo_ruleset;

using ::testing::ElementsAre;

Date day(const char* text) { return *parse_date(text); }

Decree decree(const char* kind, const char* date) {
  return {kind, "188.4/21/2025", day(date), "Uji coba Antar Obat"};
}

StageStep to_trial() {
  return {Stage::initiative,
          Stage::trial,
          day("2025-02-01"),
          decree("head_decision", "2025-01-20"),
          "siap diuji",
          {},
          "Sari"};
}

StageStep to_implementation() {
  return {Stage::trial,
          Stage::implementation,
          day("2025-08-01"),
          decree("head_regulation", "2025-07-20"),
          "uji coba berhasil",
          {},
          "Sari"};
}

std::vector<std::string> faults_of(const Expected<void>& checked) {
  std::vector<std::string> fields;
  if (checked) return fields;
  for (const Problem& problem : checked.error().problems) fields.push_back(problem.field);
  return fields;
}

const Date today = day("2026-01-01");

TEST(Stage, StepsForwardOneByOneWithDateAndDecree) {
  Profile profile;
  EXPECT_TRUE(check_step(profile, {}, to_trial(), StepBack::refused, today));
  profile = after_step(profile, to_trial());
  EXPECT_EQ(profile.stage, Stage::trial);
  EXPECT_EQ(profile.trial_on, day("2025-02-01"));
  const StageSteps steps{to_trial()};
  EXPECT_TRUE(check_step(profile, steps, to_implementation(), StepBack::refused, today));
  profile = after_step(profile, to_implementation());
  EXPECT_EQ(profile.implemented_on, day("2025-08-01"));
}

struct Wrong {
  const char* field;
  std::function<void(StageStep&)> break_it;
};

TEST(Stage, EveryFaultOfAStepIsNamed) {
  Profile profile = after_step({}, to_trial());
  const StageSteps steps{to_trial()};
  const std::vector<Wrong> wrongs{
      {"reason", [](StageStep& s) { s.reason.clear(); }},
      {"on", [](StageStep& s) { s.on.reset(); }},
      {"on", [](StageStep& s) { s.on = day("2025-01-31"); }},
      {"on", [](StageStep& s) { s.on = day("2026-01-02"); }},
      {"decree", [](StageStep& s) { s.decree.reset(); }},
      {"decree.kind", [](StageStep& s) { s.decree->kind = "letter"; }},
      {"decree.number", [](StageStep& s) { s.decree->number.clear(); }},
      {"decree.title", [](StageStep& s) { s.decree->title.clear(); }},
      {"decree.date", [](StageStep& s) { s.decree->date = day("2026-01-02"); }},
      {"decree.date", [](StageStep& s) { s.decree->date = day("2025-01-19"); }},
  };
  for (const Wrong& wrong : wrongs) {
    StageStep step = to_implementation();
    wrong.break_it(step);
    EXPECT_THAT(faults_of(check_step(profile, steps, step, StepBack::refused, today)),
                ElementsAre(wrong.field));
  }
}

TEST(Stage, ATrialStandsOnADecisionOnly) {
  StageStep step = to_trial();
  step.decree->kind = "head_regulation";
  EXPECT_THAT(faults_of(check_step({}, {}, step, StepBack::refused, today)),
              ElementsAre("decree.kind"));
}

TEST(Stage, NoStageIsLeftOut) {
  StageStep step = to_implementation();
  step.from = Stage::initiative;
  const auto refused = check_step({}, {}, step, StepBack::allowed, today);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
}

TEST(Stage, TheDecreeOfAStageMayBeToldLaterOnce) {
  Profile profile;
  profile.stage = Stage::implementation;
  StageStep step = to_implementation();
  step.from = Stage::implementation;
  EXPECT_TRUE(check_step(profile, {}, step, StepBack::refused, today));
  EXPECT_EQ(check_step(profile, {step}, step, StepBack::refused, today).error().code,
            ErrorCode::conflict);
}

TEST(Stage, ABackwardStepIsTheCoordinatorsAndTakesTheDatesAway) {
  Profile profile = after_step(after_step({}, to_trial()), to_implementation());
  StageStep back{Stage::implementation, Stage::trial, {}, {}, "belum ditetapkan", {}, "Rina"};
  const StageSteps steps{to_trial(), to_implementation()};
  EXPECT_EQ(check_step(profile, steps, back, StepBack::refused, today).error().code,
            ErrorCode::forbidden);
  EXPECT_TRUE(check_step(profile, steps, back, StepBack::allowed, today));
  profile = after_step(profile, back);
  EXPECT_FALSE(profile.implemented_on);
  EXPECT_EQ(profile.trial_on, day("2025-02-01"));
  back.reason.clear();
  EXPECT_THAT(
      faults_of(check_step(profile, steps, {Stage::trial, Stage::initiative, {}, {}, "", {}, ""},
                           StepBack::allowed, today)),
      ElementsAre("reason"));
}

TEST(Stage, AStageThatWasLeftLosesItsDecree) {
  StageStep back{Stage::implementation, Stage::trial, {}, {}, "belum ditetapkan", {}, "Rina"};
  const StageSteps steps{to_trial(), to_implementation(), back};
  EXPECT_NE(decree_of(Stage::trial, steps), nullptr);
  EXPECT_EQ(decree_of(Stage::implementation, steps), nullptr);
}

TEST(Stage, WhatIsMissingGrowsWithTheStage) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  const auto fields = [&](const Profile& profile, const StageSteps& steps) {
    std::vector<std::string> names;
    for (const auto& field : missing_fields(profile, steps, rules)) names.push_back(field.field);
    return names;
  };
  Profile profile;
  EXPECT_THAT(fields(profile, {}),
              ElementsAre("initiator", "digital", "form", "design", "aims", "benefits"));
  profile.initiator = "agency";
  profile.digital = false;
  profile.form = "other";
  profile.aims = profile.benefits = "ada";
  for (int i = 0; i < 299; ++i) profile.design.free += "kata ";
  EXPECT_THAT(fields(profile, {}), ElementsAre("design"));
  profile.design.novelty = "genap";
  EXPECT_THAT(fields(profile, {}), ElementsAre());
  profile.stage = Stage::implementation;
  EXPECT_THAT(fields(profile, {}), ElementsAre("trial_on", "implemented_on", "results", "decree"));
  profile = after_step(after_step(profile, to_trial()), to_implementation());
  profile.results = "ada";
  EXPECT_THAT(fields(profile, {to_trial(), to_implementation()}), ElementsAre());
}

}  // namespace
}  // namespace jalur::registry
