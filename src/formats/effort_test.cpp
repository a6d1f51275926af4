#include "formats/effort.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "formats/region_year.h"
#include "formats/test_files.h"

namespace jalur {
namespace {

using test::file_text;
using test::find_ruleset;

const Ruleset& rules() { return *find_ruleset("iid-2026"); }

const RegionYear& kampar() {
  static const RegionYear data =
      read_region_year(file_text("samples/kampar-2026.json"), find_ruleset).value();
  return data;
}

Expected<Effort> read(std::string_view text) { return read_effort(text, kampar(), rules()); }

// A small right file, and what is replaced in it to make it wrong.
constexpr const char* right_file = R"({"format": "jalur.effort/1",
"steps": [
 {"innovation": "i-001", "indicator": "16", "to": 3, "effort": 12},
 {"innovation": null, "indicator": "14", "to": 2, "effort": 30}],
"bundles": [
 {"id": "sk-payung", "effort": 6, "raises": [
  {"innovation": "i-002", "indicator": "17", "to": 3},
  {"innovation": "n-1", "indicator": "17", "to": 2}]}],
"new_innovations": [
 {"id": "n-1", "effort": 40, "affairs": [1], "levels": {"16": 1},
  "steps": [{"indicator": "16", "to": 2, "effort": 8}]}]})";

TEST(EffortFile, IsReadAsItStands) {
  const Effort effort = read(right_file).value();
  ASSERT_EQ(effort.steps.size(), 2U);
  EXPECT_EQ(effort.steps[0].claim.innovation, "i-001");
  EXPECT_EQ(effort.steps[0].claim.indicator.str(), "16");
  EXPECT_EQ(effort.steps[0].to, Level::three);
  EXPECT_EQ(effort.steps[0].effort, 12);
  EXPECT_EQ(effort.steps[1].claim.innovation, std::nullopt);
  ASSERT_EQ(effort.bundles.size(), 1U);
  EXPECT_EQ(effort.bundles[0].effort, 6);
  ASSERT_EQ(effort.bundles[0].raises.size(), 2U);
  EXPECT_EQ(effort.bundles[0].raises[1].claim.innovation, "n-1");
  ASSERT_EQ(effort.new_innovations.size(), 1U);
  EXPECT_EQ(effort.new_innovations[0].affairs, std::vector<int>{1});
  EXPECT_EQ(effort.new_innovations[0].levels.at(*IndicatorId::parse("16")), Level::one);
  EXPECT_EQ(effort.new_innovations[0].steps.at(0).effort, 8);
}

TEST(EffortFile, IsWrittenBackAsItWasRead) {
  const std::string written = write_effort(read(right_file).value());
  EXPECT_EQ(write_effort(read(written).value()), written);
  EXPECT_THAT(written, testing::HasSubstr("\"innovation\": null"));
}

TEST(EffortFile, MayLeaveListsOut) {
  const Effort effort = read(R"({"format": "jalur.effort/1"})").value();
  EXPECT_TRUE(effort.steps.empty() && effort.bundles.empty() && effort.new_innovations.empty());
}

struct Wrong {
  const char* what;
  const char* replace;
  const char* with;
  const char* field;
  const char* says;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.what; }

class WrongEffort : public testing::TestWithParam<Wrong> {};

