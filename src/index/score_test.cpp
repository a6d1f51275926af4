// The index in the users' words: small regions whose index can be reckoned on paper.
#include "index/score.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "index/example_region.h"

namespace jalur {
namespace {

using namespace jalur::testing;

std::string shown(const Fraction& figure) { return figure.rounded().str(); }

TEST(Score, OfAGovernmentWith40PointsAnd20InnovationsOf70Each) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(20, 5);
  data.government = levels_worth(rules, Aspect::government, "40.00");
  spread_maturity(data, rules, 1400);

  const Score result = score(data, rules);

  EXPECT_EQ(result.region.str(), "14.01");
  EXPECT_EQ(result.year, 2026);
  EXPECT_EQ(result.ruleset, "iid-2026");
  EXPECT_EQ(result.claimed.government.str(), "40.00");
  EXPECT_EQ(result.claimed.maturity_sum.str(), "1400.00");
  EXPECT_EQ(shown(result.claimed.maturity_mean), "70.00");
  EXPECT_EQ(result.claimed.number.str(), "7.60");
  EXPECT_EQ(shown(result.claimed.total), "117.60");
  EXPECT_EQ(result.claimed.maximum.str(), "250.00");
  EXPECT_EQ(shown(result.claimed.index), "47.04");
  EXPECT_EQ(result.claimed.class_name, "Inovatif");
  EXPECT_EQ(result.claimed.innovations, 20);
  EXPECT_EQ(result.claimed.divisor, 20);
  EXPECT_EQ(result.claimed.basic_services_covered, 5);
  EXPECT_TRUE(result.claimed.gate_met);
  EXPECT_FALSE(result.verified);
  EXPECT_TRUE(result.excluded.empty());
}

TEST(Score, OfNothingIsZeroAndCannotBeAssessed) {
  for (const Ruleset& rules : repo_rulesets()) {
    const Score result = score(empty_region(), rules);
    EXPECT_EQ(shown(result.claimed.index), "0.00") << rules.id;
    EXPECT_EQ(result.claimed.class_name, "Tidak Dapat Dinilai") << rules.id;
    EXPECT_EQ(result.claimed.divisor, rules.formula.minimum_divisor) << rules.id;
  }
}

TEST(Score, OfEverythingIs100) {
  for (const Ruleset& rules : repo_rulesets()) {
    RegionYear data = region_with(200, 6);
    data.government = levels_worth(rules, Aspect::government, "63.00");
    spread_maturity(data, rules, 200 * 111);
    const Score result = score(data, rules);
    EXPECT_EQ(shown(result.claimed.index), "100.00") << rules.id;
    EXPECT_EQ(result.claimed.class_name, "Sangat Inovatif") << rules.id;
    EXPECT_EQ(maturity(data.innovations.front().levels, rules).str(), "111.00");
  }
}

struct Gate {
  std::string ruleset;
  int services;  // of the six that are a main affair
  bool met;
  std::string number;  // points for 12 innovations
};

TEST(Score, PaysForTheNumberWhenEnoughBasicServicesAreCovered) {
  const Gate table[] = {
      {"iid-2023", 1, true, "4.56"},           {"iid-2025", 1, true, "4.56"},
      {"iid-2026", 4, false, "0.00"},          {"iid-2026", 5, true, "4.56"},
      {"iid-2026", 6, true, "4.56"},           {"iid-2027-prognosis", 5, false, "0.00"},
      {"iid-2027-prognosis", 6, true, "4.56"},
  };
  for (const Gate& row : table) {
    const Figure figure = score(region_with(12, row.services), repo_ruleset(row.ruleset)).claimed;
    EXPECT_EQ(figure.basic_services_covered, row.services) << row.ruleset;
    EXPECT_EQ(figure.gate_met, row.met) << row.ruleset << ", " << row.services;
    EXPECT_EQ(figure.number.str(), row.number) << row.ruleset << ", " << row.services;
  }
}

TEST(Score, CoversABasicServiceByTheMainAffairOfACountedInnovationOnly) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(12, 4);
  data.innovations[0].affairs = {16, 5};  // 5 is not the main one; 1 is still covered by others
  add_rejected(data, 1);
  data.innovations.back().affairs = {5};
  data.innovations.push_back(counted_innovation(20, 5));
  data.innovations.back().stage = Stage::trial;
  EXPECT_EQ(score(data, rules).claimed.basic_services_covered, 4);
  data.innovations.push_back(counted_innovation(21, 5));
  EXPECT_EQ(score(data, rules).claimed.basic_services_covered, 5);
}

struct Divisor {
  std::string ruleset;
  int counted;
  int rejected;
  int divisor;
  std::string mean;  // of 120 points of maturity
};

