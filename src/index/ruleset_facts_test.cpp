// What each year's ruleset must say, as facts in the users' words, apart from the files: formula,
// gate, classes, mandatory rows, and which figure yields which level.
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "index/example_region.h"
#include "index/repo_rulesets.h"

namespace jalur {
namespace {

using namespace jalur::testing;

struct Year {
  std::string id;
  int year;
  bool prognosis;
  int divisor;
  int basic_services;  // required of six
  std::string top;     // Sangat Inovatif from
  std::string middle;  // Inovatif from
};

const Year years[] = {
    {"iid-2023", 2023, false, 10, 0, "60.01", "35.00"},
    {"iid-2024", 2024, false, 10, 0, "60.01", "35.00"},
    {"iid-2025", 2025, false, 10, 0, "65.01", "35.01"},
    {"iid-2026", 2026, false, 12, 5, "65.01", "40.01"},
    {"iid-2027-prognosis", 2027, true, 14, 6, "65.01", "40.01"},
};

TEST(Rulesets, AreTheseFive) {
  std::vector<std::string> expected;
  std::vector<std::string> found;
  for (const Year& year : years) expected.push_back(year.id);
  for (const Ruleset& ruleset : repo_rulesets()) found.push_back(ruleset.id);
  EXPECT_EQ(found, expected);
}

TEST(Rulesets, HoldEachYearsFormulaAndClasses) {
  for (const Year& year : years) {
    const Ruleset& rules = repo_ruleset(year.id);
    EXPECT_EQ(rules.year, year.year);
    EXPECT_EQ(rules.prognosis, year.prognosis) << year.id;
    EXPECT_EQ(rules.formula.minimum_divisor, year.divisor) << year.id;
    EXPECT_EQ(rules.formula.points_per_innovation.str(), "0.38") << year.id;
    EXPECT_EQ(rules.formula.innovations_cap, 200) << year.id;
    EXPECT_EQ(rules.formula.basic_services, (std::vector{1, 2, 3, 4, 5, 6})) << year.id;
    EXPECT_EQ(rules.formula.basic_services_required, year.basic_services) << year.id;
    EXPECT_TRUE(rules.formula.rejected_in_divisor) << year.id;
    EXPECT_FALSE(rules.formula.rejected_in_number) << year.id;
    std::vector<std::string> classes;
    for (const ClassBand& band : rules.classes)
      classes.push_back(band.name + " " + band.from.str());
    EXPECT_EQ(classes,
              (std::vector<std::string>{"Sangat Inovatif " + year.top, "Inovatif " + year.middle,
                                        "Kurang Inovatif 0.01", "Tidak Dapat Dinilai 0.00"}))
        << year.id;
  }
}

TEST(Rulesets, AssessOnlyImplementationInTheTwoYearsBefore) {
  for (const Ruleset& rules : repo_rulesets()) {
    EXPECT_EQ(rules.eligibility.stages, std::vector{Stage::implementation}) << rules.id;
    EXPECT_EQ(rules.eligibility.window_from_year, -2) << rules.id;
    EXPECT_EQ(rules.eligibility.window_to_year, -1) << rules.id;
    EXPECT_TRUE(rules.eligibility.development_renews) << rules.id;
    EXPECT_EQ(rules.eligibility.minimum_words, 300) << rules.id;
  }
}

TEST(Rulesets, AddUpTo63And111And76) {
  for (const Ruleset& rules : repo_rulesets()) {
    EXPECT_EQ(rules.government_maximum().str(), "63.00") << rules.id;
    EXPECT_EQ(rules.maturity_maximum().str(), "111.00") << rules.id;
    EXPECT_EQ(rules.number_maximum().str(), "76.00") << rules.id;
    EXPECT_EQ(rules.formula.maximum.str(), "250.00") << rules.id;
  }
}

TEST(Rulesets, HoldTheNationalListInOrder) {
  const std::vector<std::string> government{"1",   "2a", "2b",  "3",   "4",   "5a",  "5b",
                                            "6",   "7",  "8",   "9",   "10a", "10b", "11a",
                                            "11b", "12", "13a", "13b", "14",  "15"};
  for (const Ruleset& rules : repo_rulesets()) {
    std::vector<std::string> found;
    for (const Indicator* each : indicators_of(rules, Aspect::government)) {
      found.push_back(each->id.str());
    }
    EXPECT_EQ(found, government) << rules.id;
    const auto innovation = indicators_of(rules, Aspect::innovation);
    ASSERT_EQ(innovation.size(), 20U) << rules.id;
    for (std::size_t i = 0; i < 20; ++i) {
      EXPECT_EQ(innovation[i]->id.str(), std::to_string(16 + i)) << rules.id;
    }
    EXPECT_EQ(rules.number_indicator.str(), "36") << rules.id;
  }
}

TEST(Rulesets, WeighTheTwentyRowsOfAnInnovationAlikeInEveryYear) {
  const std::vector<int> weights{3, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 2, 3, 2, 3, 2, 4};
  for (const Ruleset& rules : repo_rulesets()) {
    const auto rows = indicators_of(rules, Aspect::innovation);
    ASSERT_EQ(rows.size(), weights.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i]->weight, Points::of(100) * weights[i])
          << rules.id << ' ' << rows[i]->id.str();
    }
  }
}

