// That one entry stands under the signed root of its day, to be checked by anybody who knows the
// public key, without the rest of the log.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.h"
#include "ledger/day_root.h"
#include "ledger/entry.h"
#include "ledger/merkle.h"

namespace jalur::ledger {

struct Proof {
  Entry entry;
  DayRoot root;
  std::vector<PathStep> path;
  PublicKey key{};  // that the root is said to be signed with

  std::int64_t position() const { return entry.sequence - root.first; }  // among the day's, from 0
  bool operator==(const Proof&) const = default;
};

// What does not hold; nothing when the proof is good under that key.
std::optional<Text> fault_of(const Proof& proof, const PublicKey& key);

}  // namespace jalur::ledger
