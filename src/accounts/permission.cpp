#include "accounts/permission.h"

#include <algorithm>

namespace jalur::accounts {

namespace {

constexpr std::array<std::string_view, role_count> role_words{
    "operator",  "unit_head", "verifier", "coordinator",
    "executive", "trainer",   "assessor", "auditor"};

constexpr Reach reach_from(char letter) {
  switch (letter) {
    case 'u':
      return Reach::own_unit;
    case 'o':
      return Reach::open_region;
    case 'r':
      return Reach::region;
    case 'n':
      return Reach::nation;
    default:
      return Reach::none;
  }
}

// `letters`: anyone, then the roles in their order.
constexpr Permission row(Action action, std::string_view letters) {
  Permission permission{action, reach_from(letters[0]), {}};
  for (std::size_t i = 0; i < role_count; ++i) permission.roles[i] = reach_from(letters[i + 1]);
  return permission;
}

struct Words {
  std::string_view word;
  Permission permission;
};

// The columns: a anyone, o operator, h unit head, v verifier, c coordinator, x executive, t
// trainer, m assessor of the ministry, i auditor (inspector). The letters: - not at all, u own unit
// and below, o a region that opened its figures, r own region, n everywhere.
// clang-format off
constexpr std::array<Words, action_count> table{{
    //                                                    aohvcxtmi
    {"read_rules",      row(Action::read_rules,          "nnnnnnnnn")},
    {"read_figures",    row(Action::read_figures,        "orrrrrrnr")},
    {"read_drafts",     row(Action::read_drafts,         "-uurrr--r")},
    {"edit_innovation", row(Action::edit_innovation,     "-uu-r----")},
    {"edit_claims",     row(Action::edit_claims,         "-uu-r----")},
    {"edit_government", row(Action::edit_government,     "----r----")},
    {"attach_evidence", row(Action::attach_evidence,     "-uu-r----")},
    {"share_evidence",  row(Action::share_evidence,      "----r----")},
    {"read_evidence",   row(Action::read_evidence,       "-uurrr-nr")},
    {"endorse",         row(Action::endorse,             "--u------")},
    {"verify",          row(Action::verify,              "---r-----")},
    {"remark",          row(Action::remark,              "-uurr----")},
    {"object",          row(Action::object_,             "-uu------")},
    {"decide_objection", row(Action::decide_objection,   "---rr----")},
    {"propose_idea",    row(Action::propose_idea,        "nnnnnnnnn")},
    {"moderate_ideas",  row(Action::moderate_ideas,      "----r----")},
    {"manage_year",     row(Action::manage_year,         "----r----")},
    {"manage_units",    row(Action::manage_units,        "----r----")},
    {"manage_people",   row(Action::manage_people,       "----r----")},
    {"read_ledger",     row(Action::read_ledger,         "----r---r")},
    {"manage_self",     row(Action::manage_self,         "-nnnnnnnn")},
}};
// clang-format on

constexpr auto rows = [] {
  std::array<Permission, action_count> all{};
  for (std::size_t i = 0; i < action_count; ++i) all[i] = table[i].permission;
  return all;
}();

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < action_count; ++i)
    if (static_cast<std::size_t>(rows[i].action) != i) return false;
  return true;
}
static_assert(is_in_order(), "a row per action, in the order of Action");

}  // namespace

std::string_view word(Role role) { return role_words[static_cast<std::size_t>(role)]; }

std::optional<Role> role_from(std::string_view word) {
  const auto* const found = std::find(role_words.begin(), role_words.end(), word);
  if (found == role_words.end()) return std::nullopt;
  return static_cast<Role>(found - role_words.begin());
}

const Text& name_of(Role role) {
  static const std::array<Text, role_count> names{{
      {"Operator", "Operator"},
      {"Kepala unit", "Head of unit"},
      {"Verifikator", "Verifier"},
      {"Koordinator", "Coordinator"},
      {"Pimpinan daerah", "Executive"},
      {"Panitia bimtek", "Trainer"},
      {"Penilai kementerian", "Assessor"},
      {"Pengawas", "Auditor"},
  }};
  return names[static_cast<std::size_t>(role)];
}

bool is_of_a_unit(Role role) { return role == Role::operator_ || role == Role::unit_head; }

std::string_view word(Action action) { return table[static_cast<std::size_t>(action)].word; }

std::span<const Permission> permissions() { return rows; }

Reach reach_of(Role role, Action action) {
  return rows[static_cast<std::size_t>(action)].roles[static_cast<std::size_t>(role)];
}

Reach reach_of_anyone(Action action) { return rows[static_cast<std::size_t>(action)].anyone; }

}  // namespace jalur::accounts
