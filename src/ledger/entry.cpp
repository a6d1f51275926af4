#include "ledger/entry.h"

#include <algorithm>

namespace jalur::ledger {

Entry entry_from(Draft draft, const RegionCode& region, std::int64_t sequence, Instant at,
                 const Hash& previous) {
  auto& details = draft.details;
  std::stable_sort(details.begin(), details.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  details.erase(std::unique(details.begin(), details.end(),
                            [](const auto& a, const auto& b) { return a.first == b.first; }),
                details.end());
  Entry entry{region,
              sequence,
              at,
              std::move(draft.by),
              std::move(draft.action),
              std::move(draft.subject),
              std::move(draft.subject_text),
              std::move(details),
              previous,
              {}};
  entry.hash = hash_of(entry);
  return entry;
}

Hash hash_of(const Entry& entry) {
  Encoding encoding("jalur.ledger-entry/1");
  encoding.text(entry.region.str()).number(entry.sequence).text(to_string(entry.at));
  encoding.text(entry.by.person).text(entry.by.name).text(entry.by.role);
  encoding.text(entry.action).text(entry.subject).text(entry.subject_text);
  encoding.number(static_cast<std::int64_t>(entry.details.size()));
  for (const auto& [key, value] : entry.details) encoding.text(key).text(value);
  encoding.digest(entry.previous);
  return hash_of(encoding.bytes());
}

}  // namespace jalur::ledger
