#include "accounts/permission.h"

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace jalur::accounts {

namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream parts(line.substr(1));
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto first = std::min(cell.find_first_not_of(' '), cell.size());
    cells.push_back(cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return cells;
}

// The rows of the table in docs/permissions.md, without its two lines of heading.
std::vector<std::vector<std::string>> documented() {
  std::ifstream file(JALUR_SOURCE_DIR "/docs/permissions.md");
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("| `")) rows.push_back(cells_of(line));
  return rows;
}

std::string documented_word(Reach reach) {
  switch (reach) {
    case Reach::own_unit:
      return "unit";
    case Reach::open_region:
      return "open";
    case Reach::region:
      return "region";
    case Reach::nation:
      return "nation";
    case Reach::none:
      break;
  }
  return "-";
}

}  // namespace

TEST(Permissions, TheDocumentSaysWhatTheTableSays) {
  const auto rows = documented();
  ASSERT_EQ(rows.size(), permissions().size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Permission& permission = permissions()[i];
    std::vector<std::string> expected{"`" + std::string(word(permission.action)) + "`", rows[i][1],
                                      documented_word(permission.anyone)};
    for (const Reach reach : permission.roles) expected.push_back(documented_word(reach));
    EXPECT_EQ(rows[i], expected);
  }
}

TEST(Permissions, EveryActionAndRoleHasAWordOfItsOwn) {
  std::set<std::string> words;
  for (const Permission& row : permissions()) words.insert(std::string(word(row.action)));
  EXPECT_EQ(words.size(), action_count);
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    EXPECT_EQ(role_from(word(role)), role);
    EXPECT_FALSE(name_of(role).id.empty());
  }
  EXPECT_FALSE(role_from("king"));
}

TEST(Permissions, OnlyRolesOfAUnitReachJustTheirUnit) {
  for (const Permission& row : permissions()) {
    for (std::size_t i = 0; i < role_count; ++i) {
      if (row.roles[i] == Reach::own_unit) {
        EXPECT_TRUE(is_of_a_unit(static_cast<Role>(i))) << word(row.action);
      }
    }
  }
}

TEST(Permissions, WhoeverHasNotSignedInChangesNothingButMayProposeAnIdea) {
  for (const Permission& row : permissions()) {
    const bool harmless = row.action == Action::read_rules || row.action == Action::read_figures ||
                          row.action == Action::propose_idea;
    if (!harmless) {
      EXPECT_EQ(row.anyone, Reach::none) << word(row.action);
    }
  }
}

TEST(Permissions, WhoeverVerifiesDoesNotClaim) {
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    if (reach_of(role, Action::verify) == Reach::none) continue;
    EXPECT_EQ(reach_of(role, Action::edit_claims), Reach::none) << word(role);
    EXPECT_EQ(reach_of(role, Action::attach_evidence), Reach::none) << word(role);
  }
}

}  // namespace jalur::accounts
