#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

class RankCommand : public CommandLine {
 protected:
  std::string region(const std::string& code, const std::string& name, const std::string& kind,
                     int level, const std::string& verified = "") const {
    std::string text = R"({"format": "jalur.region-year/1", "region": {"code": ")" + code +
                       R"(", "name": ")" + name + R"(", "kind": ")" + kind +
                       R"("}, "year": 2026, "ruleset": "iid-2026", "government": {"1": )" +
                       std::to_string(level) + "}" + verified + R"(, "innovations": []})";
    return write(code + ".json", text);
  }
};

TEST_F(RankCommand, EqualIndicesShareARankAndTheNextIsSkipped) {
  ASSERT_EQ(jalur({"rank", region("14.71", "Kota Pekanbaru", "city", 1),
                   region("14.01", "Kabupaten Kampar", "regency", 2),
                   region("14.02", "Kabupaten Indragiri Hulu", "regency", 2),
                   region("14.03", "Kabupaten Bengkalis", "regency", 3)}),
            0)
      << err;
  EXPECT_THAT(out, AllOf(ContainsRegex("   1 +1  14.03  Kabupaten Bengkalis +2026 +1.20"),
                         ContainsRegex("   2 +2  14.01  Kabupaten Kampar"),
                         ContainsRegex("   2 +2  14.02  Kabupaten Indragiri Hulu"),
                         ContainsRegex("   4 +1  14.71  Kota Pekanbaru"), FitsTheTerminal()));
}

TEST_F(RankCommand, LongNamesBreakInsideTheirColumn) {
  ASSERT_EQ(jalur({"rank", "--lang", "id",
                   region("73.10", "Kabupaten Pangkajene dan Kepulauan Bagian Timur Laut Sekali",
                          "regency", 0)}),
            0)
      << err;
  EXPECT_THAT(out, AllOf(HasSubstr("Tidak Dapat Dinilai"), FitsTheTerminal()));
}

TEST_F(RankCommand, WhoIsNotVerifiedStandsLastWithoutARank) {
  const auto verified =
      region("14.01", "Kabupaten Kampar", "regency", 1, R"(, "government_verified": {"1": 1})");
  const auto not_yet = region("14.02", "Kabupaten Indragiri Hulu", "regency", 3);
  ASSERT_EQ(jalur({"rank", not_yet, verified, "--by", "verified"}), 0) << err;
  EXPECT_THAT(out, ContainsRegex("   1 +1  14.01"));
  EXPECT_THAT(out, ContainsRegex("   - +-  14.02"));
}

TEST_F(RankCommand, TheSameRegionAndYearTwiceIsRefused) {
  const auto file = region("14.01", "Kabupaten Kampar", "regency", 1);
  EXPECT_EQ(jalur({"rank", file, file}), 2);
  EXPECT_THAT(err, HasSubstr("14.01 2026 is already in"));
  EXPECT_EQ(out, "");
}

TEST_F(RankCommand, SaysWhenRulesetsDiffer) {
  ASSERT_EQ(jalur({"rank", kampar_2023(), region("14.02", "X", "regency", 1)}), 0) << err;
  EXPECT_THAT(out, HasSubstr("different rulesets: iid-2023, iid-2026"));
}

TEST_F(RankCommand, AnswersJsonAndCsv) {
  ASSERT_EQ(jalur({"rank", kampar_2023(), "--format", "json"}), 0) << err;
  EXPECT_THAT(out, HasSubstr("jalur.ranking/1"));
  ASSERT_EQ(jalur({"rank", kampar_2023(), "--by", "verified", "--format", "csv"}), 0) << err;
  EXPECT_EQ(out,
            "rank,rank_in_kind,region,name,kind,year,ruleset,index,class\n"
            "1,1,14.01,Kabupaten Kampar,regency,2023,iid-2023,50.62,Inovatif\n");
}

}  // namespace
}  // namespace jalur::cli
