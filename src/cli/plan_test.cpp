#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const char* const two_innovations = R"({
  "format": "jalur.region-year/1",
  "region": {"code": "14.01", "name": "Kabupaten Kampar", "kind": "regency"},
  "year": 2026, "ruleset": "iid-2026",
  "government": {"1": 3},
  "innovations": [
    {"id": "i-001", "name": "Antar Obat", "unit": "Dinas Kesehatan", "affairs": [2],
     "stage": "implementation", "implemented_on": "2024-05-01", "developed_on": null,
     "state": "submitted", "levels": {"16": 1}},
    {"id": "i-002", "name": "Sekolah Sungai", "unit": "Dinas Pendidikan", "affairs": [1],
     "stage": "implementation", "implemented_on": "2024-06-01", "developed_on": null,
     "state": "submitted", "levels": {"16": 2}}]})";

const char* const their_effort = R"({
  "format": "jalur.effort/1",
  "steps": [
    {"innovation": "i-001", "indicator": "16", "to": 3, "effort": 12},
    {"innovation": "i-002", "indicator": "16", "to": 3, "effort": 5},
    {"innovation": null, "indicator": "14", "to": 2, "effort": 30}],
  "bundles": [{"id": "sk-payung", "effort": 6, "raises": [
    {"innovation": "i-001", "indicator": "17", "to": 3},
    {"innovation": "i-002", "indicator": "17", "to": 3}]}]})";

class PlanCommand : public CommandLine {
 protected:
  std::vector<std::string> call(const std::string& target, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"plan",     write("region.json", two_innovations),
                                   "--target", target,
                                   "--effort", write("effort.json", their_effort)};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
};

// Today 3.00 + 9/12 = 3.75 of 250: 1.50. The bundle adds 12/12 = 1.00, which is 0.40.
TEST_F(PlanCommand, PaysABundleOnceForAllItRaises) {
  ASSERT_EQ(jalur(call("1.90", {"--format", "json"})), 0) << err;
  EXPECT_THAT(out,
              AllOf(StartsWith("{"), HasSubstr("\"format\":\"jalur.plan/1\""),
                    HasSubstr("\"status\":\"optimal\""), HasSubstr("\"effort\":6"),
                    HasSubstr("\"index_before\":\"1.50\""), HasSubstr("\"index_after\":\"1.90\""),
                    HasSubstr("\"bundles\":[\"sk-payung\"]"), HasSubstr("\"steps\":[]")));
}

TEST_F(PlanCommand, ListsStepsByUnit) {
  ASSERT_EQ(jalur(call("2.00")), 0) << err;
  EXPECT_THAT(
      out, AllOf(HasSubstr("The index goes from 1.50 to 2.00"), ContainsRegex("sk-payung +2 +6\n"),
                 ContainsRegex("Dinas Pendidikan +i-002 +16 +.* 2 > 3 +5\n"),
                 HasSubstr("11 person-days"), FitsTheTerminal()));
  ASSERT_EQ(jalur(call("2.00", {"--lang", "id"})), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("Indeks 1,50 menjadi 2,00"), HasSubstr("11 orang-hari")));
}

TEST_F(PlanCommand, ATargetOutOfReachOrMetIsAnAnswerAndNoError) {
  ASSERT_EQ(jalur(call("50.00", {"--format", "json"})), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("\"status\":\"unreachable\""), HasSubstr("\"effort\":null"),
                         HasSubstr("\"best_index\":\"3.00\"")));
  ASSERT_EQ(jalur(call("50.00")), 0) << err;
  EXPECT_THAT(out, HasSubstr("out of reach"));
  ASSERT_EQ(jalur(call("1.00", {"--format", "json"})), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("\"status\":\"already_met\""), HasSubstr("\"effort\":0")));
  ASSERT_EQ(jalur(call("1.00")), 0) << err;
  EXPECT_THAT(out, HasSubstr("already meets the target"));
}

