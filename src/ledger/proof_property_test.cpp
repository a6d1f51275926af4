// Every proof against every other entry, and trees of every size.
#include "ledger/random_chain.h"

namespace jalur::ledger {

namespace {

Proof proof_of(const Chain& chain, std::size_t at, const std::vector<DayRoot>& roots) {
  for (const DayRoot& root : roots) {
    if (chain[at].sequence > root.last) continue;
    std::vector<Hash> hashes;
    for (auto i = root.first; i <= root.last; ++i) {
      hashes.push_back(chain[static_cast<std::size_t>(i - 1)].hash);
    }
    const auto position = static_cast<std::size_t>(chain[at].sequence - root.first);
    return {chain[at], root, path_of(hashes, position), key().public_key()};
  }
  return {};
}

TEST(ProofProperty, EveryProofHoldsAndFailsForAnotherEntry) {
  prop("proof", [] {
    const Chain chain = any_chain();
    const auto roots = signed_roots(chain);
    for (std::size_t at = 0; at < chain.size(); ++at) {
      Proof proof = proof_of(chain, at, roots);
      RC_ASSERT(!fault_of(proof, key().public_key()));
      RC_ASSERT(fault_of(proof, SigningKey(filled(8)).public_key()).has_value());
      for (const Entry& other : chain) {
        if (other == chain[at]) continue;
        proof.entry = other;
        RC_ASSERT(fault_of(proof, key().public_key()).has_value());
      }
    }
  });
}

TEST(ProofProperty, AnotherPlaceInTheDayDoesNotPass) {
  prop("place", [] {
    const Chain chain = any_chain(2);
    const std::size_t at = between<std::size_t>(1, chain.size());
    Proof proof = proof_of(chain, at, signed_roots(chain));
    proof.root.first += proof.position() == 0 || proof.root.first > 1 ? -1 : 1;
    proof.root.signature = key().sign(signed_bytes(proof.root));  // even by the one who has the key
    const auto sides = sides_of(proof.position(), proof.root.count());
    std::vector<Side> has;
    for (const PathStep& step : proof.path) has.push_back(step.side);
    RC_ASSERT(fault_of(proof, key().public_key()).has_value() == (sides != has));
  });
}

TEST(TreeProperty, TheRootGrownIsTheRootThatThePathsLeadTo) {
  prop("tree", [] {
    std::vector<Hash> digests(between<std::size_t>(1, 70));
    TreeRoot tree;
    for (std::size_t i = 0; i < digests.size(); ++i) {
      digests[i] = hash_of(std::to_string(i));
      tree.add(digests[i]);
    }
    for (std::size_t i = 0; i < digests.size(); ++i) {
      const auto path = path_of(digests, i);
      RC_ASSERT(root_over(digests[i], path) == tree.root());
      const auto sides =
          sides_of(static_cast<std::int64_t>(i), static_cast<std::int64_t>(digests.size()));
      RC_ASSERT(sides.size() == path.size());
      for (std::size_t step = 0; step < path.size(); ++step) {
        RC_ASSERT(sides[step] == path[step].side);
      }
    }
  });
}

}  // namespace

}  // namespace jalur::ledger
