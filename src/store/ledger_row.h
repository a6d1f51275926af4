// The rows of the log's tables as they stand in columns. Whoever checks the log wants to know of a
// row that is none, so reading one says so instead of throwing.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/journal.h"
#include "store/query.h"

namespace jalur::store {

// JSON with the keys in order: {"from":"1","to":"2"}.
std::string packed(const std::vector<std::pair<std::string, std::string>>& details);

struct EntryRow {
  static const std::string columns;

  std::int64_t sequence = 0;
  std::string at;
  std::optional<std::string> person;
  std::string name, role, action, subject, subject_text, details, previous, hash;

  EntryRow() = default;
  explicit EntryRow(const ledger::Entry& entry);
  void give(Query& query) const;
  void take(Query& query);
  app::StoredEntry as_entry(const RegionCode& region) const;
  // For whoever shows it. Throws Damaged.
  ledger::Entry entry(const RegionCode& region) const;
};

struct RootRow {
  static const std::string columns;

  std::string day;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string root, previous_root, signature;

  void take(Query& query);
  app::StoredRoot as_root(const RegionCode& region) const;
};

}  // namespace jalur::store
