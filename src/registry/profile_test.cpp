#include "registry/profile.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/repo_rulesets.h"

namespace jalur::registry {
namespace {

using jalur::testing::file_text;
using jalur::testing::repo_ruleset;

using ::testing::ElementsAre;

const ProfileTerms& terms() {
  static const ProfileTerms loaded =
      load_profile_terms(file_text("reference/profile-terms.toml"), "profile-terms.toml").value();
  return loaded;
}

Profile right_profile() {
  Profile profile;
  profile.name = "Antar Obat";
  profile.unit = "Dinas Kesehatan";
  profile.affairs = {2, 16};
  profile.stage = Stage::implementation;
  profile.initiator = "agency";
  profile.digital = true;
  profile.form = "public_service";
  profile.theme = "asta_cita_4";
  profile.trial_on = parse_date("2024-01-10");
  profile.implemented_on = parse_date("2024-06-01");
  profile.developed_on = parse_date("2025-03-01");
  profile.budget = 125'000'000;
  profile.latitude = "-0.335000";
  profile.longitude = "101.0211";
  profile.asta_cita = {4, 6};
  profile.video = "https://kamparkab.example/video";
  return profile;
}

std::vector<std::string> faults_of(const Profile& profile) {
  std::vector<std::string> fields;
  const auto right = check(profile, repo_ruleset("iid-2026"), terms());
  if (right) return fields;
  for (const Problem& problem : right.error().problems) fields.push_back(problem.field);
  return fields;
}

TEST(Profile, ARightOneAndAnEmptyOnePass) {
  EXPECT_THAT(faults_of(right_profile()), ElementsAre());
  Profile draft;
  draft.name = "Antar Obat";
  draft.affairs = {2};
  EXPECT_THAT(faults_of(draft), ElementsAre());
}

struct Fault {
  const char* field;
  std::function<void(Profile&)> break_it;
};

TEST(Profile, EveryWrongFieldIsNamed) {
  const std::vector<Fault> faults{
      {"name", [](Profile& p) { p.name.clear(); }},
      {"affairs", [](Profile& p) { p.affairs.clear(); }},
      {"affairs[1]",
       [](Profile& p) {
         p.affairs = {2, 2};
       }},
      {"affairs[0]", [](Profile& p) { p.affairs = {39}; }},
      {"initiator", [](Profile& p) { p.initiator = "bupati"; }},
      {"form", [](Profile& p) { p.form = "layanan"; }},
      {"theme", [](Profile& p) { p.theme = "poverty"; }},  // of 2023 and 2024
      {"budget", [](Profile& p) { p.budget = -1; }},
      {"budget", [](Profile& p) { p.budget = 1'000'000'000'000'001; }},
      {"trial_on",
       [](Profile& p) {
         p = Profile{};
         p.name = "x";
         p.affairs = {1};
         p.trial_on = parse_date("2025-01-01");
       }},
      {"implemented_on", [](Profile& p) { p.implemented_on = parse_date("2024-01-09"); }},
      {"developed_on", [](Profile& p) { p.developed_on = parse_date("2024-05-31"); }},
      {"latitude", [](Profile& p) { p.latitude = "101.0211"; }},
      {"latitude", [](Profile& p) { p.latitude = "-0,335"; }},
      {"latitude", [](Profile& p) { p.latitude = "-12.000001"; }},
      {"latitude", [](Profile& p) { p.latitude = "0."; }},
      {"latitude", [](Profile& p) { p.latitude.clear(); }},
      {"longitude", [](Profile& p) { p.longitude = "142.000001"; }},
      {"longitude", [](Profile& p) { p.longitude = "101.0000001"; }},
      {"asta_cita[0]", [](Profile& p) { p.asta_cita = {9}; }},
      {"asta_cita[1]",
       [](Profile& p) {
         p.asta_cita = {3, 3};
       }},
      {"video", [](Profile& p) { p.video = "http://x"; }},
      {"video", [](Profile& p) { p.video = "https://x.id/<b>"; }},
  };
  for (const Fault& fault : faults) {
    Profile profile = right_profile();
    fault.break_it(profile);
    EXPECT_THAT(faults_of(profile), ElementsAre(fault.field));
  }
}

TEST(Profile, TellsAllFaultsAtOnce) {
  Profile profile = right_profile();
  profile.name.clear();
  profile.form = "x";
  profile.longitude = "x";
  EXPECT_THAT(faults_of(profile), ElementsAre("name", "form", "longitude"));
}

TEST(Profile, BordersOfThePlaceCount) {
  Profile profile = right_profile();
  profile.latitude = "-12";
  profile.longitude = "142.000000";
  EXPECT_THAT(faults_of(profile), ElementsAre());
}

TEST(Profile, WordsOfAllPartsCountTogether) {
  Profile profile;
  profile.design.free = "satu dua";
  profile.design.problem = "tiga";
  profile.design.how_it_works = "empat lima enam";
  EXPECT_EQ(words_of(profile), 6);
  EXPECT_EQ(whole_text(profile.design), "satu dua\n\ntiga\n\nempat lima enam");
}

TEST(Profile, NamesTheFieldsThatChanged) {
  Profile after = right_profile();
  after.design.novelty = "baru";
  after.budget.reset();
  EXPECT_THAT(changed_fields(right_profile(), after), ElementsAre("design.novelty", "budget"));
}

TEST(ProfileTerms, AFileThatDoesNotAddUpIsRefused) {
  const std::string good = file_text("reference/profile-terms.toml");
  const auto with = [&](const std::string& what, const std::string& by) {
    std::string text = good;
    text.replace(text.find(what), what.size(), by);
    return load_profile_terms(text, "terms").has_value();
  };
  EXPECT_TRUE(with("Kepala Daerah", "Kepala daerah"));
  EXPECT_FALSE(with("word = \"council_member\"", "word = \"head_of_region\""));
  EXPECT_FALSE(with("to_year = 2022", "to_year = 2020"));
  EXPECT_FALSE(with("number = 2", "number = 3"));
  EXPECT_FALSE(with("[[form]]", "[[shape]]"));
}

}  // namespace
}  // namespace jalur::registry