TEST_P(WrongEffort, IsToldPlaceAndWhatWouldBeRight) {
  std::string text = right_file;
  const auto at = text.find(GetParam().replace);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(GetParam().replace).size(), GetParam().with);
  const auto result = read(text);
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().problems.size(), 1U);
  const Problem& problem = result.error().problems.front();
  EXPECT_EQ(problem.field, GetParam().field);
  EXPECT_THAT(problem.text.en, testing::HasSubstr(GetParam().says));
  EXPECT_FALSE(problem.text.id.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongEffort,
    testing::Values(
        Wrong{"another format", "effort/1", "effort/2", "format", "jalur.effort/1"},
        Wrong{"unknown key", "\"steps\"", "\"stages\": [], \"steps\"", "stages", "unknown key"},
        Wrong{"unknown key in a step", "\"to\": 3, \"effort\": 12",
              "\"to\": 3, \"effort\": 12, \"from\": 1", "steps[0].from", "unknown key"},
        Wrong{"doubled key", "\"to\": 3", "\"to\": 3, \"to\": 2", "to", "twice"},
        Wrong{"level 0", "\"to\": 3", "\"to\": 0", "steps[0].to", "1, 2 or 3"},
        Wrong{"level 4", "\"to\": 3", "\"to\": 4", "steps[0].to", "1, 2 or 3"},
        Wrong{"level as text", "\"to\": 3", "\"to\": \"3\"", "steps[0].to", "1, 2 or 3"},
        Wrong{"no level", "\"to\": 3, ", "", "steps[0].to", "1, 2 or 3"},
        Wrong{"half a day", "\"effort\": 12", "\"effort\": 1.5", "steps[0].effort",
              "whole number from 0 to 1000000"},
        Wrong{"less than nothing", "\"effort\": 12", "\"effort\": -1", "steps[0].effort",
              "whole number"},
        Wrong{"past a million", "\"effort\": 12", "\"effort\": 1000001", "steps[0].effort",
              "whole number"},
        Wrong{"an effort past every number", "\"effort\": 12", "\"effort\": 1e999",
              "line 3, column 68", "not well-formed"},
        Wrong{"no effort", ", \"effort\": 12", "", "steps[0].effort", "whole number"},
        Wrong{"unknown innovation", "i-001", "i-999", "steps[0].innovation",
              "no innovation with this id"},
        Wrong{"a new innovation among the steps", "i-001", "n-1", "steps[0].innovation",
              "new_innovations[...].steps"},
        Wrong{"innovation left out", "\"innovation\": null, ", "", "steps[1].innovation",
              "null for a government row"},
        Wrong{"innovation as number", "\"innovation\": null", "\"innovation\": 1",
              "steps[1].innovation", "in quotes"},
        Wrong{"unknown indicator", "\"indicator\": \"16\", \"to\": 3",
              "\"indicator\": \"99\", \"to\": 3", "steps[0].indicator",
              "unknown indicator under iid-2026"},
        Wrong{"indicator as number", "\"indicator\": \"16\", \"to\": 3",
              "\"indicator\": 16, \"to\": 3", "steps[0].indicator", "in quotes"},
        Wrong{"government row of an innovation", "\"indicator\": \"16\", \"to\": 3",
              "\"indicator\": \"14\", \"to\": 3", "steps[0].indicator", "government row"},
        Wrong{"innovation's indicator of the region", "\"14\"", "\"16\"", "steps[1].indicator",
              "innovation's indicator"},
        Wrong{"the computed indicator", "\"indicator\": \"16\", \"to\": 3",
              "\"indicator\": \"36\", \"to\": 3", "steps[0].indicator", "computed"},
        Wrong{"doubled step", "{\"innovation\": null, \"indicator\": \"14\", \"to\": 2",
              "{\"innovation\": \"i-001\", \"indicator\": \"16\", \"to\": 3", "steps[1].to",
              "listed already"},
        Wrong{"a step that is no object", "\n {\"innovation\": null,", "5, {\"innovation\": null,",
              "steps[1]", "object"},
        Wrong{"bundle without a name", "sk-payung", "", "bundles[0].id", "filled in"},
        Wrong{"bundle named twice", "\"bundles\": [",
              "\"bundles\": [{\"id\": \"sk-payung\", \"effort\": 1, \"raises\": []},",
              "bundles[1].id", "used in this list already"},
        Wrong{"bundle without raises", "\"bundles\": [",
              "\"bundles\": [{\"id\": \"empty\", \"effort\": 1},", "bundles[0].raises",
              "it must be there"},
        Wrong{"raise of an unknown innovation", "i-002", "n-2", "bundles[0].raises[0].innovation",
              "neither in the data nor"},
        Wrong{"raise to nothing", "\"17\", \"to\": 3", "\"17\", \"to\": 0",
              "bundles[0].raises[0].to", "1, 2 or 3"},
        Wrong{"raise with an effort of its own", "\"17\", \"to\": 3",
              "\"17\", \"to\": 3, \"effort\": 1", "bundles[0].raises[0].effort", "unknown key"},
        Wrong{"the same raise twice", "{\"innovation\": \"n-1\", \"indicator\": \"17\", \"to\": 2}",
              "{\"innovation\": \"i-002\", \"indicator\": \"17\", \"to\": 3}",
              "bundles[0].raises[1].to", "listed already"},
        Wrong{"new innovation without an affair", "\"affairs\": [1]", "\"affairs\": []",
              "new_innovations[0].affairs", "1 to 38"},
        Wrong{"unknown affair", "\"affairs\": [1]", "\"affairs\": [1, 39]",
              "new_innovations[0].affairs[1]", "1 to 38"},
        Wrong{"affair twice", "\"affairs\": [1]", "\"affairs\": [1, 1]",
              "new_innovations[0].affairs[1]", "each once"},
        Wrong{"level 4 of a new one", "{\"16\": 1}", "{\"16\": 4}", "new_innovations[0].levels.16",
              "0, 1, 2 or 3"},
        Wrong{"government row of a new one", "{\"16\": 1}", "{\"14\": 1}",
              "new_innovations[0].levels.14", "government row"},
        Wrong{"unknown indicator of a new one", "{\"indicator\": \"16\", \"to\": 2",
              "{\"indicator\": \"40\", \"to\": 2", "new_innovations[0].steps[0].indicator",
              "unknown indicator"},
        Wrong{"a new one's step with an innovation", "{\"indicator\": \"16\", \"to\": 2",
              "{\"innovation\": \"n-1\", \"indicator\": \"16\", \"to\": 2",
              "new_innovations[0].steps[0].innovation", "unknown key"},
        Wrong{"a new one's step twice", "\"effort\": 8}]",
              "\"effort\": 8}, {\"indicator\": \"16\", \"to\": 2, \"effort\": 9}]",
              "new_innovations[0].steps[1].to", "listed already"},
        Wrong{"cut off", "\"effort\": 8}]}]}", "\"effort\": 8", "line 11, column 52", "cut off"},
        Wrong{"a comma too many", "\"effort\": 30}", "\"effort\": 30},", "line 4, column 65",
              "not well-formed"}));

