#include <nlohmann/json.hpp>

#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class SimulateCommand : public CommandLine {
 protected:
  std::string region(const std::string& code, const std::string& name, int year, int level,
                     const std::string& verified = "") const {
    const std::string text = R"({"format": "jalur.region-year/1", "region": {"code": ")" + code +
                             R"(", "name": ")" + name + R"(", "kind": "regency"}, "year": )" +
                             std::to_string(year) +
                             R"(, "ruleset": "iid-2026", "government": {"1": )" +
                             std::to_string(level) + "}" + verified + R"(, "innovations": []})";
    return write(code + "-" + std::to_string(year) + ".json", text);
  }
  std::string kampar() const { return region("14.01", "Kabupaten Kampar", 2026, 3); }
  std::string bengkalis() const {
    return region("14.03", "Kabupaten Bengkalis", 2026, 2, R"(, "government_verified": {"1": 2})");
  }
  json answer(const std::vector<std::string>& words) {
    EXPECT_EQ(jalur(words), 0) << err;
    return json::parse(out);
  }
};

TEST_F(SimulateCommand, ShowsRanksIndicesAndClasses) {
  ASSERT_EQ(jalur({"simulate", kampar(), bengkalis()}), 0) << err;
  EXPECT_THAT(out, AllOf(ContainsRegex("1 +1 - 2 +14.01  Kabupaten Kampar"),
                         ContainsRegex("14.03  Kabupaten +0.80  0.80 - 0.80"),
                         HasSubstr("10000 draws, seed 1; claims that wait: 1"),
                         HasSubstr("learnt from 1"), FitsTheTerminal()));
}

TEST_F(SimulateCommand, SaysSoWhenNothingWasVerified) {
  ASSERT_EQ(jalur({"simulate", "--lang", "id", kampar()}), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("dianggap 3 dari 4 klaim bertahan"), FitsTheTerminal()));
  ASSERT_EQ(jalur({"simulate", bengkalis()}), 0) << err;
  EXPECT_THAT(out, Not(HasSubstr("3 of 4")));
}

TEST_F(SimulateCommand, TheSameSeedGivesTheSameBytes) {
  const std::vector<std::string> words{"simulate", kampar(), bengkalis(), "--draws", "500",
                                       "--format", "json",   "--seed",    "9"};
  const json first = answer(words);
  EXPECT_EQ(first["draws"], 500);
  EXPECT_EQ(first["seed"], 9);
  EXPECT_EQ(answer(words), first);
  auto other = words;
  other.back() = "10";
  EXPECT_NE(answer(other)["rows"], first["rows"]);
}

// The same claim was lowered to 0 a year ago.
TEST_F(SimulateCommand, LearnsFromPastYears) {
  const auto past =
      region("14.01", "Kabupaten Kampar", 2025, 3, R"(, "government_verified": {"1": 0})");
  const json without = answer({"simulate", kampar(), "--format", "json"});
  const json with = answer({"simulate", kampar(), "--past", past, "--format", "json"});
  EXPECT_EQ(without["learnt"], 0);
  EXPECT_EQ(with["learnt"], 1);
  ASSERT_EQ(with["rows"].size(), 1U);
  EXPECT_LT(with["rows"][0]["index"]["mean"].get<std::string>(),
            without["rows"][0]["index"]["mean"].get<std::string>());
}

TEST_F(SimulateCommand, AnswersCsv) {
  ASSERT_EQ(jalur({"simulate", bengkalis(), "--format", "csv"}), 0) << err;
  EXPECT_EQ(out,
            "region,name,kind,year,ruleset,waiting,index_mean,index_p5,index_p50,index_p95,"
            "rank_mean,rank_p5,rank_p50,rank_p95,rank_in_kind_mean,rank_in_kind_p5,"
            "rank_in_kind_p50,rank_in_kind_p95,Sangat Inovatif,Inovatif,Kurang Inovatif,"
            "Tidak Dapat Dinilai\n"
            "14.03,Kabupaten Bengkalis,regency,2026,iid-2026,0,0.80,0.80,0.80,0.80,"
            "1.00,1,1,1,1.00,1,1,1,0.0000,0.0000,1.0000,0.0000\n");
}

TEST_F(SimulateCommand, ScoresUnderAnotherRuleset) {
  const json all = answer({"simulate", kampar_2023(), "--ruleset", "iid-2026", "--format", "json"});
  EXPECT_EQ(all["rows"][0]["ruleset"], "iid-2026");
  EXPECT_EQ(jalur({"simulate", kampar_2023(), "--ruleset", "iid-1999"}), 2);
  EXPECT_THAT(err, HasSubstr("iid-1999"));
}

TEST_F(SimulateCommand, TakesOneToAMillionDraws) {
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--draws", "1"}), 0) << err;
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--draws", "1000000"}), 0) << err;
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--draws", "0"}), 2);
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--draws", "1000001"}), 2);
  EXPECT_THAT(err, HasSubstr("--draws"));
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--seed", "9007199254740991"}), 0) << err;
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--seed", "9007199254740992"}), 2);
  EXPECT_EQ(jalur({"simulate", bengkalis(), "--seed", "-1"}), 2);
}

TEST_F(SimulateCommand, RefusesTooManyFilesAndOneGivenTwice) {
  std::vector<std::string> words(2'001, "no.json");
  words.insert(words.begin(), "simulate");
  EXPECT_EQ(jalur(words), 2);
  EXPECT_THAT(err, HasSubstr("at most 2000 files"));
  EXPECT_EQ(jalur({"simulate", bengkalis(), bengkalis()}), 2);
  EXPECT_THAT(err, HasSubstr("already in"));
}

}  // namespace
}  // namespace jalur::cli
