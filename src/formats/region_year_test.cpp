#include "formats/region_year.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "formats/test_files.h"
#include "index/score.h"

namespace jalur {
namespace {

using test::file_text;
using test::find_ruleset;

RegionYear sample(const std::string& path) {
  return read_region_year(file_text(path), find_ruleset).value();
}

TEST(Samples, KamparStandsAtThePressFigureUnder2023) {
  const RegionYear data = sample("samples/kampar-2023.json");
  const Score result = score(data, *find_ruleset("iid-2023"));
  ASSERT_TRUE(result.verified.has_value());
  EXPECT_EQ(result.verified->index.rounded().str(), "50.62");
  EXPECT_EQ(result.verified->class_name, "Inovatif");
  EXPECT_GT(result.claimed.index, result.verified->index);
  EXPECT_FALSE(data.illustration.empty());
}

TEST(Samples, Kampar2026ReadsUnderItsOwnRules) {
  const RegionYear data = sample("samples/kampar-2026.json");
  const Score result = score(data, *find_ruleset("iid-2026"));
  EXPECT_TRUE(result.claimed.gate_met);
  EXPECT_EQ(result.claimed.index.rounded().str(), "57.26");
}

TEST(RegionYear, IsWrittenBackAsItWasRead) {
  for (const char* path : {"samples/kampar-2023.json", "samples/kampar-2026.json"}) {
    const RegionYear data = sample(path);
    const std::string written = write_region_year(data);
    const RegionYear again = read_region_year(written, find_ruleset).value();
    EXPECT_EQ(write_region_year(again), written);
    EXPECT_EQ(again.innovations.size(), data.innovations.size());
  }
}

// A small right file, and what is replaced in it to make it wrong.
constexpr const char* right_file = R"({"format": "jalur.region-year/1",
"region": {"code": "14.01", "name": "Kabupaten Kampar", "kind": "regency"},
"year": 2026, "ruleset": "iid-2026",
"government": {"1": 3, "2a": 2},
"innovations": [
 {"id": "i-001", "name": "Antar Obat", "unit": "Dinas Kesehatan", "affairs": [2, 16],
  "stage": "implementation", "implemented_on": "2024-05-01", "developed_on": null,
  "state": "submitted", "levels": {"16": 2}, "verified_levels": {"16": 1}}]})";

struct Wrong {
  const char* what;
  const char* replace;
  const char* with;
  const char* field;
  const char* says;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.what; }

class WrongFile : public testing::TestWithParam<Wrong> {};

