// The columns of a person that every read of one has, and how they become an Account.
#pragma once

#include <optional>
#include <string>

#include "app/people.h"
#include "store/query.h"

namespace jalur::store {

struct AccountRow {
  static const std::string columns;  // of `people p`

  // Hands the columns to the query, which fills them row by row.
  void take(Query& query);
  // Without roles and link. Throws Damaged.
  app::Account as_account() const;

  std::string region, id, name, email, unit, state, password, factor_secret, factor_begun;
  std::int64_t factor_step = 0;
  std::optional<std::string> signed_in_at;
};

// Throws Damaged for what is no role.
accounts::HeldRole held_role_from(const std::string& role, const std::string& unit);

std::string packed(const std::vector<accounts::Role>& roles);  // "verifier coordinator"
std::vector<accounts::Role> roles_from(std::string_view text);

}  // namespace jalur::store
