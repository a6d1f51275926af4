#include "app/news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/fake_house.h"
#include "app/notice_use_cases.h"
#include "app/use_cases.h"

namespace jalur::app {
namespace {

using accounts::Role;
using testing::ElementsAre;
using testing::IsEmpty;

const RegionCode kampar = *RegionCode::parse("14.01");

ledger::Entry entry(const std::string& action, const std::string& role,
                    std::vector<std::pair<std::string, std::string>> details = {}) {
  ledger::Entry made;
  made.action = action;
  made.by = {"p", "Sari Contoh", role};
  made.subject_text = "Antar Obat";
  made.details = std::move(details);
  return made;
}

TEST(News, is_told_in_one_sentence_with_what_was_said) {
  const auto returned =
      entry("claim.returned", "verifier", {{"indicator", "17"}, {"reason", "Halaman 2 hilang."}});
  EXPECT_EQ(sentence_of(returned).id,
            "Indikator 17 pada «Antar Obat» dikembalikan Sari Contoh dan menunggu jawaban Anda.");
  EXPECT_EQ(sentence_of(returned).en,
            "Indicator 17 of “Antar Obat” was returned by Sari Contoh and waits for your answer.");
  EXPECT_EQ(words_of(returned), "Halaman 2 hilang.");
}

TEST(News, of_a_remark_goes_to_the_other_side) {
  const auto by_unit = entry("remark.made", "operator");
  const NewsRule& rule = *news_rule(by_unit);
  EXPECT_THAT(roles_told(rule, by_unit), ElementsAre(Role::verifier, Role::coordinator));
  EXPECT_FALSE(is_of_the_unit(rule, by_unit));
  const auto by_judge = entry("remark.made", "verifier");
  EXPECT_THAT(roles_told(rule, by_judge), ElementsAre(Role::operator_, Role::unit_head));
  EXPECT_TRUE(is_of_the_unit(rule, by_judge));
}

TEST(News, of_what_is_late_reaches_those_above_at_the_last_level) {
  struct Case {
    const char* action;
    const char* level;
    std::vector<Role> told;
    bool of_the_unit;
  };
  const std::vector<Case> cases{
      {"reminder.finish", "1", {Role::operator_}, true},
      {"reminder.finish", "3", {Role::operator_, Role::unit_head}, true},
      {"reminder.answer", "2", {Role::operator_}, true},
      {"reminder.answer", "3", {Role::operator_, Role::unit_head}, true},
      {"reminder.endorse", "1", {Role::unit_head}, true},
      {"reminder.verify", "2", {Role::verifier}, false},
      {"reminder.verify", "3", {Role::verifier, Role::coordinator}, false},
  };
  for (const Case& each : cases) {
    const auto reminder = entry(each.action, "", {{"level", each.level}});
    const NewsRule& rule = *news_rule(reminder);
    EXPECT_EQ(roles_told(rule, reminder), each.told) << each.action << each.level;
    EXPECT_EQ(is_of_the_unit(rule, reminder), each.of_the_unit) << each.action << each.level;
  }
}

TEST(News, is_not_made_of_everything_in_the_log) {
  for (const char* action :
       {"claim.saved", "person.signed_in", "import.done", "submission.registered"})
    EXPECT_EQ(news_rule(entry(action, "operator")), nullptr) << action;
  EXPECT_NE(news_rule(entry("submission.registered", "coordinator", {{"proposal", "x"}})), nullptr);
}

TEST(News, fills_every_place_of_every_sentence) {
  const std::vector<std::pair<std::string, std::string>> details{
      {"indicator", "17"},     {"unit", "Dinas"}, {"until", "2026-12-01"}, {"due", "2026-12-02"},
      {"since", "2026-11-20"}, {"days", "3"},     {"claims", "4"},         {"proposal", "p"}};
  for (const char* action :
       {"submission.handed_in", "submission.sent_back",    "submission.endorsed",
        "submission.rejected",  "submission.withheld",     "submission.restored",
        "submission.reopened",  "submission.brought_back", "submission.registered",
        "claim.lowered",        "claim.returned",          "objection.made",
        "objection.upheld",     "objection.rejected",      "remark.made",
        "year.opened",          "year.calendar",           "year.locked",
        "year.unlocked",        "year.exception_given",    "year.exception_ended",
        "proposal.received",    "mail.given_up",           "reminder.finish",
        "reminder.answer",      "reminder.endorse",        "reminder.verify"}) {
    const auto told = entry(action, "verifier", details);
    ASSERT_NE(news_rule(told), nullptr) << action;
    const Text text = sentence_of(told);
    for (const std::string& words : {text.id, text.en}) {
      EXPECT_EQ(words.find_first_of("{}"), std::string::npos) << words;
      EXPECT_NE(words.find("Antar Obat"), std::string::npos) << words;
      EXPECT_EQ(words.find("  "), std::string::npos) << words;
    }
  }
}

TEST(News, keeps_braces_that_people_write) {
  auto told = entry("submission.rejected", "coordinator");
  told.subject_text = "{by} {x}";
  EXPECT_EQ(sentence_of(told).en, "“{by} {x}” was rejected by Sari Contoh.");
}

// Two agencies with an innovation each, and their people.
class ToldNews : public testing::Test {
 protected:
  void SetUp() override {
    RegionYear data;
    data.code = kampar;
    data.name = "Kabupaten Kampar";
    data.year = 2026;
    data.ruleset = "iid-2026";
    data.units = {{"Dinas Kesehatan", Unit::Kind::agency}, {"Dinas Sosial", Unit::Kind::agency}};
    Innovation made;
    made.id = made.name = "Antar Obat";
    made.unit = "Dinas Kesehatan";
    made.affairs = {2};
    data.innovations.push_back(made);
    ASSERT_TRUE(import_region_year(kept_.house, test_actor(), data, {}));
    ASSERT_TRUE(tell_news(kept_.house));  // what is past is told to nobody
    olan_ = added("olan", {Role::operator_, unit("Dinas Kesehatan")});
    hana_ = added("hana", {Role::unit_head, unit("Dinas Kesehatan")});
    oki_ = added("oki", {Role::operator_, unit("Dinas Sosial")});
    vera_ = added("vera", {Role::verifier, ""});
    koko_ = added("koko", {Role::coordinator, ""});
  }