TEST(WrongEfforts, AreToldAllTheirFaultsAtOnce) {
  std::string text = right_file;
  text.replace(text.find("\"to\": 3"), 7, "\"to\": 9");
  text.replace(text.find("\"effort\": 30"), 12, "\"effort\": \"x\"");
  text.replace(text.find("i-002"), 5, "i-9xx");
  const auto result = read(text);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().problems.size(), 3U);
}

TEST(WrongEfforts, ANewInnovationHasAnIdOfItsOwn) {
  std::string text = right_file;
  while (text.find("n-1") != std::string::npos) text.replace(text.find("n-1"), 3, "i-003");
  const auto result = read(text);
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().problems.size(), 1U);
  EXPECT_EQ(result.error().problems.front().field, "new_innovations[0].id");
}

TEST(WrongEfforts, WhatIsNoObjectIsRefused) {
  EXPECT_FALSE(read("[]").has_value());
  EXPECT_FALSE(read("").has_value());
  EXPECT_EQ(read("{\"format\": \"jalur.effort/1\", \"steps\": {}}").error().problems.at(0).field,
            "steps");
}

std::string repeated(std::size_t times, const std::string& entry) {
  std::string text;
  text.reserve(times * (entry.size() + 1));
  for (std::size_t i = 0; i < times; ++i) text += (i == 0 ? "" : ",") + entry;
  return text;
}

std::string with_list(const std::string& key, const std::string& entries) {
  return R"({"format": "jalur.effort/1", ")" + key + "\": [" + entries + "]}";
}

std::string first_field(const Expected<Effort>& result) {
  return result ? "" : result.error().problems.front().field;
}

TEST(EffortLimits, EveryListHasOne) {
  // Entries that are no objects: told one by one below the limit, the list as a whole past it.
  for (const auto& [key, most] :
       {std::pair{"steps", effort_limits::steps}, std::pair{"bundles", effort_limits::bundles},
        std::pair{"new_innovations", effort_limits::new_innovations}}) {
    EXPECT_EQ(first_field(read(with_list(key, repeated(most, "1")))), key + std::string("[0]"));
    EXPECT_EQ(first_field(read(with_list(key, repeated(most + 1, "1")))), key);
  }
}

TEST(EffortLimits, RaisesAreCountedOverAllBundles) {
  const auto bundle = [](const char* id, std::size_t count) {
    return std::string("{\"id\": \"") + id + "\", \"effort\": 1, \"raises\": [" +
           repeated(count, R"({"innovation": null, "indicator": "14", "to": 1})") + "]}";
  };
  const std::size_t half = effort_limits::raises / 2;
  const std::string at_limit =
      first_field(read(with_list("bundles", bundle("a", half) + "," + bundle("b", half))));
  EXPECT_EQ(at_limit, "bundles[0].raises[1].to");  // the same raise again and again, but counted
  const auto past = read(with_list("bundles", bundle("a", half) + "," + bundle("b", half + 1)));
  ASSERT_FALSE(past.has_value());
  EXPECT_THAT(past.error().problems.back().text.en, testing::HasSubstr("more"));
  const auto one = read(with_list("bundles", bundle("a", effort_limits::raises + 1)));
  EXPECT_EQ(first_field(one), "bundles[0].raises");
}

TEST(EffortLimits, TooManyBytesAreRefusedUnread) {
  const auto past = read(std::string(effort_limits::bytes + 1, ' '));
  EXPECT_EQ(past.error().code, ErrorCode::too_large);
  const auto at_limit = read(std::string(effort_limits::bytes, ' '));
  EXPECT_EQ(at_limit.error().code, ErrorCode::invalid_input);
}

}  // namespace
}  // namespace jalur
