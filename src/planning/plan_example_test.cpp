// The tables of docs/algorithms/plan.md, read from the page and planned anew.
#include <sstream>

#include <gtest/gtest.h>

#include "index/example_region.h"
#include "planning/plan.h"

namespace jalur {
namespace {

using namespace jalur::testing;

using Cells = std::vector<std::string>;

// The rows below the first line that begins so; without the spaces around the cells.
std::vector<Cells> table(const std::string& head) {
  std::istringstream page(file_text("docs/algorithms/plan.md"));
  std::vector<Cells> rows;
  bool within = false;
  for (std::string line; std::getline(page, line);) {
    if (within && !line.starts_with("|")) break;
    if (within && !line.starts_with("|---")) {
      Cells cells;
      std::istringstream parts(line.substr(1));
      for (std::string cell; std::getline(parts, cell, '|');) {
        const auto from = cell.find_first_not_of(' ');
        cells.push_back(cell.substr(from, cell.find_last_not_of(' ') - from + 1));
      }
      rows.push_back(std::move(cells));
    }
    within = within || line.starts_with(head);
  }
  return rows;
}

std::optional<std::string> owner(const std::string& cell) {
  return cell == "-" ? std::nullopt : std::optional(cell);
}

struct Example {
  RegionYear data = region_with(2, 2);
  Effort effort;

  Example() {
    data.government.set(id_of("1"), Level::three);
    data.innovations[0].id = "i-001";
    data.innovations[1].id = "i-002";
    for (const Cells& row : table("| innovation | indicator |")) {
      const ClaimRef claim{owner(row[0]), id_of(row[1])};
      const Level from = level_of(std::stoi(row[2])).value();
      const Level to = level_of(std::stoi(row[3])).value();
      for (Innovation& each : data.innovations) {
        if (each.id == row[0]) each.levels.set(claim.indicator, from);
      }
      add(claim, to, std::stoi(row[4]), row[5]);
    }
  }

 private:
  void add(const ClaimRef& claim, Level to, PersonDays days, const std::string& bundle) {
    if (bundle == "-") return effort.steps.push_back({claim, to, days});
    if (effort.bundles.empty()) effort.bundles.push_back({bundle, days, {}});
    effort.bundles.front().raises.push_back({claim, to});
  }
};

std::string chosen(const Plan& plan) {
  std::string all;
  for (const std::string& bundle : plan.bundles) all += bundle + " ";
  std::string government;
  for (const PlanStep& step : plan.steps) {
    std::string& into = step.claim.innovation ? all : government;
    into += step.claim.innovation.value_or("") + "/" + step.claim.indicator.str() + " ";
  }
  all += government;
  return all.empty() ? "-" : all.substr(0, all.size() - 1);
}

TEST(PlanExample, ThePlansAreAsThePageSays) {
  const Example example;
  const auto rows = table("| target | status |");
  ASSERT_EQ(rows.size(), 9U);
  for (const Cells& row : rows) {
    PlanQuestion question;
    question.target = Hundredths::parse(row[0]).value();
    const auto plan = cheapest_plan(example.data, repo_ruleset("iid-2026"), example.effort,
                                    question, [] { return false; });
    ASSERT_TRUE(plan) << row[0];
    if (row[1] == "unreachable") {
      EXPECT_EQ(plan->status, PlanStatus::unreachable);
      EXPECT_LT(plan->best_index.rounded(), question.target);
      continue;
    }
    EXPECT_EQ(plan->status, row[1] == "optimal" ? PlanStatus::optimal : PlanStatus::already_met)
        << row[0];
    EXPECT_EQ(std::to_string(plan->effort), row[2]) << row[0];
    EXPECT_EQ(plan->index_after.rounded().str(), row[3]) << row[0];
    EXPECT_EQ(chosen(*plan), row[4]) << row[0];
  }
}

}  // namespace
}  // namespace jalur
