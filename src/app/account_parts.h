// What the use cases of accounts share. Only they include it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/people_use_cases.h"
#include "ledger/draft.h"

namespace jalur::app {

// --- who is behind a token
// -------------------------------------------------------------------------

struct OwnSession {
  std::string fingerprint;
  SessionFound found;
  const accounts::Person& person() const { return found.account.person; }
};
// Errors: unauthenticated when there is no such session, it is over, its person may not sign in, or
// it is not of this half.
Expected<OwnSession> own_session(House& house, const std::string& token, accounts::Half half);

// With only the roles that count.
accounts::Caller caller_from(const SessionFound& found, const RegionUnits& units);
Expected<Standing> standing_of(House& house, const SessionFound& found);

tl::unexpected<Error> not_signed_in();

// A session for that account, with the step that opens it.
struct NewSession {
  std::string token;
  OpenSession step;
};
NewSession new_session(House& house, const accounts::Person& person, accounts::Half half);
// The session just opened, as it is from now on.
Expected<Opened> opened(House& house, NewSession session);

// --- links
// -----------------------------------------------------------------------------------------

// Errors: not_found, with what to do next.
Expected<LinkFound> find_link(House& house, const std::string& token);

struct NewLink {
  MadeLink made;
  AddLink step;
};
// `person` empty: for the first coordinator.
NewLink new_link(House& house, const RegionCode& region, const std::string& person,
                 accounts::LinkPurpose purpose, Instant now);

// --- the log
// ---------------------------------------------------------------------------------------

using Details = std::vector<std::pair<std::string, std::string>>;

ledger::Actor actor_of(const accounts::Person& person);  // who looks after their own account
ledger::Actor program();  // nobody in person: the server at its start, its command line
// About a person.
ledger::Draft entry_about(ledger::Actor by, std::string action, const accounts::Person& person,
                          Details details);
std::string roles_text(const std::vector<accounts::HeldRole>& roles);

// --- people
// ----------------------------------------------------------------------------------------

std::string new_id(House& house);
// Whether every unit that is named is one of the region's. Errors: invalid_input on the fields of
// the API.
Expected<void> check_units(const accounts::PersonGiven& given, const RegionUnits& units);

}  // namespace jalur::app
