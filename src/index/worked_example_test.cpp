// The tables of docs/algorithms/index.md, read from the page and reckoned anew.
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "index/example_region.h"
#include "index/score.h"

namespace jalur {
namespace {

using namespace jalur::testing;

// A row of a table by its column's heading.
using TableRow = std::map<std::string, std::string>;

struct Table {
  std::vector<std::string> headings;
  std::vector<TableRow> rows;
};

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream parts(line.substr(1));
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto from = cell.find_first_not_of(' ');
    const auto to = cell.find_last_not_of(' ');
    found.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
  }
  return found;
}

// The table whose first heading is `first`.
Table table_of(const std::string& first) {
  std::istringstream page(file_text("docs/algorithms/index.md"));
  Table table;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| ") && !line.starts_with("|-")) {
      if (!table.rows.empty()) return table;
      continue;
    }
    if (table.headings.empty()) {
      if (line.starts_with("| " + first + " |")) table.headings = cells(line);
      continue;
    }
    if (line.starts_with("|-")) continue;
    TableRow row;
    const auto values = cells(line);
    for (std::size_t i = 0; i < table.headings.size(); ++i) row[table.headings[i]] = values.at(i);
    table.rows.push_back(row);
  }
  return table;
}

// "16:2 17:3"; "-" is nothing.
Levels levels_from(const std::string& text) {
  Levels levels;
  std::istringstream words(text);
  for (std::string word; words >> word && word != "-";) {
    const auto colon = word.find(':');
    levels.set(id_of(word.substr(0, colon)), level_of(std::stoi(word.substr(colon + 1))).value());
  }
  return levels;
}

std::optional<Levels> verified_from(const std::string& text) {
  if (text == "-") return std::nullopt;
  return levels_from(text);
}

Innovation innovation_from(const TableRow& row) {
  const std::map<std::string, SubmissionState> states{{"draft", SubmissionState::draft},
                                                      {"submitted", SubmissionState::submitted},
                                                      {"rejected", SubmissionState::rejected}};
  Innovation innovation;
  innovation.id = row.at("innovation");
  innovation.affairs = {std::stoi(row.at("main affair"))};
  innovation.state = states.at(row.at("state"));
  innovation.stage = row.at("stage") == "trial" ? Stage::trial : Stage::implementation;
  innovation.implemented_on = parse_date(row.at("implemented"));
  innovation.developed_on = parse_date(row.at("developed"));
  innovation.levels = levels_from(row.at("claimed"));
  innovation.verified_levels = verified_from(row.at("verified"));
  return innovation;
}

RegionYear region_of_the_page() {
  RegionYear data = empty_region();
  data.government_verified.emplace();
  for (const TableRow& row : table_of("government row").rows) {
    const IndicatorId id = id_of(row.at("government row"));
    data.government.set(id, level_of(std::stoi(row.at("claimed"))).value());
    if (row.at("verified") == "-") continue;
    data.government_verified->set(id, level_of(std::stoi(row.at("verified"))).value());
  }
  for (const TableRow& row : table_of("innovation").rows) {
    data.innovations.push_back(innovation_from(row));
  }
  return data;
}

const Ruleset& rules_of_the_page() { return repo_ruleset("iid-2026"); }

// Four decimals, for the exact effects of the page.
std::string four_places(const Fraction& value) {
  const Fraction hundredfold(value.numerator() * 100, value.denominator());
  const std::int64_t count = hundredfold.rounded().count();
  return fmt::format("{}.{:04}", count / 10'000, count % 10'000);
}

TEST(WorkedExample, GovernmentRowsAreWeightTimesLevel) {
  const auto rows = table_of("government row").rows;
  ASSERT_EQ(rows.size(), 4U);
  const RegionYear data = region_of_the_page();
  for (const TableRow& row : rows) {
    const IndicatorId id = id_of(row.at("government row"));
    const Points weight = rules_of_the_page().find(id)->weight;
    EXPECT_EQ(weight.str(), row.at("weight"));
    EXPECT_EQ((weight * number(data.government.at(id))).str(), row.at("points claimed"));
    EXPECT_EQ((weight * number(data.government_verified->at(id))).str(), row.at("points verified"));
  }
}

