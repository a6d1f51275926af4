#include <nlohmann/json.hpp>

#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class LedgerCommands : public CommandLine {
 protected:
  void SetUp() override {
    ASSERT_EQ(jalur({"import", kampar_2023(), "--data", path("data")}), 0) << err;
    ASSERT_EQ(jalur({"import", kampar_2023(), "--data", path("data")}), 0) << err;
    clock.gone += std::chrono::hours(24);
  }

  int ledger(std::vector<std::string> words) {
    words.insert(words.begin(), "ledger");
    words.insert(words.end(), {"--data", path("data")});
    return jalur(words);
  }
  app::FakeJournal::Log& log() { return store.journal.log(*RegionCode::parse("14.01")); }
  std::string key() {
    EXPECT_EQ(ledger({"key"}), 0) << err;
    return out.substr(0, out.size() - 1);
  }
  std::string proof() {
    EXPECT_EQ(ledger({"prove", "--region", "14.01", "--entry", "2"}), 0) << err;
    return write("proof.json", out);
  }
};

TEST_F(LedgerCommands, VerifySaysThatTheLogIsWholeAndNamesHeadAndKey) {
  ASSERT_EQ(ledger({"verify"}), 0) << err;
  EXPECT_THAT(out, AllOf(FitsTheTerminal(), HasSubstr("14.01: whole; entries 2, signed days 1\n"),
                         HasSubstr("  head " + ledger::hex(log().entries.back().hash) + "\n")));
  const std::string printed = out;
  EXPECT_THAT(printed, HasSubstr("key " + key()));
  language = Language::indonesian;
  ASSERT_EQ(ledger({"verify", "--region", "14.01"}), 0);
  EXPECT_THAT(out, HasSubstr("14.01: utuh; 2 catatan, 1 hari ditandatangani"));
}

TEST_F(LedgerCommands, VerifyNamesTheFirstBrokenEntryWithStatus2) {
  log().entries[1].subject_text = "another";
  EXPECT_EQ(ledger({"verify"}), 2);
  EXPECT_THAT(out, AllOf(FitsTheTerminal(), HasSubstr("14.01: broken. Entry 2 does not fit")));
  EXPECT_EQ(ledger({"verify", "--format", "json"}), 2);
  const auto found = json::parse(out);
  EXPECT_EQ(found["format"], "jalur.ledger-verification/1");
  EXPECT_EQ(found["whole"], false);
  EXPECT_EQ(found["regions"][0]["broken"]["sequence"], 2);
}

TEST_F(LedgerCommands, VerifyWithAKeySignsNothing) {
  EXPECT_EQ(ledger({"verify", "--key", std::string(64, '0')}), 0) << err;
  EXPECT_TRUE(log().roots.empty());
  const std::string own = key();
  ASSERT_EQ(ledger({"verify"}), 0);
  EXPECT_EQ(ledger({"verify", "--key", own}), 0) << out;
  EXPECT_EQ(ledger({"verify", "--key", std::string(64, '0')}), 2);
  EXPECT_THAT(out, HasSubstr("is not signed with this key"));
  EXPECT_EQ(ledger({"verify", "--key", "abc"}), 2);
  EXPECT_THAT(err, HasSubstr("64 hexadecimal digits"));
}

TEST_F(LedgerCommands, VerifyOfNothingSaysSo) {
  store.journal.log(*RegionCode::parse("14.01")) = {};
  EXPECT_EQ(ledger({"verify"}), 0);
  EXPECT_EQ(out, "there is no log yet\n");
}

TEST_F(LedgerCommands, ExportWritesOneLinePerEntry) {
  ASSERT_EQ(ledger({"export", "--region", "14.01"}), 0) << err;
  std::istringstream lines(out);
  std::int64_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_EQ(json::parse(line)["sequence"], ++count);
  }
  EXPECT_EQ(count, 2);
  EXPECT_EQ(ledger({"export", "--region", "14.02"}), 2);
  EXPECT_THAT(err, HasSubstr("has no log yet"));
  EXPECT_EQ(ledger({"export", "--region", "Kampar"}), 2);
  EXPECT_EQ(ledger({"export"}), 2);
}

TEST_F(LedgerCommands, AProofIsCheckedWithoutTheRecords) {
  const auto file = proof();
  const int opened = houses_opened;
  EXPECT_EQ(jalur({"ledger", "check", file}), 0) << err;
  EXPECT_THAT(out, AllOf(FitsTheTerminal(),
                         HasSubstr("good: entry 2 of region 14.01 was in the log on 2026-11-18"),
                         HasSubstr("compare it with")));
  EXPECT_EQ(houses_opened, opened);
  const std::string own = key();
  EXPECT_EQ(jalur({"ledger", "check", file, "--key", own}), 0) << err;
  EXPECT_THAT(out, testing::Not(HasSubstr("compare it with")));
  EXPECT_EQ(jalur({"ledger", "check", file, "--key", std::string(64, '0')}), 2);
  EXPECT_THAT(err, HasSubstr("is not signed with this key"));
}

TEST_F(LedgerCommands, AProofOfSomethingElseIsNotGood) {
  auto forged = json::parse(read_whole(proof()));
  forged["entry"]["subject_text"] = "another";
  EXPECT_EQ(jalur({"ledger", "check", write("forged.json", forged.dump())}), 2);
  EXPECT_THAT(err, HasSubstr("The entry does not fit its hash"));
  EXPECT_EQ(jalur({"ledger", "check", write("none.json", "{}")}), 2);
  EXPECT_EQ(jalur({"ledger", "check", path("nowhere.json")}), 2);
}

TEST_F(LedgerCommands, WhatCannotBeProvedIsToldWhy) {
  clock.gone -= std::chrono::hours(24);
  EXPECT_EQ(ledger({"prove", "--region", "14.01", "--entry", "2"}), 2);
  EXPECT_THAT(err, HasSubstr("is not signed yet"));
  EXPECT_EQ(ledger({"prove", "--region", "14.01", "--entry", "9"}), 2);
  EXPECT_THAT(err, HasSubstr("there are 1 to 2"));
}

TEST_F(LedgerCommands, LedgerAloneNamesWhatItCanDo) {
  EXPECT_EQ(jalur({"ledger"}), 2);
  EXPECT_THAT(err, HasSubstr("name one of: verify, export, key, prove, check"));
  EXPECT_EQ(jalur({"ledger", "verify", "--data", path("none")}), 2);
  EXPECT_THAT(err, HasSubstr("no such folder"));
}

}  // namespace
}  // namespace jalur::cli
