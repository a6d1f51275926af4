// The log on SQL. Whatever changes something appends to it within its own transaction; the rest is
// behind the Journal port. Every function runs inside a transaction that the caller holds, and
// throws what SOCI throws.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/journal.h"
#include "base/error.h"
#include "ledger/draft.h"
#include "store/database.h"

namespace jalur::store {

// ledger.cpp
// Makes the region's next entry and gives its sequence. From here to the end of the transaction
// other writers of the region's log wait, so it is best done last. An instant earlier than that of
// the entry before becomes that one.
std::int64_t append_to_ledger(Session& session, const RegionCode& region, ledger::Draft draft,
                              Instant at);
void end_days_before(Session& session, const RegionCode& region, Instant instant);
void keep_root(Session& session, const ledger::DayRoot& root);

// ledger_reading.cpp
Expected<app::LedgerPage> read_ledger_page(Session& session, const app::LedgerQuery& query);
std::vector<RegionCode> read_ledger_regions(Session& session);
app::LedgerState read_ledger(Session& session, const RegionCode& region, std::int64_t first,
                             const std::function<bool(const app::StoredEntry&)>& take);
std::optional<ledger::Head> read_ledger_head(Session& session, const RegionCode& region);
std::optional<ledger::DayRoot> read_root(Session& session, const RegionCode& region,
                                         std::optional<std::int64_t> sequence);

}  // namespace jalur::store
