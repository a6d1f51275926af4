#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ScoreCommand : public CommandLine {};

TEST_F(ScoreCommand, ShowsClaimedAndVerifiedSideBySide) {
  ASSERT_EQ(jalur({"score", kampar_2023()}), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("Kabupaten Kampar (14.01), 2023"), HasSubstr("Sample data"),
                         ContainsRegex("Index +[0-9.]+ +50\\.62\n"), HasSubstr("Assumptions"),
                         FitsTheTerminal()));
  EXPECT_EQ(err, "");
}

TEST_F(ScoreCommand, WritesFiguresTheIndonesianWayInIndonesian) {
  ASSERT_EQ(jalur({"score", kampar_2023(), "--lang", "id"}), 0) << err;
  EXPECT_THAT(out, AllOf(ContainsRegex("Indeks +[0-9,]+ +50,62\n"), HasSubstr("Terverifikasi"),
                         FitsTheTerminal()));
}

TEST_F(ScoreCommand, TakesItsLanguageFromTheEnvironment) {
  language = Language::indonesian;
  ASSERT_EQ(jalur({"score", kampar_2023()}), 0);
  EXPECT_THAT(out, HasSubstr("50,62"));
  ASSERT_EQ(jalur({"--lang", "en", "score", kampar_2023()}), 0);
  EXPECT_THAT(out, HasSubstr("50.62"));
}

TEST_F(ScoreCommand, UnderAnotherRulesetTellsWhatChangedAndWhy) {
  for (const char* tag : {"en", "id"}) {
    ASSERT_EQ(jalur({"score", kampar_2023(), "--ruleset", "iid-2026", "--lang", tag}), 0) << err;
    EXPECT_THAT(out, AllOf(HasSubstr("iid-2023"), HasSubstr("iid-2026"), FitsTheTerminal()));
  }
  EXPECT_THAT(out, HasSubstr("Dibandingkan dengan aturan"));
}

TEST_F(ScoreCommand, ScoresUnderEveryShippedRulesetWithinTheTerminal) {
  for (const auto& ruleset : shipped_rulesets()) {
    for (const auto& file : {kampar_2023(), kampar_2026()}) {
      ASSERT_EQ(jalur({"score", file, "--ruleset", ruleset.id, "--next", "20", "--lang", "id"}), 0)
          << ruleset.id << err;
      EXPECT_THAT(out, FitsTheTerminal()) << ruleset.id;
    }
  }
}

TEST_F(ScoreCommand, NamesTheNextLevelsThatAddMost) {
  ASSERT_EQ(jalur({"score", kampar_2023(), "--next", "3"}), 0) << err;
  const auto section = out.substr(out.find("next levels"));
  EXPECT_THAT(section, AllOf(HasSubstr("+0."), HasSubstr(" > ")));
  EXPECT_EQ(jalur({"score", kampar_2023(), "--next", "3", "--format", "json"}), 2);
  EXPECT_THAT(err, HasSubstr("--next is for the text only"));
}

TEST_F(ScoreCommand, AnswersThePromisedJson) {
  language = Language::indonesian;
  ASSERT_EQ(jalur({"score", kampar_2023(), "--format", "json"}), 0) << err;
  EXPECT_THAT(out, AllOf(StartsWith("{"), HasSubstr("jalur.score/1"), HasSubstr("50.62"),
                         Not(HasSubstr("50,62"))));
  EXPECT_EQ(out.back(), '\n');
}

TEST_F(ScoreCommand, WritesOneLinePerRowAsCsv) {
  ASSERT_EQ(jalur({"score", kampar_2023(), "--format", "csv"}), 0) << err;
  EXPECT_THAT(out,
              AllOf(StartsWith("innovation,indicator,level,verified_level,points,index_effect\n"),
                    HasSubstr("\n,1,3,3,3.00,1.20\n")));
}

TEST_F(ScoreCommand, ReadsStandardInput) {
  in = read_whole(kampar_2023());
  ASSERT_EQ(jalur({"score", "-"}), 0) << err;
  EXPECT_THAT(out, HasSubstr("50.62"));
}

TEST_F(ScoreCommand, KnowsAWorkbookByItsContent) {
  const auto file = write("kampar", "PK" + read_whole(kampar_2023()));
  ASSERT_EQ(jalur({"score", file}), 0) << err;
  EXPECT_THAT(out, HasSubstr("50.62"));
}

TEST_F(ScoreCommand, NamesTheRulesetsThereAre) {
  EXPECT_EQ(jalur({"score", kampar_2023(), "--ruleset", "iid-1999"}), 2);
  EXPECT_THAT(err, AllOf(HasSubstr("iid-1999"), HasSubstr("iid-2026")));
  EXPECT_EQ(out, "");
}

TEST_F(ScoreCommand, TakesFurtherRulesetsFromAFolder) {
  auto text = read_whole(JALUR_SOURCE_DIR "/rulesets/iid-2026.toml");
  text.replace(text.find("iid-2026"), 8, "iid-mine");
  write("mine.toml", text);
  ASSERT_EQ(jalur({"score", kampar_2023(), "--rulesets", path(""), "--ruleset", "iid-mine"}), 0)
      << err;
  EXPECT_THAT(out, HasSubstr("iid-mine"));
  EXPECT_EQ(jalur({"--rulesets", path("nowhere"), "score", kampar_2023()}), 2);
  EXPECT_THAT(err, HasSubstr("no ruleset files"));
}

TEST_F(ScoreCommand, ThePastIsScoredOutOfTheRecords) {
  ASSERT_EQ(jalur({"import", kampar_2023(), "--data", path("data")}), 0) << err;
  const std::vector<std::string> call{"score",    "--data", path("data"),
                                      "--region", "14.01",  "--year",
                                      "2023",     "--at",   "2026-11-24T12:30:00+07:00"};
  ASSERT_EQ(jalur(call), 0) << err;
  EXPECT_THAT(out, HasSubstr("50.62"));
  auto wrong = call;
  wrong.back() = "yesterday";
  EXPECT_EQ(jalur(wrong), 2);
  EXPECT_THAT(err, HasSubstr("--at"));
  wrong.back() = "2026-11-24T05:30:00Z";
  wrong.push_back(kampar_2023());
  EXPECT_EQ(jalur(wrong), 2);
  EXPECT_THAT(err, HasSubstr("not both"));
  EXPECT_EQ(jalur({"score", "--at", "2026-11-24T05:30:00Z"}), 2);
  EXPECT_THAT(err, HasSubstr("needs --data"));
  EXPECT_EQ(jalur({"score"}), 2);
}

}  // namespace
}  // namespace jalur::cli