TEST(Rulesets, StarFiveRowsOfAnInnovation) {
  const std::vector<std::string> starred{"16", "17", "32", "33", "35"};
  for (const Ruleset& rules : repo_rulesets()) {
    std::vector<std::string> found;
    for (const Indicator* each : indicators_of(rules, Aspect::innovation)) {
      if (each->mandatory) found.push_back(each->id.str());
    }
    EXPECT_EQ(found, starred) << rules.id;
  }
}

TEST(Rulesets, WeighTheGovernmentRowsOf2026AsTheLetterDoes) {
  const std::map<std::string, std::string> table{
      {"1", "1.00"},  {"2a", "1.00"},  {"2b", "1.00"},  {"3", "1.00"},   {"4", "1.00"},
      {"5a", "0.75"}, {"5b", "0.75"},  {"6", "1.50"},   {"7", "1.50"},   {"8", "1.50"},
      {"9", "1.00"},  {"10a", "0.75"}, {"10b", "0.75"}, {"11a", "0.75"}, {"11b", "0.75"},
      {"12", "2.00"}, {"13a", "1.00"}, {"13b", "1.00"}, {"14", "1.00"},  {"15", "1.00"}};
  for (const auto& [id, weight] : table) {
    EXPECT_EQ(repo_ruleset("iid-2026").find(id_of(id))->weight.str(), weight) << id;
  }
}

TEST(Rulesets, NameASourceForEveryRow) {
  for (const Ruleset& rules : repo_rulesets()) {
    for (const Indicator& each : rules.indicators) {
      EXPECT_FALSE(each.sources.empty()) << rules.id << ' ' << each.id.str();
      EXPECT_FALSE(each.evidence.empty()) << rules.id << ' ' << each.id.str();
    }
  }
}

TEST(Rulesets, FindNoIndicatorThatIsNotTheirs) {
  EXPECT_EQ(repo_ruleset("iid-2026").find(id_of("99")), nullptr);
  EXPECT_EQ(repo_ruleset("iid-2026").find(IndicatorId()), nullptr);
}

struct Yields {
  std::string what;
  std::string year;
  std::string indicator;
  std::string measure;
  std::string figure;
  int level;
};

