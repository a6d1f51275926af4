// The tables of a page in docs/algorithms, for the tests that run them.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "index/repo_rulesets.h"

namespace jalur::testing {

using PageRow = std::vector<std::string>;  // cells, trimmed

inline PageRow cells_of(const std::string& line) {
  PageRow cells;
  std::istringstream parts(line.substr(1));
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto first = cell.find_first_not_of(' ');
    const auto last = cell.find_last_not_of(' ');
    cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
  }
  return cells;
}

// The rows of the table whose first heading is `heading`; throws when the page has none.
inline std::vector<PageRow> page_table(const std::string& page, const std::string& heading) {
  std::istringstream lines(file_text("docs/algorithms/" + page));
  std::string line;
  while (std::getline(lines, line) && !line.starts_with("| " + heading + " |")) {
  }
  std::getline(lines, line);  // the rule below the headings
  std::vector<PageRow> rows;
  while (std::getline(lines, line) && line.starts_with("|")) rows.push_back(cells_of(line));
  if (rows.empty()) throw std::runtime_error(page + " has no table that begins with " + heading);
  return rows;
}

}  // namespace jalur::testing
