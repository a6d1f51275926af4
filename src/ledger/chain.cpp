#include "ledger/chain.h"

#include <fmt/format.h>

namespace jalur::ledger {

namespace {

Break missing_at(std::int64_t sequence) {
  return {sequence,
          {fmt::format("Catatan {} tidak ada; nomor catatan harus berurutan.", sequence),
           fmt::format("Entry {} is missing; entries are numbered without gaps.", sequence)}};
}

Break twice_at(std::int64_t sequence) {
  return {sequence,
          {fmt::format("Catatan {} ada dua kali.", sequence),
           fmt::format("Entry {} is there twice.", sequence)}};
}

Break not_linked(std::int64_t sequence) {
  return {sequence,
          {fmt::format("Catatan {} tidak menyambung pada catatan sebelumnya: sidik catatan "
                       "sebelumnya yang tersimpan di dalamnya berbeda.",
                       sequence),
           fmt::format("Entry {} does not follow the entry before it: it holds another hash of it.",
                       sequence)}};
}

Break changed(std::int64_t sequence) {
  return {sequence,
          {fmt::format("Isi catatan {} tidak cocok dengan sidiknya: catatan ini diubah setelah "
                       "ditulis.",
                       sequence),
           fmt::format("Entry {} does not fit its hash: it was changed after it was written.",
                       sequence)}};
}

Break too_early(std::int64_t sequence) {
  return {sequence,
          {fmt::format("Catatan {} lebih awal daripada catatan sebelumnya.", sequence),
           fmt::format("Entry {} is earlier than the entry before it.", sequence)}};
}

Break cut_off(std::int64_t sequence, std::int64_t head) {
  return {sequence,
          {fmt::format("Catatan {} sampai {} tidak ada; kepala rantai menyebut {} catatan.",
                       sequence, head, head),
           fmt::format("Entries {} to {} are missing; the head of the chain counts {}.", sequence,
                       head, head)}};
}

Break beyond_head(std::int64_t sequence, std::int64_t head) {
  return {
      sequence,
      {fmt::format("Catatan {} ada, padahal kepala rantai menyebut {} catatan.", sequence, head),
       fmt::format("Entry {} is there, but the head of the chain counts {}.", sequence, head)}};
}

Break other_head(std::int64_t sequence) {
  return {
      sequence,
      {fmt::format("Kepala rantai menyimpan sidik lain untuk catatan terakhir, {}.", sequence),
       fmt::format("The head of the chain holds another hash of the last entry, {}.", sequence)}};
}

// A sentence about a day's root.
Break of_day(const DayRoot& root, const char* indonesian, const char* english) {
  const std::string day = to_string(root.day);
  return {root.first,
          {fmt::format("Akar harian {} {}.", day, indonesian),
           fmt::format("The root of the day {} {}.", day, english)}};
}

std::optional<Break> compare_root(const DayRoot& reckoned, const DayRoot& kept,
                                  const PublicKey& key) {
  if (kept.first != reckoned.first || kept.last != reckoned.last || kept.root != reckoned.root) {
    return of_day(kept, "tidak cocok dengan catatan hari itu",
                  "does not fit the entries of that day");
  }
  if (kept.previous_root != reckoned.previous_root) {
    return of_day(kept, "tidak menyambung pada akar hari sebelumnya",
                  "does not follow the root of the day before it");
  }
  if (!fits(kept.signature, signed_bytes(kept), key)) {
    return of_day(kept, "tidak ditandatangani dengan kunci ini", "is not signed with this key");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Break> ChainCheck::add(const Entry& entry) {
  const std::int64_t expected = sequence_ + 1;
  if (entry.sequence < expected) return twice_at(entry.sequence);
  if (entry.sequence > expected) return missing_at(expected);
  if (entry.previous != hash_) return not_linked(expected);
  if (entry.hash != hash_of(entry)) return changed(expected);
  if (entry.at < at_) return too_early(expected);
  sequence_ = expected;
  hash_ = entry.hash;
  at_ = entry.at;
  return std::nullopt;
}

std::optional<Break> ChainCheck::compare(const std::optional<Head>& head) const {
  const Head kept = head.value_or(Head{});
  if (kept.sequence > sequence_) return cut_off(sequence_ + 1, kept.sequence);
  if (kept.sequence < sequence_) return beyond_head(kept.sequence + 1, kept.sequence);
  if (kept.hash != hash_) return other_head(sequence_);
  return std::nullopt;
}

Break unreadable_entry(std::int64_t sequence, std::string_view column) {
  return {sequence,
          {fmt::format("Catatan {} memuat isi yang tidak pernah ditulis Jalur (kolom {}).",
                       sequence, column),
           fmt::format("Entry {} holds what Jalur never writes (column {}).", sequence, column)}};
}

Break unreadable_root(std::int64_t first, std::string_view day) {
  return {first,
          {fmt::format("Akar harian \"{}\" memuat isi yang tidak pernah ditulis Jalur.", day),
           fmt::format("The root of the day \"{}\" holds what Jalur never writes.", day)}};
}

std::optional<Break> compare_roots(const std::vector<DayRoot>& reckoned,
                                   const std::vector<DayRoot>& kept, const PublicKey& key) {
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i == reckoned.size()) {
      return of_day(kept[i], "ada, tetapi catatan hari itu tidak ada",
                    "is there, but the entries of that day are not");
    }
    if (kept[i].day > reckoned[i].day) return of_day(reckoned[i], "tidak ada", "is missing");
    if (kept[i].day < reckoned[i].day) {
      return of_day(kept[i], "ada, tetapi catatan hari itu tidak ada",
                    "is there, but the entries of that day are not");
    }
    if (auto broken = compare_root(reckoned[i], kept[i], key)) return broken;
  }
  return std::nullopt;
}

}  // namespace jalur::ledger
