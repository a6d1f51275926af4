#include <map>
#include <set>

#include "app/evidence_use_cases.h"

namespace jalur::app {

Expected<EvidenceCheck> verify_evidence(House& house, const Progress& progress) {
  std::map<std::string, FileRecord> records;  // regions that have the same file share it
  const auto read = house.evidence.each_file(
      [&](const FileRecord& record) { records.emplace(record.hash, record); });
  if (!read) return tl::unexpected(read.error());
  EvidenceCheck check;
  const auto all = static_cast<std::int64_t>(records.size());
  for (const auto& [hash, record] : records) {
    const auto state = house.files.check(hash);
    if (!state) return tl::unexpected(state.error());
    if (*state != FileState::whole) check.damaged.push_back({record, *state});
    if (progress) progress(++check.files, all);
  }
  check.files = all;
  const auto kept = house.files.kept();
  if (!kept) return tl::unexpected(kept.error());
  for (const std::string& hash : *kept)
    if (!records.contains(hash)) check.unknown.push_back(hash);
  return check;
}

}  // namespace jalur::app
