// The tables of docs/algorithms/effort.md, read from the page and reckoned anew.
#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "index/example_region.h"
#include "planning/default_effort.h"
#include "planning/repo_catalogue.h"

namespace jalur {
namespace {

using namespace jalur::testing;

using Cells = std::vector<std::string>;

Cells cells_of(const std::string& line) {
  Cells cells;
  std::istringstream parts(line);
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto from = cell.find_first_not_of(' ');
    if (from == std::string::npos) continue;
    cells.push_back(cell.substr(from, cell.find_last_not_of(' ') - from + 1));
  }
  return cells;
}

// The rows below the table's first line.
std::vector<Cells> table(const std::string& head) {
  std::istringstream page(file_text("docs/algorithms/effort.md"));
  std::vector<Cells> rows;
  bool within = false;
  for (std::string line; std::getline(page, line);) {
    if (within && !line.starts_with("|")) break;
    if (within && !line.starts_with("|---")) rows.push_back(cells_of(line));
    within = within || line.starts_with(head);
  }
  return rows;
}

Effort effort_of(const RegionYear& data, std::string_view today) {
  return default_effort(data, repo_ruleset("iid-2026"), repo_catalogue(), day(today),
                        day("2026-08-31"), Basis::claimed);
}

std::string days_of(const Effort& effort, std::string_view indicator, Level to) {
  for (const EffortStep& step : effort.steps) {
    if (step.claim.innovation && step.claim.indicator == id_of(indicator) && step.to == to) {
      return std::to_string(step.effort);
    }
  }
  return "-";
}

TEST(EffortExample, TheStepsAreAsThePageSays) {
  const auto rows = table("| indicator | from | to |");
  ASSERT_EQ(rows.size(), 11U);
  for (const Cells& row : rows) {
    RegionYear data = region_with(1, 1);
    data.innovations[0].levels.set(id_of(row[0]), *level_of(std::stoi(row[1])));
    EXPECT_EQ(days_of(effort_of(data, row[3]), row[0], *level_of(std::stoi(row[2]))), row[4])
        << row[0] << " " << row[5];
  }
}

TEST(EffortExample, TheBundlesAreAsThePageSays) {
  const auto rows = table("| bundle | innovations |");
  ASSERT_EQ(rows.size(), 7U);
  for (const Cells& row : rows) {
    const Effort effort = effort_of(region_with(std::stoi(row[1]), 5), "2026-03-01");
    const auto it = std::find_if(effort.bundles.begin(), effort.bundles.end(),
                                 [&](const Bundle& bundle) { return bundle.id == row[0]; });
    const bool there = it != effort.bundles.end();
    EXPECT_EQ(there ? std::to_string(it->effort) : "-", row[2]) << row[0];
    EXPECT_EQ(there ? std::to_string(it->raises.size()) : "-", row[3]) << row[0];
  }
}

}  // namespace
}  // namespace jalur
