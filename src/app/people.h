// The records of people, as the use cases need them: accounts, sessions, one-time links, and what a
// region has chosen. Tokens are known here by their fingerprints only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "accounts/link.h"
#include "accounts/person.h"
#include "accounts/session.h"
#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"
#include "ledger/draft.h"

namespace jalur::app {

struct Account {
  accounts::Person person;
  std::string password_hash;     // empty: none set yet
  std::string factor_secret;     // Base32; empty: no second factor
  std::string factor_begun;      // a secret that waits for its first code
  std::int64_t factor_step = 0;  // the last one that was taken
  std::optional<Instant> signed_in_at;
  std::optional<Instant> link_expires_at;  // of the link that waits to be used

  bool has_factor() const { return !factor_secret.empty(); }
};

struct RegionSettings {
  bool figures_open = false;  // whoever has not signed in may see the figures
  std::vector<accounts::Role> second_factor_for;
  bool operator==(const RegionSettings&) const = default;
};

struct SessionFound {
  Account account;
  accounts::SessionTimes times;
  accounts::Half half = accounts::Half::no;
  RegionSettings settings;
};

struct LinkFound {
  accounts::LinkPurpose purpose = accounts::LinkPurpose::invitation;
  Instant expires_at;
  std::optional<Account> account;  // nothing: for the first coordinator
};

struct PeopleQuery {
  RegionCode region;
  std::string search;  // in the name or the address, no matter the case; empty: all
  std::optional<accounts::Role> role;
  std::string after;  // id of the last person of the page before; empty: from the start
  int limit = 50;
  Instant now;  // links that are over by then are not told
};

struct PeoplePage {
  std::vector<Account> items;  // by name
  std::string next;            // empty: no more
  std::int64_t total = 0;      // that fit the filters
};

// --- what can be changed; a change is a list of these ------------------------------------------

struct AddPerson {
  Account account;
};  // conflict: the address is taken
struct PutProfile {
  accounts::Person person;
};  // name, address, unit, roles, state; conflict as above
struct Activate {
  std::string person;
};  // one that was invited
struct SetPassword {
  std::string person;
  std::string hash;
};
struct SetFactor {
  std::string person;
  std::string secret;
  std::string begun;
};
struct TakeFactorStep {
  std::string person;
  std::int64_t step = 0;
};  // unauthenticated: this one or a later one was taken meanwhile
struct NoteSignIn {
  std::string person;
};
struct OpenSession {
  std::string fingerprint;
  std::string person;
  accounts::Half half = accounts::Half::no;
};  // sessions of the person that are over go
struct EndSession {
  std::string fingerprint;
};
struct EndSessions {
  std::string person;
  std::string except;  // fingerprint; empty: all
};
struct AddLink {
  std::string fingerprint;
  accounts::LinkPurpose purpose = accounts::LinkPurpose::invitation;
  std::string person;  // empty: for the first coordinator
};
struct EndLinks {
  std::string person;  // empty: those for the first coordinator
};
struct UseLink {
  std::string fingerprint;
};  // not_found: used or over by now
struct PutSettings {
  RegionSettings settings;
};
struct KeepACoordinator {};  // conflict: no active coordinator would be left

using Step = std::variant<AddPerson, PutProfile, Activate, SetPassword, SetFactor, TakeFactorStep,
                          NoteSignIn, OpenSession, EndSession, EndSessions, AddLink, EndLinks,
                          UseLink, PutSettings, KeepACoordinator>;

struct PeopleChange {
  RegionCode region;
  Instant at;
  std::vector<ledger::Draft> entries;
  std::vector<Step> steps;
};

// Every call is one transaction; calls may come from any thread. Errors: not_found, conflict,
// unavailable.
class People {
 public:
  virtual ~People() = default;

  virtual Expected<Account> account(const RegionCode& region, const std::string& person,
                                    Instant now) = 0;
  // Across all regions; `email` is folded.
  virtual Expected<Account> account_of(const std::string& email) = 0;
  virtual Expected<PeoplePage> page(const PeopleQuery& query) = 0;
  // Whether it is over is for the caller to see.
  virtual Expected<SessionFound> session(const RegionCode& region,
                                         const std::string& fingerprint) = 0;
  // Only one that still serves.
  virtual Expected<LinkFound> link(const RegionCode& region, const std::string& fingerprint,
                                   Instant now) = 0;
  virtual Expected<RegionSettings> settings(const RegionCode& region) = 0;
  virtual Expected<std::int64_t> active_coordinators(const RegionCode& region) = 0;

  // All steps in their order, and the entries in the region's log, or nothing at all. Changes of
  // one region that carry entries take turns, so none of them misses what another one did.
  virtual Expected<void> carry_out(const PeopleChange& change) = 0;
  // The last use of a session; not worth an entry.
  virtual Expected<void> note_use(const RegionCode& region, const std::string& fingerprint,
                                  Instant at) = 0;
};

}  // namespace jalur::app
