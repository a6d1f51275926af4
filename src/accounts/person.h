// People of a region, and what may be said of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/permission.h"
#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"

namespace jalur::accounts {

// A role with the unit it is held for.
struct HeldRole {
  Role role = Role::operator_;
  std::string unit;  // id; empty: the whole region
  bool operator==(const HeldRole&) const = default;
};

enum class PersonState : std::uint8_t {
  invited,  // has not set a password yet
  active,
  closed,  // may not sign in; stays, because the log names them
};
std::string_view word(PersonState state);
std::optional<PersonState> person_state_from(std::string_view word);

struct Person {
  std::string id;
  RegionCode region;
  std::string name;
  std::string email;  // folded
  std::string unit;   // where they work, id; empty: not told
  std::vector<HeldRole> roles;
  PersonState state = PersonState::invited;
  bool operator==(const Person&) const = default;
};

std::vector<Role> roles_of(const Person& person);
bool is_active_coordinator(const Person& person);

// What a coordinator writes down about a person.
struct PersonGiven {
  std::string name;
  std::string email;
  std::string unit;  // id; empty: not told
  std::vector<HeldRole> roles;
  std::optional<PersonState> state;  // on a change only: active or closed
};

// Who lets somebody in. An assessor sees all regions, so only whoever runs the program for them may
// name one; a coordinator of one region may not.
enum class Host { region, installation };

// The same with name trimmed and address folded, each role once. `holds`: the roles held until now.
// Whether the units exist is not looked at. Errors: invalid_input, everything that is wrong at
// once; fields as in the API: "name", "email", "grants[1].unit".
Expected<PersonGiven> checked_person(PersonGiven given, Host host, const std::vector<Role>& holds);

// A name as people write it: not empty, within the limit, one line. Errors: invalid_input on
// `name`.
Expected<std::string> checked_name(std::string_view name);

}  // namespace jalur::accounts
