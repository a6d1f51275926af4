// The call itself: help, version, wrong words; and the small commands.
#include "cli/cli.h"

#include <algorithm>

#include "cli/fixture_test.h"
#include "cli/progress.h"

namespace jalur::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

const std::vector<std::string> command_names = {
    "score", "rank", "validate", "level", "rulesets", "template", "import", "export", "serve"};

class Calls : public CommandLine {};

TEST_F(Calls, VersionAndHelpAreAnswered) {
  EXPECT_EQ(jalur({"--version"}), 0);
  EXPECT_EQ(out, "jalur 9.9\n");
  EXPECT_EQ(jalur({"--help"}), 0);
  for (const auto& name : command_names) EXPECT_THAT(out, HasSubstr("\n  " + name)) << out;
  EXPECT_THAT(out, FitsTheTerminal());
}

TEST_F(Calls, EveryCommandHasHelpThatFits) {
  for (const auto& name : command_names) {
    EXPECT_EQ(jalur({name, "--help"}), 0);
    EXPECT_THAT(out, AllOf(HasSubstr("jalur " + name), FitsTheTerminal())) << out;
    EXPECT_EQ(err, "");
  }
}

TEST_F(Calls, WrongOnesGetOneLineAndStatusTwo) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"skore", "x.json"},
      {"score"},
      {"score", kampar_2023(), "--format", "xml"},
      {"score", kampar_2023(), "--colour"},
      {"score", kampar_2023(), "--next", "many"},
      {"score", kampar_2023(), "--next", "0"},
      {"score", kampar_2023(), kampar_2026()},
      {"score", kampar_2023(), "--at", "2026-11-24T05:30:00Z"},
      {"rank"},
      {"rank", kampar_2023(), "--by", "hope"},
      {"template"},
      {"import", kampar_2023()},
      {"export", "--data", path("data"), "--region", "14.01", "--year", "soon"},
      {"level", "5b", "--ruleset", "iid-2026"},
      {"level", "5b", "5.10", "--rulset", "iid-2026"},
      {"score", kampar_2023(), "--lang", "jv"},
  };
  for (const auto& words : wrong) {
    const std::string call = words.empty() ? "nothing" : words.front() + " " + words.back();
    EXPECT_EQ(jalur(words), 2) << call;
    EXPECT_EQ(std::count(err.begin(), err.end(), '\n'), 1) << call << ": " << err;
    EXPECT_THAT(err, AllOf(StartsWith("jalur"), HasSubstr("--help"))) << call;
    EXPECT_EQ(out, "") << call;
  }
}

TEST_F(Calls, WrongOnesAreToldInIndonesianToo) {
  language = Language::indonesian;
  EXPECT_EQ(jalur({"score"}), 2);
  EXPECT_EQ(err, "jalur score: FILE harus diisi; bantuan: jalur score --help\n");
  EXPECT_EQ(jalur({"skor", "x.json"}), 2);
  EXPECT_EQ(err, "jalur: tidak dikenal di sini: skor; bantuan: jalur --help\n");
}

TEST_F(Calls, RulesetsAreListedAndShown) {
  ASSERT_EQ(jalur({"rulesets"}), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("iid-2023"), HasSubstr("forecast"), FitsTheTerminal()));
  for (const auto& ruleset : shipped_rulesets()) {
    ASSERT_EQ(jalur({"rulesets", ruleset.id, "--lang", "id"}), 0) << err;
    EXPECT_THAT(out, AllOf(HasSubstr("Sangat Inovatif"), FitsTheTerminal()));
  }
  ASSERT_EQ(jalur({"rulesets", "--format", "json"}), 0);
  EXPECT_THAT(out, HasSubstr("\"iid-2026\""));
  EXPECT_EQ(jalur({"rulesets", "iid-1999"}), 2);
}