  std::string unit(const std::string& name) {
    const auto units = kept_.house.units.units(kampar);
    for (const auto& node : units->tree)
      if (node.name == name) return node.id;
    return {};
  }

  std::string added(const std::string& name, accounts::HeldRole role) {
    Account account;
    account.person = {
        name, kampar, name, name + "@contoh.example", {}, {role}, accounts::PersonState::active};
    EXPECT_TRUE(kept_.people.carry_out({kampar, kept_.clock.now(), {}, {AddPerson{account}}}));
    return name;
  }

  std::string submission() { return kept_.house.years.get({kampar, 2026}).value()->submissions[0]; }

  void log(const std::string& by, const std::string& role, const std::string& action,
           const std::string& subject, std::vector<std::pair<std::string, std::string>> details) {
    kept_.store.journal.append(kampar,
                               {{by, by, role}, action, subject, "Antar Obat", std::move(details)},
                               kept_.clock.now());
  }

  std::vector<std::string> told(const std::string& person) {
    std::vector<std::string> actions;
    const auto page = kept_.house.notices.page(kampar, person, 0, 50);
    for (const Notice& notice : page->items) actions.push_back(notice.entry.action);
    return actions;
  }

  FakeHouse kept_;
  std::string olan_, hana_, oki_, vera_, koko_;
};

TEST_F(ToldNews, reaches_the_unit_whose_work_it_is_and_not_who_did_it) {
  log(vera_, "verifier", "claim.returned", submission(), {{"indicator", "17"}});
  log(olan_, "operator", "submission.handed_in", submission(), {});
  log(olan_, "operator", "remark.made", submission(), {{"indicator", "17"}, {"text", "Ini."}});
  EXPECT_EQ(tell_news(kept_.house).value(), 5);
  EXPECT_THAT(told(olan_), ElementsAre("claim.returned"));
  EXPECT_THAT(told(hana_), ElementsAre("submission.handed_in", "claim.returned"));
  EXPECT_THAT(told(vera_), ElementsAre("remark.made"));
  EXPECT_THAT(told(koko_), ElementsAre("remark.made"));
  EXPECT_THAT(told(oki_), IsEmpty());
  EXPECT_EQ(tell_news(kept_.house).value(), 0);
}

TEST_F(ToldNews, of_a_unit_finds_it_by_its_name) {
  log(koko_, "coordinator", "year.exception_given", "2026", {{"unit", "Dinas Sosial"}});
  log(koko_, "coordinator", "year.exception_given", "2026", {{"unit", "Tidak Ada"}});
  log(koko_, "coordinator", "year.locked", "2026", {{"reason", "Sudah dikirim"}});
  ASSERT_TRUE(tell_news(kept_.house));
  EXPECT_THAT(told(oki_), ElementsAre("year.locked", "year.exception_given"));
  EXPECT_THAT(told(olan_), ElementsAre("year.locked"));
  EXPECT_THAT(told(koko_), IsEmpty());
}

TEST_F(ToldNews, goes_on_through_a_long_log) {
  for (int i = 0; i < 450; ++i)
    log(vera_, "verifier", "claim.lowered", submission(), {{"indicator", "17"}});
  EXPECT_EQ(tell_news(kept_.house).value(), 900);
}

TEST_F(ToldNews, is_shown_to_whoever_is_signed_in_only) {
  log(vera_, "verifier", "claim.returned", submission(), {{"indicator", "17"}});
  ASSERT_TRUE(tell_news(kept_.house));
  const accounts::Caller olan{olan_, olan_, kampar, {}, {}};
  const auto page = list_notices(kept_.house, olan, 0, 50);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->unread, 1);
  EXPECT_EQ(read_notices(kept_.house, olan, page->items[0].entry.sequence)->unread, 0);
  EXPECT_EQ(list_notices(kept_.house, {}, 0, 50).error().code, ErrorCode::unauthenticated);
}

}  // namespace
}  // namespace jalur::app