TEST_P(WrongFile, IsToldPlaceAndWhatWouldBeRight) {
  std::string text = right_file;
  const auto at = text.find(GetParam().replace);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(GetParam().replace).size(), GetParam().with);
  const auto result = read_region_year(text, find_ruleset);
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().problems.size(), 1U);
  const Problem& problem = result.error().problems.front();
  EXPECT_EQ(problem.field, GetParam().field);
  EXPECT_THAT(problem.text.en, testing::HasSubstr(GetParam().says));
  EXPECT_FALSE(problem.text.id.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongFile,
    testing::Values(
        Wrong{"level 4", "\"16\": 2", "\"16\": 4", "innovations[0].levels.16", "0, 1, 2 or 3"},
        Wrong{"level -1", "\"1\": 3", "\"1\": -1", "government.1", "0, 1, 2 or 3"},
        Wrong{"level 2.0", "\"16\": 2", "\"16\": 2.0", "innovations[0].levels.16", "0, 1, 2 or 3"},
        Wrong{"text where a number belongs", "\"16\": 2", "\"16\": \"dua\"",
              "innovations[0].levels.16", "0, 1, 2 or 3"},
        Wrong{"unknown indicator", "\"16\": 2", "\"99\": 2", "innovations[0].levels.99",
              "unknown indicator 99"},
        Wrong{"a government row in an innovation", "\"16\": 2", "\"5a\": 2",
              "innovations[0].levels.5a", "unknown indicator 5a here"},
        Wrong{"not an indicator at all", "\"2a\": 2", "\"satu\": 2", "government.satu",
              "not an indicator's id"},
        Wrong{"unknown key", "\"state\"", "\"status\": 1, \"state\"", "innovations[0].status",
              "unknown key"},
        Wrong{"doubled key", "\"16\": 2", "\"16\": 2, \"16\": 3", "16", "twice"},
        Wrong{"unknown ruleset", "iid-2026", "iid-1999", "ruleset", "no such ruleset"},
        Wrong{"unknown affair", "[2, 16]", "[39]", "innovations[0].affairs[0]", "1 to 38"},
        Wrong{"no affair", "[2, 16]", "[]", "innovations[0].affairs", "affairs 1 to 38"},
        Wrong{"affair as text", "[2, 16]", "[\"Kesehatan\"]", "innovations[0].affairs[0]",
              "whole number"},
        Wrong{"year as text", "\"year\": 2026", "\"year\": \"2026\"", "year", "whole number"},
        Wrong{"no year of our time", "\"year\": 2026", "\"year\": 20260", "year", "2000 to 2100"},
        Wrong{"no such date", "2024-05-01", "2024-02-30", "innovations[0].implemented_on", "date"},
        Wrong{"date in local order", "2024-05-01", "01-05-2024", "innovations[0].implemented_on",
              "2024-05-01"},
        Wrong{"unknown stage", "\"implementation\"", "\"penerapan\"", "innovations[0].stage",
              "initiative, trial, implementation"},
        Wrong{"unknown state", "\"submitted\"", "\"sent\"", "innovations[0].state",
              "draft, withheld, submitted, rejected"},
        Wrong{"unknown kind", "\"regency\"", "\"kabupaten\"", "region.kind", "province"},
        Wrong{"BPS code", "14.01", "1406", "region.code", "Ministry code"},
        Wrong{"another format", "region-year/1", "region-year/2", "format", "jalur.region-year/1"},
        Wrong{"empty name", "Antar Obat", "", "innovations[0].name", "filled in"},
        Wrong{"cut off", "\"verified_levels\": {\"16\": 1}}]}", "\"verified_levels\": {",
              "line 8, column 65", "cut off"},
        Wrong{"a comma too many", "[2, 16]", "[2, 16,]", "line 6, column 85", "not well-formed"}));

TEST(WrongFiles, AreToldAllTheirFaultsAtOnce) {
  std::string text = right_file;
  text.replace(text.find("\"16\": 2"), 7, "\"16\": 4, \"17\": 5");
  text.replace(text.find("\"regency\""), 9, "\"town\"");
  const auto result = read_region_year(text, find_ruleset);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().problems.size(), 3U);
}

TEST(WrongFiles, TheSameIdTwiceIsRefused) {
  RegionYear data = read_region_year(right_file, find_ruleset).value();
  data.innovations.push_back(data.innovations.front());
  const auto result = read_region_year(write_region_year(data), find_ruleset);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().problems.front().field, "innovations[1].id");
}

TEST(WrongFiles, NestingHasALimit) {
  const auto depth = static_cast<std::size_t>(limits::json_depth);
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  const auto at_limit = read_region_year(nested(depth), find_ruleset);
  ASSERT_FALSE(at_limit.has_value());
  EXPECT_THAT(at_limit.error().problems.front().text.en, testing::HasSubstr("JSON object"));
  const auto past = read_region_year(nested(depth + 2), find_ruleset);
  ASSERT_FALSE(past.has_value());
  EXPECT_THAT(past.error().problems.front().text.en, testing::HasSubstr("nested more than"));
  EXPECT_FALSE(read_region_year(std::string(1'000'000, '['), find_ruleset).has_value());
}

TEST(WrongFiles, TooManyBytesAreRefusedUnread) {
  const auto result =
      read_region_year(std::string(limits::region_year_bytes + 1, ' '), find_ruleset);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
  const auto at_limit = read_region_year(std::string(limits::region_year_bytes, ' '), find_ruleset);
  EXPECT_EQ(at_limit.error().code, ErrorCode::invalid_input);
}

TEST(WrongFiles, BytesThatAreNotUtf8AreRefused) {
  std::string text = right_file;
  text.replace(text.find("Antar"), 1, "\xC3");
  EXPECT_FALSE(read_region_year(text, find_ruleset).has_value());
}

TEST(RightFile, MayCarryAByteOrderMarkAndWindowsLineEnds) {
  std::string text = std::string("\xEF\xBB\xBF") + right_file;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
    text.replace(at, 1, "\r\n");
  }
  EXPECT_TRUE(read_region_year(text, find_ruleset).has_value());
}

}  // namespace
}  // namespace jalur
