// The port to the log of every region. Entries are written by the ports that change something, in
// the transaction of the change; here they are read, and the roots of finished days are kept.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"
#include "base/limits.h"
#include "ledger/chain.h"

namespace jalur::app {

struct LedgerQuery {
  RegionCode region;
  std::optional<std::string> person;  // id
  std::optional<std::string> action;
  std::optional<std::string> subject;  // id
  std::optional<Date> from;            // first day (UTC)
  std::optional<Date> to;              // last day
  std::string after;                   // the `next` of the page before; empty: from the newest on
  int limit = limits::page_default;
};

struct LedgerPage {
  std::vector<ledger::Entry> items;  // newest first
  std::string next;                  // empty: no more
};

// An entry as it stands on disk. Somebody may have put there what is no entry.
struct StoredEntry {
  std::int64_t sequence = 0;
  std::optional<ledger::Entry> entry;
  std::string unreadable;  // without an entry: the column that holds what Jalur never writes
};

// The root of a day as it stands on disk.
struct StoredRoot {
  std::string day;
  std::int64_t first = 0;
  std::optional<ledger::DayRoot> root;
};

// What stands beside the entries.
struct LedgerState {
  std::optional<ledger::Head> head;
  std::vector<StoredRoot> roots;  // by day
};

// Every call sees one state of the log. Calls may come from any thread. Errors: unavailable.
class Journal {
 public:
  virtual ~Journal() = default;

  virtual Expected<LedgerPage> page(const LedgerQuery& query) = 0;

  // Regions that have a log, by code.
  virtual Expected<std::vector<RegionCode>> regions() = 0;

  // Calls `take` with every entry from the sequence `first` on, in order, streaming, until it
  // answers false. The state is that of the same moment.
  virtual Expected<LedgerState> read(const RegionCode& region, std::int64_t first,
                                     const std::function<bool(const StoredEntry&)>& take) = 0;

  virtual Expected<std::optional<ledger::Head>> head(const RegionCode& region) = 0;

  // The root of the day with this entry; of the newest day that has one, for no entry.
  virtual Expected<std::optional<ledger::DayRoot>> root(const RegionCode& region,
                                                        std::optional<std::int64_t> sequence) = 0;

  // From now on no entry of the region is earlier than this: it gets this time instead.
  virtual Expected<void> end_days_before(const RegionCode& region, Instant instant) = 0;

  // A root that is there already stays as it is.
  virtual Expected<void> keep(const ledger::DayRoot& root) = 0;
};

}  // namespace jalur::app
