#include "accounts/permission.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace jalur::accounts {

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