TEST(Measures, YieldALevelFromAFigure) {
  const Yields table[] = {
      {"unemployment 5.10 %", "iid-2026", "5b", "rate", "5.10", 2},
      {"unemployment, overlap of 1 and 2", "iid-2026", "5b", "rate", "5.92", 2},
      {"unemployment", "iid-2026", "5b", "rate", "5.93", 1},
      {"unemployment, overlap of 2 and 3", "iid-2026", "5b", "rate", "2.35", 3},
      {"unemployment", "iid-2026", "5b", "rate", "2.36", 2},
      {"no unemployment", "iid-2026", "5b", "rate", "0", 3},
      {"income, overlap of 2 and 3", "iid-2026", "4", "growth", "5.23", 3},
      {"income", "iid-2026", "4", "growth", "5.22", 2},
      {"income", "iid-2026", "4", "growth", "2.05", 2},
      {"income", "iid-2026", "4", "growth", "2.04", 1},
      {"permits fell", "iid-2026", "3", "growth", "-50.34", 1},
      {"permits fell", "iid-2026", "3", "growth", "-50.33", 2},
      {"permits grew", "iid-2026", "3", "growth", "8.16", 2},
      {"permits grew", "iid-2026", "3", "growth", "8.17", 3},
      {"budget never on time", "iid-2026", "2a", "years", "0", 0},
      {"budget on time twice", "iid-2026", "2a", "years", "2", 2},
      {"complaints 71 %", "iid-2023", "29", "share", "71", 3},
      {"complaints 70.99 %", "iid-2023", "29", "share", "70.99", 2},
      {"complaints 93 %", "iid-2026", "29", "share", "93", 3},
      {"complaints 90 %", "iid-2026", "29", "share", "90", 2},
      {"complaints 91 %", "iid-2026", "29", "share", "91", 3},
      {"complaints 86 %", "iid-2025", "29", "share", "86", 3},
      {"complaints 86 %", "iid-2026", "29", "share", "86", 2},
      {"complaints 50 %", "iid-2026", "29", "share", "50", 1},
      {"no complaint", "iid-2026", "29", "share", "0", 1},
      {"result in a day", "iid-2026", "28", "days", "1", 3},
      {"result in two days", "iid-2026", "28", "days", "2", 2},
      {"result in five days", "iid-2026", "28", "days", "5", 2},
      {"result in six days", "iid-2026", "28", "days", "6", 1},
      {"made in four months", "iid-2026", "32", "months", "4", 3},
      {"made in nine months", "iid-2026", "32", "months", "9", 1},
      {"200 people", "iid-2026", "33", "people", "200", 1},
      {"201 people", "iid-2026", "33", "people", "201", 2},
      {"501 people", "iid-2026", "33", "people", "501", 3},
      {"201 people in 2023", "iid-2023", "33", "people", "201", 3},
      {"nobody", "iid-2026", "33", "people", "0", 0},
      {"one agency", "iid-2026", "24", "agencies", "1", 0},
  };
  for (const Yields& row : table) {
    const Indicator* indicator = repo_ruleset(row.year).find(id_of(row.indicator));
    ASSERT_NE(indicator, nullptr) << row.what;
    const Measure* measure = nullptr;
    for (const Measure& each : indicator->measures) {
      if (each.id == row.measure) measure = &each;
    }
    ASSERT_NE(measure, nullptr) << row.what << ": " << row.measure;
    EXPECT_EQ(number(measure->level_of(Hundredths::parse(row.figure).value())), row.level)
        << row.year << ", " << row.what << ", " << row.figure;
  }
}

// On the border the level is reached, a hundredth short of it the level below.
TEST(Measures, ReachALevelJustAtItsBorder) {
  for (const Ruleset& rules : repo_rulesets()) {
    for (const Indicator& indicator : rules.indicators) {
      for (const Measure& measure : indicator.measures) {
        for (int level = 1; level <= 3; ++level) {
          const auto border = measure.borders[static_cast<std::size_t>(level - 1)];
          if (!border) continue;
          const bool higher = measure.better == Measure::Better::higher;
          const Hundredths step = Hundredths::of(higher ? 1 : -1);
          const std::string where = rules.id + ' ' + indicator.id.str() + ' ' + measure.id;
          EXPECT_EQ(number(measure.level_of(*border)), level) << where;
          EXPECT_EQ(number(measure.level_of(*border - step)), level - 1) << where;
        }
      }
    }
  }
}

TEST(Levels, AreNoneWhereNothingWasSet) {
  Levels levels;
  EXPECT_TRUE(levels.empty());
  EXPECT_EQ(levels.at(id_of("16")), Level::none);
  levels.set(id_of("16"), Level::none);
  EXPECT_EQ(levels.size(), 1U);
  EXPECT_EQ(levels.find(id_of("16")), Level::none);
  EXPECT_EQ(levels.find(id_of("17")), std::nullopt);
}

TEST(Levels, AreKeptInNationalOrderOnceEach) {
  Levels levels;
  for (const char* id : {"16", "5b", "5a", "16", "1"}) levels.set(id_of(id), Level::two);
  levels.set(id_of("5a"), Level::three);
  std::vector<std::string> found;
  for (const auto& [id, level] : levels) found.push_back(id.str());
  EXPECT_EQ(found, (std::vector<std::string>{"1", "5a", "5b", "16"}));
  EXPECT_EQ(levels.at(id_of("5a")), Level::three);
}

TEST(Levels, AreNumbersFrom0To3) {
  for (int n = 0; n <= 3; ++n) EXPECT_EQ(number(*level_of(n)), n);
  EXPECT_FALSE(level_of(-1));
  EXPECT_FALSE(level_of(4));
}

}  // namespace
}  // namespace jalur
