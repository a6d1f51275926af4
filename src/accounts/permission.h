// What a role may do. The table in permission.cpp is the only place that says so; the server asks
// it for every route, the use cases for every subject, the web for what it shows.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/text.h"

namespace jalur::accounts {

enum class Role : std::uint8_t {
  operator_,    // of a unit: registers innovations and proves them
  unit_head,    // endorses what the unit hands in
  verifier,     // the second pair of eyes
  coordinator,  // opens and closes the year, people and units
  executive,    // regent and secretary: reads
  trainer,      // bimtek committee
  assessor,     // of the ministry, over all regions
  auditor,      // inspector: reads the log
};
inline constexpr std::size_t role_count = 8;

std::string_view word(Role role);  // "operator", "unit_head", ...
std::optional<Role> role_from(std::string_view word);
const Text& name_of(Role role);  // as people read it
// Whether the role is held for a unit (and everything below it) rather than for the region.
bool is_of_a_unit(Role role);

enum class Action : std::uint8_t {
  read_rules,       // rulesets, reference data, health
  read_figures,     // index, rank of units, innovations that were handed in
  read_drafts,      // innovations not handed in yet
  edit_innovation,  // register, describe, hand in, withdraw
  edit_claims,      // levels of an innovation
  edit_government,  // levels of the region's own rows
  attach_evidence,
  share_evidence,  // evidence that serves the whole region
  read_evidence,
  endorse,  // what the unit hands in
  verify,   // accept, lower, return
  remark,   // write in the thread of an indicator
  object_,  // sanggah against a verification
  decide_objection,
  propose_idea,    // without an account
  moderate_ideas,  // of citizens
  manage_year,     // calendar, exceptions, lock
  manage_units,
  manage_people,
  read_ledger,
  manage_self,  // own password, second factor, notices
};
inline constexpr std::size_t action_count = 21;

std::string_view word(Action action);  // "read_rules", ...

// How far a permission goes.
enum class Reach : std::uint8_t {
  none,
  own_unit,     // the unit of the role and everything below it
  open_region,  // a region that shows its figures to everybody
  region,
  nation,
};

// One row of the table. `roles` is in the order of Role.
struct Permission {
  Action action = Action::read_rules;
  Reach anyone = Reach::none;  // without signing in
  std::array<Reach, role_count> roles{};
};
std::span<const Permission> permissions();

Reach reach_of(Role role, Action action);
Reach reach_of_anyone(Action action);

}  // namespace jalur::accounts
