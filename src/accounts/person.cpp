#include "accounts/person.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accounts/email.h"
#include "base/limits.h"

namespace jalur::accounts {

namespace {

constexpr std::array<std::string_view, 3> state_words{"invited", "active", "closed"};

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string_view trimmed(std::string_view text) {
  const auto first = std::min(text.find_first_not_of(' '), text.size());
  const auto last = text.find_last_not_of(' ');
  return text.substr(first, last - first + 1);
}

void note(Problems& problems, const Error& error) {
  for (const Problem& problem : error.problems)
    problems.add(problem.field, problem.value, problem.text);
}

void check_role(const HeldRole& held, const std::string& place, Problems& problems) {
  const Text& name = name_of(held.role);
  if (is_of_a_unit(held.role) && held.unit.empty())
    problems.add(place + ".unit", "",
                 {fmt::format("Peran {} harus disertai unitnya.", name.id),
                  fmt::format("The role {} needs its unit.", name.en)});
  if (!is_of_a_unit(held.role) && !held.unit.empty())
    problems.add(
        place + ".unit", held.unit,
        {fmt::format("Peran {} berlaku untuk seluruh daerah; kosongkan unitnya.", name.id),
         fmt::format("The role {} is for the whole region; leave its unit empty.", name.en)});
}

void check_assessor(const PersonGiven& given, const std::vector<Role>& holds, Problems& problems) {
  if (std::find(holds.begin(), holds.end(), Role::assessor) != holds.end()) return;
  for (std::size_t i = 0; i < given.roles.size(); ++i) {
    if (given.roles[i].role != Role::assessor) continue;
    problems.add(
        fmt::format("grants[{}].role", i), std::string(word(Role::assessor)),
        {"Penilai kementerian melihat semua daerah; hanya pengelola server yang dapat memberi "
         "peran ini, dengan `jalur people import`.",
         "An assessor sees all regions; only whoever runs the server can give this role, with "
         "`jalur people import`."});
  }
}

void check_number(std::size_t roles, Problems& problems) {
  if (roles == 0)
    problems.add("grants", "", {"Beri paling sedikit satu peran.", "Give at least one role."});
  if (roles > limits::grants_per_person)
    problems.add("grants", std::to_string(roles),
                 {fmt::format("Paling banyak {} peran.", limits::grants_per_person),
                  fmt::format("At most {} roles.", limits::grants_per_person)});
}

std::vector<HeldRole> each_once(const std::vector<HeldRole>& roles) {
  std::vector<HeldRole> once;
  for (const HeldRole& held : roles)
    if (std::find(once.begin(), once.end(), held) == once.end()) once.push_back(held);
  return once;
}

}  // namespace

std::string_view word(PersonState state) { return state_words[static_cast<std::size_t>(state)]; }

std::optional<PersonState> person_state_from(std::string_view word) {
  const auto* const found = std::find(state_words.begin(), state_words.end(), word);
  if (found == state_words.end()) return std::nullopt;
  return static_cast<PersonState>(found - state_words.begin());
}

std::vector<Role> roles_of(const Person& person) {
  std::vector<Role> roles;
  for (const HeldRole& held : person.roles) roles.push_back(held.role);
  return roles;
}

bool is_active_coordinator(const Person& person) {
  const auto roles = roles_of(person);
  return person.state == PersonState::active &&
         std::find(roles.begin(), roles.end(), Role::coordinator) != roles.end();
}

Expected<std::string> checked_name(std::string_view name) {
  const auto text = trimmed(name);
  if (!text.empty() && text.size() <= limits::person_name_bytes && !has_control_character(text))
    return std::string(text);
  return fail(ErrorCode::invalid_input,
              {fmt::format("Nama harus diisi, pada satu baris, paling banyak {} bita.",
                           limits::person_name_bytes),
               fmt::format("The name must be filled in, on one line, at most {} bytes.",
                           limits::person_name_bytes)},
              "name", std::string(name));
}

Expected<PersonGiven> checked_person(PersonGiven given, Host host, const std::vector<Role>& holds) {
  Problems problems;
  if (auto name = checked_name(given.name))
    given.name = std::move(*name);
  else
    note(problems, name.error());
  if (auto email = folded_email(given.email))
    given.email = std::move(*email);
  else
    note(problems, email.error());
  check_number(given.roles.size(), problems);
  for (std::size_t i = 0; i < given.roles.size(); ++i)
    check_role(given.roles[i], fmt::format("grants[{}]", i), problems);
  if (host == Host::region) check_assessor(given, holds, problems);
  if (given.state == PersonState::invited)
    problems.add("state", "invited",
                 {"Harus salah satu dari: active, closed.", "Must be one of: active, closed."});
  if (!problems.none()) return std::move(problems).as_error();
  given.roles = each_once(given.roles);
  return given;
}

}  // namespace jalur::accounts
