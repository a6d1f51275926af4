// One line of a region's log.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "ledger/draft.h"
#include "ledger/hash.h"

namespace jalur::ledger {

struct Entry {
  RegionCode region;
  std::int64_t sequence = 0;  // from 1, without gaps
  Instant at;                 // never earlier than that of the entry before
  Actor by;
  std::string action;
  std::string subject;
  std::string subject_text;
  std::vector<std::pair<std::string, std::string>> details;  // by key
  Hash previous{};                                           // hash of the entry before
  Hash hash{};                                               // of all above

  bool operator==(const Entry&) const = default;
};

// A key that the draft has twice counts once, as first told.
Entry entry_from(Draft draft, const RegionCode& region, std::int64_t sequence, Instant at,
                 const Hash& previous);

// The hash that the entry ought to have. How it is made is told in docs/algorithms/ledger.md.
Hash hash_of(const Entry& entry);

}  // namespace jalur::ledger