TEST_F(PlanCommand, TheCurveHoldsEveryHundredth) {
  ASSERT_EQ(jalur(call("1.90", {"--curve", "--format", "json"})), 0) << err;
  EXPECT_THAT(out,
              AllOf(HasSubstr("\"format\":\"jalur.plan-curve/1\""), HasSubstr("\"exact\":true"),
                    HasSubstr("{\"index\":\"1.50\",\"effort\":0},{\"index\":\"1.51\","),
                    HasSubstr("{\"index\":\"1.90\",\"effort\":6}")));
  ASSERT_EQ(jalur(call("1.90", {"--curve"})), 0) << err;
  EXPECT_THAT(out, AllOf(ContainsRegex("2\\.00 +11 *\n"), FitsTheTerminal()));
}

TEST_F(PlanCommand, StartsFromTheVerifiedLevelsWhenAsked) {
  ASSERT_EQ(jalur(call("0.40", {"--from", "verified", "--format", "json"})), 0) << err;
  EXPECT_THAT(out, AllOf(HasSubstr("\"from\":\"verified\""), HasSubstr("\"index_before\":\"0.00\""),
                         HasSubstr("\"effort\":6")));
}

TEST_F(PlanCommand, ATargetThatIsNoIndexIsToldInWords) {
  for (const char* target : {"100.01", "0", "-3", "65,01", "viel"}) {
    EXPECT_EQ(jalur(call(target)), 2) << target;
    EXPECT_THAT(err, HasSubstr("target")) << target;
    EXPECT_EQ(out, "");
  }
  EXPECT_EQ(jalur({"plan", write("region.json", two_innovations)}), 2);
}

TEST_F(PlanCommand, AWrongEffortFileNamesPlaceAndKey) {
  const auto plan_with = [&](const std::string& text) {
    return jalur({"plan", write("region.json", two_innovations), "--target", "2.00", "--effort",
                  write("effort.json", text)});
  };
  EXPECT_EQ(plan_with("{\n  \"format\": \"jalur.effort/1\",\n  oops\n}"), 2);
  EXPECT_THAT(err, AllOf(HasSubstr("effort.json"), HasSubstr("line 3")));
  EXPECT_EQ(plan_with(R"({"format":"jalur.effort/1","steps":[{"innovation":"i-001",
      "indicator":"16","to":4,"effort":12,"cost":1}]})"),
            2);
  EXPECT_THAT(err, AllOf(HasSubstr("steps[0].to"), HasSubstr("steps[0].cost")));
}

TEST_F(PlanCommand, WithoutAnEffortFileTheCatalogueSaysWhatCanStillBeDone) {
  ASSERT_EQ(jalur({"plan", kampar_2026(), "--target", "60.00", "--today", "2026-01-12",
                   "--deadline", "2026-08-20"}),
            0)
      << err;
  EXPECT_THAT(out, AllOf(HasSubstr("catalogue-2026"), HasSubstr("estimates of"),
                         HasSubstr("to 60.0"), FitsTheTerminal()));
  ASSERT_EQ(jalur({"plan", kampar_2026(), "--target", "60.00", "--today", "2026-08-21",
                   "--deadline", "2026-08-20"}),
            0)
      << err;
  EXPECT_THAT(out, AllOf(HasSubstr("out of reach"), HasSubstr("deadline"), FitsTheTerminal()));
}

TEST_F(PlanCommand, RulesWithoutACatalogueAskForAnEffortFile) {
  EXPECT_EQ(jalur({"plan", kampar_2023(), "--target", "60.01"}), 2);
  EXPECT_THAT(err, AllOf(HasSubstr("iid-2023"), HasSubstr("--effort")));
}

TEST_F(PlanCommand, AWrongDateIsTold) {
  EXPECT_EQ(jalur({"plan", kampar_2026(), "--target", "60", "--today", "12 Januari"}), 2);
  EXPECT_THAT(err, AllOf(HasSubstr("--today"), HasSubstr("12 Januari")));
}

}  // namespace
}  // namespace jalur::cli
