#include <fmt/format.h>

#include "app/use_cases.h"

namespace jalur::app {

namespace {

tl::unexpected<Error> without_root(const std::optional<ledger::Head>& head, std::int64_t sequence) {
  const std::string number = std::to_string(sequence);
  if (!head || sequence < 1 || sequence > head->sequence) {
    return fail(
        ErrorCode::not_found,
        {fmt::format("tidak ada catatan {}; yang ada: 1 sampai {}", number,
                     head ? head->sequence : 0),
         fmt::format("there is no entry {}; there are 1 to {}", number, head ? head->sequence : 0)},
        "sequence", number);
  }
  return fail(ErrorCode::conflict,
              {"hari dari catatan ini belum ditandatangani; itu terjadi paling lambat satu jam "
               "setelah harinya (UTC) selesai",
               "the day of this entry is not signed yet; that happens within an hour after the day "
               "(UTC) is over"},
              "sequence", number);
}

tl::unexpected<Error> broken(std::int64_t sequence) {
  return fail(ErrorCode::conflict,
              {"catatan hari ini tidak lagi cocok dengan akarnya; periksa jejak ini",
               "the entries of that day no longer fit its root; verify this log"},
              "sequence", std::to_string(sequence));
}

}  // namespace

Expected<ledger::Proof> prove_entry(House& house, const RegionCode& region, std::int64_t sequence) {
  const auto root = house.journal.root(region, sequence);
  if (!root) return tl::unexpected(root.error());
  if (!*root) {
    const auto head = house.journal.head(region);
    if (!head) return tl::unexpected(head.error());
    return without_root(*head, sequence);
  }
  ledger::Proof proof{{}, **root, {}, house.ledger_key.public_key()};
  std::vector<ledger::Hash> hashes;
  const auto read = house.journal.read(region, proof.root.first, [&](const StoredEntry& stored) {
    if (!stored.entry || stored.sequence > proof.root.last) return false;
    hashes.push_back(stored.entry->hash);
    if (stored.sequence == sequence) proof.entry = *stored.entry;
    return stored.sequence < proof.root.last;
  });
  if (!read) return tl::unexpected(read.error());
  if (static_cast<std::int64_t>(hashes.size()) != proof.root.count()) return broken(sequence);
  proof.path = ledger::path_of(hashes, static_cast<std::size_t>(sequence - proof.root.first));
  if (fault_of(proof, proof.key)) return broken(sequence);
  return proof;
}

}  // namespace jalur::app