TEST(Score, DividesByTheInnovationsSentButByAtLeastTheMinimum) {
  const Divisor table[] = {
      {"iid-2023", 2, 0, 10, "12.00"},           {"iid-2023", 10, 0, 10, "12.00"},
      {"iid-2023", 11, 0, 11, "10.91"},          {"iid-2026", 2, 0, 12, "10.00"},
      {"iid-2026", 12, 0, 12, "10.00"},          {"iid-2026", 13, 0, 13, "9.23"},
      {"iid-2026", 11, 1, 12, "10.00"},          {"iid-2026", 12, 1, 13, "9.23"},
      {"iid-2026", 12, 3, 15, "8.00"},           {"iid-2026", 2, 3, 12, "10.00"},
      {"iid-2027-prognosis", 12, 0, 14, "8.57"}, {"iid-2027-prognosis", 15, 0, 15, "8.00"},
  };
  for (const Divisor& row : table) {
    const Ruleset& rules = repo_ruleset(row.ruleset);
    RegionYear data = region_with(row.counted, 6);
    add_rejected(data, row.rejected);
    spread_maturity(data, rules, 120);
    const Figure figure = score(data, rules).claimed;
    const std::string where = row.ruleset + ", " + std::to_string(row.counted) + " + " +
                              std::to_string(row.rejected) + " rejected";
    EXPECT_EQ(figure.divisor, row.divisor) << where;
    EXPECT_EQ(figure.innovations, row.counted) << where;
    EXPECT_EQ(shown(figure.maturity_mean), row.mean) << where;
  }
}

TEST(Score, GivesARejectedInnovationNoMaturityWhateverItClaims) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(12, 6);
  add_rejected(data, 1);
  data.innovations.back().levels = levels_worth(rules, Aspect::innovation, "111");
  EXPECT_EQ(score(data, rules).claimed.maturity_sum.str(), "0.00");
}

TEST(Score, PaysForAtMost200Innovations) {
  const std::pair<int, std::string> table[] = {{0, "0.00"},    {1, "0.38"},    {199, "75.62"},
                                               {200, "76.00"}, {201, "76.00"}, {1214, "76.00"}};
  for (const auto& [innovations, number] : table) {
    const Figure figure = score(region_with(innovations, 6), repo_ruleset("iid-2023")).claimed;
    EXPECT_EQ(figure.number.str(), number) << innovations;
    EXPECT_EQ(figure.innovations, innovations);
  }
}

struct Border {
  std::string ruleset;
  int innovations;
  std::string government;
  int maturity;         // sum
  std::string exact;    // index with three decimals, for the reader
  std::string rounded;  // what is shown and what decides
  std::string class_name;
};

TEST(Score, TakesTheClassFromTheRoundedIndex) {
  const Border table[] = {
      {"iid-2026", 80, "63.00", 5528, "65.000", "65.00", "Inovatif"},
      {"iid-2026", 100, "63.00", 6151, "65.004", "65.00", "Inovatif"},
      {"iid-2026", 80, "63.00", 5529, "65.005", "65.01", "Sangat Inovatif"},
      {"iid-2026", 100, "63.00", 6152, "65.008", "65.01", "Sangat Inovatif"},
      {"iid-2026", 80, "63.00", 528, "40.000", "40.00", "Kurang Inovatif"},
      {"iid-2026", 80, "63.00", 529, "40.005", "40.01", "Inovatif"},
      {"iid-2025", 80, "50.50", 528, "35.000", "35.00", "Kurang Inovatif"},
      {"iid-2025", 80, "50.50", 529, "35.005", "35.01", "Inovatif"},
      {"iid-2023", 80, "50.50", 527, "34.995", "35.00", "Inovatif"},
      {"iid-2023", 80, "50.50", 526, "34.990", "34.99", "Kurang Inovatif"},
      {"iid-2023", 80, "63.00", 4528, "60.000", "60.00", "Inovatif"},
      {"iid-2023", 80, "63.00", 4529, "60.005", "60.01", "Sangat Inovatif"},
  };
  for (const Border& row : table) {
    const Ruleset& rules = repo_ruleset(row.ruleset);
    RegionYear data = region_with(row.innovations, 6);
    data.government = levels_worth(rules, Aspect::government, row.government);
    spread_maturity(data, rules, row.maturity);
    const Figure figure = score(data, rules).claimed;
    EXPECT_EQ(shown(figure.index), row.rounded) << row.exact;
    EXPECT_EQ(figure.class_name, row.class_name) << row.exact;
  }
}

// One point among 80 innovations is an index of 0.005, among 81 less; no points for the number
// because no basic service is covered.
TEST(Score, BeginsToBeAssessedAtOneHundredth) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  const std::tuple<int, std::string, std::string> table[] = {{80, "0.01", "Kurang Inovatif"},
                                                             {81, "0.00", "Tidak Dapat Dinilai"}};
  for (const auto& [innovations, index, class_name] : table) {
    RegionYear data = region_with(innovations, 1);
    data.innovations[0].levels.set(id_of("20"), Level::one);
    const Figure figure = score(data, rules).claimed;
    EXPECT_EQ(shown(figure.index), index);
    EXPECT_EQ(figure.class_name, class_name);
  }
}

struct Sent {
  std::string what;
  SubmissionState state;
  Stage stage;
  std::string implemented;  // "": no date
  std::string developed;
  bool counted;
  std::string reason;  // words of the reason; "": not among the excluded
};

