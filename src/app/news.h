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
  other_side,  // of a conversation: the judges when a unit wrote, else the unit's people
  all_units,   // every operator and head
  that_unit,   // of the unit that the entry is about
};

struct NewsRule {
  std::string_view action;
  Concerns concerns;
  std::string_view sentence_id;  // {subject}, {by} and {indicator} stand for those
  std::string_view sentence_en;
};

// Nothing: it concerns nobody but those who look at the log.
const NewsRule* news_rule(std::string_view action);

// Roles that are told, of an entry that was made in the role `by`.
std::vector<accounts::Role> roles_told(Concerns concerns, std::string_view by);
// Whether only people of the unit whose work it is are told.
bool is_of_the_unit(Concerns concerns, std::string_view by);

// One sentence, without the reason; the action itself when no rule knows it.
Text sentence_of(const ledger::Entry& entry);
// What was said with it: a reason or a remark; empty: nothing.
std::string words_of(const ledger::Entry& entry);
// The value of a detail; empty: there is none of that name.
std::string detail_of(const ledger::Entry& entry, std::string_view key);

}  // namespace jalur::app
