// Whether a region's log is whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ledger/day_root.h"
#include "ledger/entry.h"

namespace jalur::ledger {

// What is kept beside the entries of the last one.
struct Head {
  std::int64_t sequence = 0;
  Hash hash{};

  bool operator==(const Head&) const = default;
};

// The first that is wrong.
struct Break {
  std::int64_t sequence = 0;  // of the entry; of the first of the day, where a day's root is wrong
  Text text;

  bool operator==(const Break&) const = default;
};

// Checks entry by entry and remembers only the last. After a break it has nothing more to say.
class ChainCheck {
 public:
  ChainCheck() = default;
  // Goes on behind an entry that is known to be right.
  explicit ChainCheck(const Entry& last)
      : sequence_(last.sequence), hash_(last.hash), at_(last.at) {}

  std::optional<Break> add(const Entry& entry);
  // To be asked after the last entry. Without a head there must be no entry.
  std::optional<Break> compare(const std::optional<Head>& head) const;

  std::int64_t entries() const { return sequence_; }  // that are right
  const Hash& hash() const { return hash_; }          // of the last of them

 private:
  std::int64_t sequence_ = 0;
  Hash hash_{};
  Instant at_ = Instant::min();
};

// An entry whose column holds what Jalur never writes.
Break unreadable_entry(std::int64_t sequence, std::string_view column);
// The same in the root of a day; `day` as it stands there.
Break unreadable_root(std::int64_t first, std::string_view day);

// Holds the kept roots, in the order of their days, against those that the entries give. Days at
// the end may still be without a root; none before them may.
std::optional<Break> compare_roots(const std::vector<DayRoot>& reckoned,
                                   const std::vector<DayRoot>& kept, const PublicKey& key);

}  // namespace jalur::ledger
