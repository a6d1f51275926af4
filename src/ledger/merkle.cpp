#include "ledger/merkle.h"

#include <bit>
#include <string>

namespace jalur::ledger {

namespace {

void append(std::string& bytes, const Hash& hash) {
  for (const std::uint8_t byte : hash) bytes += static_cast<char>(byte);
}

Hash leaf(const Hash& digest) {
  std::string bytes(1, '\0');
  append(bytes, digest);
  return hash_of(bytes);
}

Hash node(const Hash& left, const Hash& right) {
  std::string bytes(1, '\1');
  append(bytes, left);
  append(bytes, right);
  return hash_of(bytes);
}

// How many leaves stand in the left half; for two leaves or more.
std::uint64_t left_of(std::uint64_t leaves) { return std::bit_floor(leaves - 1); }

Hash root_of(std::span<const Hash> digests) {
  TreeRoot tree;
  for (const Hash& digest : digests) tree.add(digest);
  return tree.root();
}

}  // namespace

void TreeRoot::add(const Hash& digest) {
  nodes_.push_back({1, leaf(digest)});
  while (nodes_.size() > 1 && nodes_[nodes_.size() - 2].leaves == nodes_.back().leaves) {
    const Node right = nodes_.back();
    nodes_.pop_back();
    nodes_.back() = {2 * right.leaves, node(nodes_.back().hash, right.hash)};
  }
}

Hash TreeRoot::root() const {
  if (nodes_.empty()) return {};
  Hash hash = nodes_.back().hash;
  for (auto left = nodes_.rbegin() + 1; left != nodes_.rend(); ++left)
    hash = node(left->hash, hash);
  return hash;
}

std::vector<PathStep> path_of(std::span<const Hash> digests, std::size_t position) {
  if (digests.size() < 2) return {};
  const std::size_t half = left_of(digests.size());
  const auto left = digests.first(half);
  const auto right = digests.subspan(half);
  const bool is_left = position < half;
  auto path = is_left ? path_of(left, position) : path_of(right, position - half);
  path.push_back(is_left ? PathStep{Side::right, root_of(right)}
                         : PathStep{Side::left, root_of(left)});
  return path;
}

std::vector<Side> sides_of(std::int64_t position, std::int64_t count) {
  if (count < 2) return {};
  const auto half = static_cast<std::int64_t>(left_of(static_cast<std::uint64_t>(count)));
  const bool is_left = position < half;
  auto sides = is_left ? sides_of(position, half) : sides_of(position - half, count - half);
  sides.push_back(is_left ? Side::right : Side::left);
  return sides;
}

Hash root_over(const Hash& digest, std::span<const PathStep> path) {
  Hash hash = leaf(digest);
  for (const PathStep& step : path) {
    hash = step.side == Side::left ? node(step.hash, hash) : node(hash, step.hash);
  }
  return hash;
}

}  // namespace jalur::ledger
