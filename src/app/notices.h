// The port to what people are told of. A notice is an entry of the log that concerns somebody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounts/permission.h"
#include "base/error.h"
#include "base/ids.h"
#include "base/limits.h"
#include "ledger/entry.h"

namespace jalur::app {

// Everybody who is active and holds one of the roles, for one of the units if any are given, except
// whoever did it.
struct Audience {
  std::vector<accounts::Role> roles;
  std::vector<std::string> units;  // ids; empty: whatever the unit
  std::string except;              // id of a person
};

struct News {
  std::int64_t sequence = 0;  // of the entry
  Audience audience;
};

struct Telling {
  RegionCode region;
  std::int64_t after = 0;  // entries up to this one were told
  std::int64_t up_to = 0;  // now up to this one
  std::vector<News> news;
};

// The submission that an entry is about, as it stands now.
struct AboutSubmission {
  std::string unit;  // empty for the government's own rows
  int year = 0;
  bool of_government = false;
};

struct Notice {
  ledger::Entry entry;
  std::optional<AboutSubmission> submission;  // nothing: it is about something else, or it is gone
};

struct NoticePage {
  std::vector<Notice> items;    // newest first
  std::int64_t next = 0;        // sequence of the last one; 0: no more
  std::int64_t unread = 0;      // at most limits::unread_counted
  std::int64_t read_up_to = 0;  // sequence; later ones are unread
};

// Every call is one transaction. Calls may come from any thread. Errors: unavailable.
class Notices {
 public:
  virtual ~Notices() = default;

  // The last entry of the log that people were told of; nothing: never yet.
  virtual Expected<std::optional<std::int64_t>> told_up_to(const RegionCode& region) = 0;
  // All of it once, and gives the number of notices: when somebody else has told these entries
  // meanwhile, nothing is done. A region that was never told anything begins with `up_to`.
  virtual Expected<std::int64_t> tell(const Telling& telling) = 0;
  // `before`: the `next` of the page before; 0: from the newest on.
  virtual Expected<NoticePage> page(const RegionCode& region, const std::string& person,
                                    std::int64_t before, int limit) = 0;
  // Never back.
  virtual Expected<void> read_up_to(const RegionCode& region, const std::string& person,
                                    std::int64_t sequence) = 0;
};

}  // namespace jalur::app
