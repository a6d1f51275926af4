// What a use case hands in for the log: who did what to what. The store makes an entry of it in the
// transaction that carries the change.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace jalur::ledger {

// Who does something. Without a person: the program itself, or its command line.
struct Actor {
  std::string person;  // id
  std::string name;    // as it was then
  std::string role;    // word of the role it is done in; empty: none

  bool operator==(const Actor&) const = default;
};

struct Draft {
  Actor by;
  std::string action;                                        // "claim.saved"
  std::string subject;                                       // id of what is touched
  std::string subject_text;                                  // its name, as it is then
  std::vector<std::pair<std::string, std::string>> details;  // by key, each key once
};

}  // namespace jalur::ledger
