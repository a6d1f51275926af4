#include "store/account_row.h"

#include "store/failure.h"
#include "store/words.h"

namespace jalur::store {

namespace {

[[noreturn]] void damaged(const std::string& what, const std::string& value) {
  throw Damaged(what + " '" + value + "'");
}

accounts::Role role_from(const std::string& word) {
  const auto role = accounts::role_from(word);
  if (!role) damaged("role", word);
  return *role;
}

}  // namespace

const std::string AccountRow::columns =
    "p.region_code, p.id, p.name, p.email, p.unit, p.state, p.password, p.factor_secret, "
    "p.factor_begun, p.factor_step, p.signed_in_at";

void AccountRow::take(Query& query) {
  query.take(region).take(id).take(name).take(email).take(unit).take(state).take(password);
  query.take(factor_secret).take(factor_begun).take(factor_step).take(signed_in_at);
}

app::Account AccountRow::as_account() const {
  const auto code = RegionCode::parse(region);
  const auto known_state = accounts::person_state_from(state);
  if (!code) damaged("region", region);
  if (!known_state) damaged("state", state);
  app::Account account;
  account.person = {id, *code, name, email, unit, {}, *known_state};
  account.password_hash = password;
  account.factor_secret = factor_secret;
  account.factor_begun = factor_begun;
  account.factor_step = factor_step;
  account.signed_in_at = instant_from(signed_in_at);
  return account;
}

accounts::HeldRole held_role_from(const std::string& role, const std::string& unit) {
  return {role_from(role), unit};
}

std::string packed(const std::vector<accounts::Role>& roles) {
  std::string text;
  for (const accounts::Role role : roles)
    text.append(text.empty() ? "" : " ").append(accounts::word(role));
  return text;
}

std::vector<accounts::Role> roles_from(std::string_view text) {
  std::vector<accounts::Role> roles;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    roles.push_back(role_from(std::string(word)));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return roles;
}

}  // namespace jalur::store
