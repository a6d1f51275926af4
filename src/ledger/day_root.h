// The root of a region's day: what a signature stands under.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/signing.h"

namespace jalur::ledger {

// A day (UTC) with at least one entry.
struct DayRoot {
  RegionCode region;
  Date day;
  std::int64_t first = 0;  // sequence of the day's first entry
  std::int64_t last = 0;   // and of its last
  Hash root{};             // of the tree over the hashes of its entries
  Hash previous_root{};    // of the region's day with entries before this; zero: none
  Signature signature{};

  std::int64_t count() const { return last - first + 1; }
  bool operator==(const DayRoot&) const = default;
};

Date day_of(Instant at);

// The bytes that are signed: everything except the signature.
std::string signed_bytes(const DayRoot& root);

// The roots of the days of a chain, without signatures, while its entries come in order.
class DayRoots {
 public:
  explicit DayRoots(const Hash& previous_root = {}) : previous_root_(previous_root) {}

  void add(const Entry& entry);
  // The day that was begun last is among them, as far as it came.
  std::vector<DayRoot> all() const;

 private:
  DayRoot open_root() const;

  Hash previous_root_;
  std::vector<DayRoot> finished_;
  DayRoot open_;
  TreeRoot tree_;  // of the open day
};

}  // namespace jalur::ledger