TEST(Score, AssessesWhatTheRulesOf2026Allow) {
  using enum SubmissionState;
  using enum Stage;
  const Sent table[] = {
      {"first day", submitted, implementation, "2024-01-01", "", true, ""},
      {"last day", submitted, implementation, "2025-12-31", "", true, ""},
      {"a day early", submitted, implementation, "2023-12-31", "", false,
       "2023-12-31, outside 2024-01-01 to 2025-12-31"},
      {"a day late", submitted, implementation, "2026-01-01", "", false, "outside 2024-01-01"},
      {"renewed", submitted, implementation, "2019-03-01", "2025-02-01", true, ""},
      {"renewed too early", submitted, implementation, "2019-03-01", "2023-12-31", false,
       "without a development"},
      {"renewed too late", submitted, implementation, "2019-03-01", "2026-01-01", false,
       "without a development"},
      {"no date", submitted, implementation, "", "", false, "No date of implementation"},
      {"only a development", submitted, implementation, "", "2024-06-01", true, ""},
      {"trial", submitted, trial, "2024-05-01", "", false, "stage is trial"},
      {"initiative", submitted, initiative, "2024-05-01", "", false, "stage is initiative"},
      {"draft", draft, implementation, "2024-05-01", "", false, ""},
      {"withheld", withheld, implementation, "2024-05-01", "", false, ""},
      {"draft trial", draft, trial, "2019-05-01", "", false, ""},
      {"rejected and old", rejected, trial, "2019-05-01", "", false, ""},
  };
  for (const Sent& row : table) {
    RegionYear data = empty_region();
    Innovation innovation = counted_innovation(1, 1);
    innovation.state = row.state;
    innovation.stage = row.stage;
    innovation.implemented_on = parse_date(row.implemented);
    innovation.developed_on = parse_date(row.developed);
    data.innovations = {innovation};
    const Score result = score(data, repo_ruleset("iid-2026"));
    EXPECT_EQ(result.claimed.innovations, row.counted ? 1 : 0) << row.what;
    ASSERT_EQ(result.excluded.size(), row.reason.empty() ? 0U : 1U) << row.what;
    if (row.reason.empty()) continue;
    const Exclusion& excluded = result.excluded.front();
    EXPECT_EQ(excluded.innovation, "i-1");
    EXPECT_NE(excluded.text.en.find(row.reason), std::string::npos) << excluded.text.en;
    EXPECT_FALSE(excluded.text.id.empty()) << row.what;
    EXPECT_EQ(excluded.reason == ExclusionReason::stage, row.stage != implementation) << row.what;
  }
}

TEST(Score, CountsTheWindowFromTheYearOfTheDataWhateverTheRules) {
  RegionYear data = region_with(1, 1);  // implemented in 2024
  data.year = 2023;
  EXPECT_EQ(score(data, repo_ruleset("iid-2026")).claimed.innovations, 0);
  data.year = 2025;
  EXPECT_EQ(score(data, repo_ruleset("iid-2023")).claimed.innovations, 1);
  data.year = 2027;
  EXPECT_EQ(score(data, repo_ruleset("iid-2026")).claimed.innovations, 0);
}

TEST(Score, IsNotVerifiedUntilALevelIs) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(12, 6);
  data.government.set(id_of("1"), Level::three);
  EXPECT_FALSE(score(data, rules).verified);

  data.government_verified = Levels{};
  data.innovations[0].verified_levels = Levels{};
  EXPECT_FALSE(score(data, rules).verified) << "verification has begun but no level is settled";

  data.innovations[0].verified_levels->set(id_of("16"), Level::none);
  const Score found_wanting = score(data, rules);
  ASSERT_TRUE(found_wanting.verified) << "a level found to be 0 is verified";
  EXPECT_EQ(found_wanting.verified->government.str(), "0.00");
  EXPECT_EQ(found_wanting.verified->number.str(), "4.56");
  EXPECT_EQ(shown(found_wanting.verified->index), "1.82");
}

TEST(Score, CountsWhatIsNotYetVerifiedAsZero) {
  const Ruleset& rules = repo_ruleset("iid-2026");
  RegionYear data = region_with(12, 6);
  data.government.set(id_of("1"), Level::three);
  data.government.set(id_of("9"), Level::three);
  data.government_verified = Levels{};
  data.government_verified->set(id_of("1"), Level::two);
  for (Innovation& innovation : data.innovations) innovation.levels.set(id_of("35"), Level::three);
  data.innovations[3].verified_levels = Levels{};
  data.innovations[3].verified_levels->set(id_of("35"), Level::one);

  const Score result = score(data, rules);

  EXPECT_EQ(result.claimed.government.str(), "6.00");
  EXPECT_EQ(result.claimed.maturity_sum.str(), "144.00");
  ASSERT_TRUE(result.verified);
  EXPECT_EQ(result.verified->government.str(), "2.00");
  EXPECT_EQ(result.verified->maturity_sum.str(), "4.00");
  EXPECT_EQ(result.verified->divisor, 12);
}

}  // namespace
}  // namespace jalur
