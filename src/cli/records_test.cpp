// template, import, export, serve: what touches files and records.
#include <filesystem>

#include <unistd.h>

#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class RecordCommands : public CommandLine {
 protected:
  int import_kampar() { return jalur({"import", kampar_2023(), "--data", path("data")}); }
  std::size_t files() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path("")))
      ++count;
    return count;
  }
};

TEST_F(RecordCommands, TemplateWritesAWorkbookAndKeepsWhatIsThere) {
  const auto file = path("new.xlsx");
  ASSERT_EQ(jalur({"template", "--ruleset", "iid-2026", "--out", file}), 0) << err;
  EXPECT_EQ(read_whole(file), "PK template iid-2026");
  EXPECT_EQ(jalur({"template", "--ruleset", "iid-2023", "--out", file}), 2);
  EXPECT_THAT(err, HasSubstr("exists and is not overwritten"));
  EXPECT_EQ(read_whole(file), "PK template iid-2026");
  ASSERT_EQ(jalur({"template", "--ruleset", "iid-2023", "--out", file, "--force"}), 0) << err;
  EXPECT_EQ(read_whole(file), "PK template iid-2023");
  EXPECT_EQ(files(), 1u);  // nothing left lying beside it
}

TEST_F(RecordCommands, TemplateIsNamedAfterItsRuleset) {
  ASSERT_EQ(jalur({"rulesets"}), 0);  // the tests read the rules from the folder they start in
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(path(""));
  const int status = jalur({"template", "--ruleset", "iid-2026"});
  std::filesystem::current_path(here);
  EXPECT_EQ(status, 0) << err;
  EXPECT_TRUE(std::filesystem::exists(path("template-iid-2026.xlsx")));
}

TEST_F(RecordCommands, AWorkbookIsNotWrittenToATerminal) {
  EXPECT_EQ(jalur({"template", "--ruleset", "iid-2026", "--out", "-"}), 0);
  EXPECT_EQ(out, "PK template iid-2026");
  terminal = true;
  EXPECT_EQ(jalur({"template", "--ruleset", "iid-2026", "--out", "-"}), 2);
  EXPECT_EQ(out, "");
}

TEST_F(RecordCommands, APlaceThatCannotBeWrittenIsTold) {
  EXPECT_EQ(jalur({"template", "--ruleset", "iid-2026", "--out", path("none/new.xlsx")}), 2);
  EXPECT_THAT(err, HasSubstr("no such file or folder"));
}

TEST_F(RecordCommands, ImportGivesAReceiptPerFile) {
  ASSERT_EQ(jalur({"import", kampar_2023(), kampar_2026(), "--data", path("deep/data")}), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("kampar-2023.json: 14.01 2023: innovations new 54"),
                         HasSubstr("kampar-2026.json: 14.01 2026: innovations new")));
  EXPECT_EQ(store.kept.size(), 2u);
  EXPECT_TRUE(std::filesystem::is_directory(path("deep/data")));
}

TEST_F(RecordCommands, ImportRefusesAFolderThatCannotBe) {
  const auto file = write("file", "x");
  EXPECT_EQ(jalur({"import", kampar_2023(), "--data", file}), 2);
  EXPECT_THAT(err, HasSubstr("cannot be made"));
  EXPECT_TRUE(store.kept.empty());
}

TEST_F(RecordCommands, ExportGivesBackWhatWasImported) {
  ASSERT_EQ(import_kampar(), 0) << err;
  ASSERT_EQ(jalur({"export", "--data", path("data"), "--region", "14.01", "--year", "2023", "--out",
                   path("back.json")}),
            0)
      << err;
  ASSERT_EQ(jalur({"score", kampar_2023(), "--format", "json"}), 0);
  const auto before = out;
  ASSERT_EQ(jalur({"score", path("back.json"), "--format", "json"}), 0) << err;
  EXPECT_EQ(out, before);
}

TEST_F(RecordCommands, ExportWritesToStandardOutputUnlessToldOtherwise) {
  ASSERT_EQ(import_kampar(), 0);
  ASSERT_EQ(jalur({"export", "--data", path("data"), "--region", "14.01", "--year", "2023"}), 0);
  EXPECT_THAT(out, HasSubstr("jalur.region-year/1"));
  ASSERT_EQ(jalur({"export", "--data", path("data"), "--region", "14.01", "--year", "2023",
                   "--format", "xlsx"}),
            0);
  EXPECT_EQ(out.substr(0, 2), "PK");
}

TEST_F(RecordCommands, ExportTellsWhatIsNotThere) {
  ASSERT_EQ(import_kampar(), 0);
  const std::vector<std::string> export_words{"export", "--data", path("data"), "--region"};
  auto words = export_words;
  words.insert(words.end(), {"14.02", "--year", "2023"});
  EXPECT_EQ(jalur(words), 2);
  words = export_words;
  words.insert(words.end(), {"kampar", "--year", "2023"});
  EXPECT_EQ(jalur(words), 2);
  EXPECT_THAT(err, AllOf(HasSubstr("--region"), HasSubstr("kampar")));
}

TEST_F(RecordCommands, ExportDoesNotMakeAFolder) {
  EXPECT_EQ(jalur({"export", "--data", path("none"), "--region", "14.01", "--year", "2023"}), 2);
  EXPECT_THAT(err, HasSubstr("no such folder"));
  EXPECT_EQ(houses_opened, 0);
  EXPECT_FALSE(std::filesystem::exists(path("none")));
}

TEST_F(RecordCommands, ServePrintsItsAddressOnALineOfItsOwn) {
  ASSERT_EQ(jalur({"serve", "--data", path("data")}), 0) << err;
  EXPECT_EQ(out, "http://127.0.0.1:8080\n");
  EXPECT_FALSE(served->home);
}

TEST_F(RecordCommands, ServeTakesAddressHomeAndThreads) {
  ASSERT_EQ(jalur({"serve", "--data", path("data"), "--listen", "[::1]:0", "--home", "14.01/2023",
                   "--threads", "3"}),
            0)
      << err;
  EXPECT_EQ(served->host, "::1");
  EXPECT_EQ(served->port, 0);
  EXPECT_EQ(served->threads, 3);
  EXPECT_EQ(served->home->region.str(), "14.01");
  EXPECT_EQ(served->home->year, 2023);
}

TEST_F(RecordCommands, ServeRefusesWhatItCannotRead) {
  const std::vector<std::vector<std::string>> wrong = {
      {"--listen", "8080"},      {"--listen", "localhost"}, {"--listen", "127.0.0.1:65536"},
      {"--listen", ":80"},       {"--home", "14.01"},       {"--home", "kampar/2023"},
      {"--home", "14.01/kapan"}, {"--threads", "0"},        {"--threads", "many"},
  };
  for (const auto& words : wrong) {
    std::vector<std::string> call{"serve", "--data", path("data")};
    call.insert(call.end(), words.begin(), words.end());
    EXPECT_EQ(jalur(call), 2) << words[1];
    EXPECT_THAT(err, HasSubstr(words[0])) << words[1];
    EXPECT_FALSE(served) << words[1];
  }
}

TEST_F(RecordCommands, WhatCannotBeDoneNowIsStatusThree) {
  serve_answer = fail(ErrorCode::unavailable, {"port ini terpakai", "this port is taken"});
  EXPECT_EQ(jalur({"serve", "--data", path("data")}), 3);
  EXPECT_THAT(err, HasSubstr("this port is taken"));
}

}  // namespace
}  // namespace jalur::cli
