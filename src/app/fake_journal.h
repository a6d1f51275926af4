// For tests: the Journal port in memory. What is kept can be tampered with.
#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "app/journal.h"
#include "ledger/entry.h"

namespace jalur::app {

class FakeJournal : public Journal {
 public:
  struct Log {
    std::vector<ledger::Entry> entries;
    std::optional<ledger::Head> head;
    Instant not_before = Instant::min();
    std::vector<ledger::DayRoot> roots;
  };

  // Not part of the port: what stores do within their transactions.
  void append(const RegionCode& region, ledger::Draft draft, Instant at) {
    const std::scoped_lock lock(mutex_);
    Log& log = logs_[region];
    const ledger::Head head = log.head.value_or(ledger::Head{});
    log.not_before = std::max(at, log.not_before);
    log.entries.push_back(
        ledger::entry_from(std::move(draft), region, head.sequence + 1, log.not_before, head.hash));
    log.head = ledger::Head{head.sequence + 1, log.entries.back().hash};
  }

  Log& log(const RegionCode& region) { return logs_[region]; }

  Expected<LedgerPage> page(const LedgerQuery& query) override {
    const std::scoped_lock lock(mutex_);
    LedgerPage page;
    const auto& entries = logs_[query.region].entries;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
      if (!query.after.empty() && entry->sequence >= std::stoll(query.after)) continue;
      if (!fits(*entry, query)) continue;
      if (static_cast<int>(page.items.size()) == query.limit) {
        page.next = std::to_string(page.items.back().sequence);
        break;
      }
      page.items.push_back(*entry);
    }
    return page;
  }

  Expected<std::vector<RegionCode>> regions() override {
    const std::scoped_lock lock(mutex_);
    std::vector<RegionCode> regions;
    for (const auto& [region, log] : logs_) {
      if (log.head) regions.push_back(region);
    }
    return regions;
  }

  Expected<LedgerState> read(const RegionCode& region, std::int64_t first,
                             const std::function<bool(const StoredEntry&)>& take) override {
    const std::scoped_lock lock(mutex_);
    const Log& log = logs_[region];
    for (const ledger::Entry& entry : log.entries) {
      if (entry.sequence >= first && !take({entry.sequence, entry, {}})) break;
    }
    LedgerState state{log.head, {}};
    for (const ledger::DayRoot& root : log.roots) {
      state.roots.push_back({to_string(root.day), root.first, root});
    }
    return state;
  }

  Expected<std::optional<ledger::Head>> head(const RegionCode& region) override {
    const std::scoped_lock lock(mutex_);
    return logs_[region].head;
  }

  Expected<std::optional<ledger::DayRoot>> root(const RegionCode& region,
                                                std::optional<std::int64_t> sequence) override {
    const std::scoped_lock lock(mutex_);
    std::optional<ledger::DayRoot> found;
    for (const ledger::DayRoot& root : logs_[region].roots) {
      if (!sequence || (root.first <= *sequence && *sequence <= root.last)) found = root;
    }
    return found;
  }

  Expected<void> end_days_before(const RegionCode& region, Instant instant) override {
    const std::scoped_lock lock(mutex_);
    logs_[region].not_before = std::max(instant, logs_[region].not_before);
    return {};
  }

  Expected<void> keep(const ledger::DayRoot& root) override {
    const std::scoped_lock lock(mutex_);
    logs_[root.region].roots.push_back(root);
    return {};
  }

 private:
  static bool fits(const ledger::Entry& entry, const LedgerQuery& query) {
    const Date day = ledger::day_of(entry.at);
    return (!query.person || *query.person == entry.by.person) &&
           (!query.action || *query.action == entry.action) &&
           (!query.subject || *query.subject == entry.subject) &&
           (!query.from || day >= *query.from) && (!query.to || day <= *query.to);
  }

  std::mutex mutex_;
  std::map<RegionCode, Log> logs_;
};

}  // namespace jalur::app
