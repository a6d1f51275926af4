#include "app/news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/account_fixture_test.h"
#include "app/fake_notices.h"
#include "app/notice_use_cases.h"

namespace jalur::app {
namespace {

using accounts::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

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
  const NewsRule& rule = *news_rule("remark.made");
  EXPECT_THAT(roles_told(rule.concerns, "operator"),
              ElementsAre(Role::verifier, Role::coordinator));
  EXPECT_FALSE(is_of_the_unit(rule.concerns, "operator"));
  EXPECT_THAT(roles_told(rule.concerns, "verifier"), ElementsAre(Role::operator_, Role::unit_head));
  EXPECT_TRUE(is_of_the_unit(rule.concerns, "verifier"));
}

TEST(News, is_not_made_of_everything_in_the_log) {
  for (const char* action : {"claim.saved", "person.signed_in", "import.done"})
    EXPECT_EQ(news_rule(action), nullptr) << action;
}

TEST(News, fills_every_place_of_every_sentence) {
  for (const char* action :
       {"submission.handed_in", "submission.sent_back", "submission.endorsed",
        "submission.rejected", "submission.withheld", "submission.reopened", "claim.lowered",
        "claim.returned", "objection.made", "objection.upheld", "objection.rejected", "remark.made",
        "year.calendar", "year.locked", "year.unlocked", "year.exception_given",
        "proposal.received", "proposal.accepted"}) {
    ASSERT_NE(news_rule(action), nullptr) << action;
    const Text text = sentence_of(entry(action, "verifier", {{"indicator", "17"}}));
    EXPECT_EQ(text.id.find_first_of("{}"), std::string::npos) << text.id;
    EXPECT_EQ(text.en.find_first_of("{}"), std::string::npos) << text.en;
  }
}

}  // namespace
}  // namespace jalur::app