TEST_F(Calls, RulesetFilesAreValidated) {
  ASSERT_EQ(jalur({"validate", JALUR_SOURCE_DIR "/rulesets/iid-2026.toml", kampar_2023()}), 0)
      << err;
  EXPECT_THAT(out, AllOf(HasSubstr("ok: ruleset iid-2026"),
                         HasSubstr("ok: Kabupaten Kampar 2023, 54 innovations")));
  auto text = read_whole(JALUR_SOURCE_DIR "/rulesets/iid-2026.toml");
  text.replace(text.find("maximum"), 7, "maximun");
  const auto file = write("mine.toml", text);
  EXPECT_EQ(jalur({"validate", file}), 2);
  EXPECT_THAT(err, AllOf(StartsWith(file + ":"), HasSubstr("maximun")));
  EXPECT_THAT(err, testing::Not(HasSubstr(file + ": " + file)));
}

struct LevelCase {
  std::vector<std::string> words;
  const char* text;
};

TEST_F(Calls, AMeasuredFigureYieldsItsLevel) {
  const std::vector<LevelCase> cases = {
      {{"5b", "5.10"}, "level 2\n  Unemployment rate: 5.10 %"},
      {{"5b", "5,10"}, "level 2\n  Unemployment rate: 5.10 %"},
      {{"5b", "2.35"}, "level 3\n"},
      {{"5b", "9"}, "level 1\n"},
      {{"3", "-50.33"}, "level 2\n"},
      {{"3", "-60"}, "level 1\n"},
  };
  for (const auto& [words, text] : cases) {
    std::vector<std::string> call{"level"};
    call.insert(call.end(), words.begin(), words.end());
    call.insert(call.end(), {"--ruleset", "iid-2026"});
    ASSERT_EQ(jalur(call), 0) << err;
    EXPECT_THAT(out, AllOf(HasSubstr(text), FitsTheTerminal())) << words[1];
  }
  ASSERT_EQ(jalur({"level", "5b", "5.10", "--ruleset", "iid-2026", "--format", "json"}), 0);
  EXPECT_THAT(out, ContainsRegex("\"level\": ?2"));
}

TEST_F(Calls, AFigureThatYieldsNoLevelIsTold) {
  for (const char* figure : {"five", "1.234,5", "5.105", "1e3"}) {
    EXPECT_EQ(jalur({"level", "5b", figure, "--ruleset", "iid-2026"}), 2) << figure;
    EXPECT_THAT(err, HasSubstr("figure")) << figure;
  }
  EXPECT_EQ(jalur({"level", "1", "5", "--ruleset", "iid-2026"}), 2);
  EXPECT_EQ(jalur({"level", "99", "5", "--ruleset", "iid-2026"}), 2);
}

TEST_F(Calls, ProgressTellsCountAndTimeLeftToAPersonOnly) {
  std::istringstream input;
  std::ostringstream output;
  std::ostringstream errors;
  PlainDocuments documents;
  const app::Rulesets rulesets({});
  Tools tools{shipped_rulesets(),
              shipped_reference(),
              documents,
              clock,
              nullptr,
              nullptr,
              input,
              output,
              errors,
              Language::english,
              false,
              true,
              "9.9"};
  Session session{tools, rulesets, Language::indonesian};
  {
    Progress progress(session, {"Membaca", "Reading"}, 4, std::chrono::milliseconds(0));
    progress.step();
  }
  EXPECT_THAT(errors.str(), AllOf(HasSubstr("Membaca [#####...............] 1/4, sisa "),
                                  testing::EndsWith("\r\x1b[K")));
  errors.str("");
  tools.err_is_terminal = false;
  Progress progress(session, {"Membaca", "Reading"}, 4, std::chrono::milliseconds(0));
  progress.step();
  EXPECT_EQ(errors.str(), "");
}

TEST(Duration, IsToldInTheUnitThatSuitsIt) {
  EXPECT_EQ(shown_duration(std::chrono::seconds(1), Language::english), "1 s");
  EXPECT_EQ(shown_duration(std::chrono::seconds(89), Language::indonesian), "89 dtk");
  EXPECT_EQ(shown_duration(std::chrono::seconds(121), Language::english), "3 min");
}

}  // namespace
}  // namespace jalur::cli