TEST(WorkedExample, InnovationsHaveTheirMaturityAndCountOrDoNot) {
  const auto rows = table_of("innovation").rows;
  ASSERT_EQ(rows.size(), 9U);
  for (const TableRow& row : rows) {
    const Innovation innovation = innovation_from(row);
    EXPECT_EQ(maturity(innovation.levels, rules_of_the_page()).str(), row.at("maturity claimed"));
    EXPECT_EQ(maturity(innovation.verified_levels.value_or(Levels{}), rules_of_the_page()).str(),
              row.at("maturity verified"));
    const auto exclusion = exclusion_of(innovation, 2026, rules_of_the_page());
    std::string counts = "no";
    if (innovation.state == SubmissionState::submitted) counts = "yes";
    if (innovation.state == SubmissionState::rejected) counts = "in the divisor";
    if (exclusion) {
      counts = exclusion->reason == ExclusionReason::stage ? "no: stage" : "no: window";
    }
    EXPECT_EQ(counts, row.at("counts")) << innovation.id;
  }
}

TableRow steps_of(const Figure& figure) {
  return {{"innovations", std::to_string(figure.innovations)},
          {"divisor", std::to_string(figure.divisor)},
          {"basic services covered", std::to_string(figure.basic_services_covered)},
          {"gate met", figure.gate_met ? "yes" : "no"},
          {"government", figure.government.str()},
          {"maturity sum", figure.maturity_sum.str()},
          {"maturity mean", figure.maturity_mean.rounded().str()},
          {"number", figure.number.str()},
          {"total", figure.total.rounded().str()},
          {"index", figure.index.rounded().str()},
          {"class", figure.class_name}};
}

TEST(WorkedExample, StepsLeadToTheIndexUnderEachRuleset) {
  const Table table = table_of("step");
  const RegionYear data = region_of_the_page();
  ASSERT_EQ(table.headings.size(), 5U);
  for (std::size_t column = 1; column < table.headings.size(); ++column) {
    const std::string& heading = table.headings[column];
    const auto space = heading.find(' ');
    const Score result = score(data, repo_ruleset(heading.substr(0, space)));
    const bool verified = heading.substr(space + 1) == "verified";
    const TableRow steps = steps_of(verified ? result.verified.value() : result.claimed);
    ASSERT_EQ(table.rows.size(), steps.size());
    for (const TableRow& row : table.rows) {
      EXPECT_EQ(row.at(heading), steps.at(row.at("step"))) << heading << ", " << row.at("step");
    }
  }
}

TEST(WorkedExample, AddendsAreShownAsExplained) {
  const auto rows = explain(region_of_the_page(), rules_of_the_page());
  const auto table = table_of("addend").rows;
  ASSERT_EQ(table.size(), 9U);
  for (const TableRow& told : table) {
    bool found = false;
    for (const Row& row : rows) {
      const std::string addend = row.innovation.value_or(row.level ? "government" : "number");
      if (addend != told.at("addend") || row.indicator.str() != told.at("row")) continue;
      found = true;
      const int divisor = row.innovation ? 12 : 1;
      EXPECT_EQ(row.points.str(), told.at("points"));
      EXPECT_EQ(four_places(Fraction(row.points.count() * 100, 250'00 * divisor)),
                told.at("exact effect"));
      EXPECT_EQ(row.index_effect.str(), told.at("shown effect"));
    }
    EXPECT_TRUE(found) << told.at("addend") << ' ' << told.at("row");
  }
}

TEST(WorkedExample, OneLevelMoreBringsWhatThePageSays) {
  const RegionYear data = region_of_the_page();
  const Figure figure = score(data, rules_of_the_page()).claimed;
  const auto table = table_of("claim of").rows;
  ASSERT_EQ(table.size(), 5U);
  for (const TableRow& row : table) {
    const Level level = level_of(std::stoi(row.at("from level"))).value();
    Levels levels = data.government;
    bool counted = true;
    for (const Innovation& each : data.innovations) {
      if (each.id != row.at("claim of")) continue;
      levels = each.levels;
      counted = !exclusion_of(each, data.year, rules_of_the_page());
    }
    const IndicatorId id = id_of(row.at("row"));
    EXPECT_EQ(levels.at(id), level) << row.at("claim of");
    const auto effect = next_level_effect(figure, *rules_of_the_page().find(id), level, counted);
    EXPECT_EQ(four_places(effect.value()), row.at("adds to the index")) << row.at("claim of");
  }
}

TEST(WorkedExample, IndicesAreRoundedAndClassedAsThePageSays) {
  const auto table = table_of("exact index").rows;
  ASSERT_EQ(table.size(), 6U);
  for (const TableRow& row : table) {
    std::string digits = row.at("exact index");  // just three decimals
    digits.erase(digits.find('.'), 1);
    const Hundredths shown = Fraction(std::stoll(digits), 1'000).rounded();
    EXPECT_EQ(shown.str(), row.at("shown"));
    EXPECT_EQ(rules_of_the_page().class_of(shown).name, row.at("class in 2026"));
  }
}

}  // namespace
}  // namespace jalur
