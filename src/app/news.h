// Which entries of the log concern whom, and in which words they are told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/permission.h"
#include "base/text.h"
#include "ledger/entry.h"

namespace jalur::app {

// Whose people an entry concerns.
enum class Concerns {
  unit_heads,   // of the unit whose work it is
  unit_people,  // operators and heads of that unit
  judges,       // verifiers and coordinators
  verifiers,
  coordinators,
  other_side,     // of a conversation: the judges when a unit wrote, else the unit's people
  all_units,      // every operator and head
  that_unit,      // operators and heads of the unit that the detail `unit` names
  unit_reminded,  // operators of the unit, from the last level on its heads too
  late_judges,    // verifiers, from the last level on coordinators too
};

// The level of a reminder that reaches those above.
inline constexpr std::string_view last_level = "3";

struct NewsRule {
  std::string_view action;
  Concerns concerns;
  std::string_view sentence_id;  // {subject}, {by} and details such as {indicator} stand for those
  std::string_view sentence_en;
  std::string_view only_with = {};  // a detail without which it is no news; empty: always
};

// Nothing: it concerns nobody but those who look at the log.
const NewsRule* news_rule(const ledger::Entry& entry);

// The roles that are told of it.
std::vector<accounts::Role> roles_told(const NewsRule& rule, const ledger::Entry& entry);
// Whether only people of the unit whose work it is are told.
bool is_of_the_unit(const NewsRule& rule, const ledger::Entry& entry);

// One sentence, without the reason; the action itself when no rule knows it.
Text sentence_of(const ledger::Entry& entry);
// What was said with it: a reason or a remark; empty: nothing.
std::string words_of(const ledger::Entry& entry);
// The value of a detail; empty: there is none of that name.
std::string detail_of(const ledger::Entry& entry, std::string_view key);

}  // namespace jalur::app
