// A hash tree over a list of digests, shaped as in RFC 6962, section 2.1: a leaf is the hash of a
// byte 0 and the digest, a node the hash of a byte 1 and its two children, and the left child holds
// as many leaves as the largest power of two that leaves some for the right.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/hash.h"

namespace jalur::ledger {

// Reckons the root while the digests come, keeping one node per size.
class TreeRoot {
 public:
  void add(const Hash& digest);
  // Zero while nothing was added.
  Hash root() const;

 private:
  struct Node {
    std::int64_t leaves = 0;
    Hash hash{};
  };
  std::vector<Node> nodes_;  // complete trees, largest first
};

enum class Side : std::uint8_t { left, right };

// A sibling on the way from a leaf to the root, and on which side it stands.
struct PathStep {
  Side side = Side::left;
  Hash hash{};

  bool operator==(const PathStep&) const = default;
};

// From the leaf up. `position` from 0, below the number of digests.
std::vector<PathStep> path_of(std::span<const Hash> digests, std::size_t position);

// The sides that the path of that leaf must have.
std::vector<Side> sides_of(std::int64_t position, std::int64_t count);

// Where the path leads.
Hash root_over(const Hash& digest, std::span<const PathStep> path);

}  // namespace jalur::ledger
