#include "ledger/proof.h"

#include <algorithm>

namespace jalur::ledger {

namespace {

bool stands_in_day(const Proof& proof) {
  return proof.root.first > 0 && proof.entry.sequence >= proof.root.first &&
         proof.entry.sequence <= proof.root.last && proof.root.region == proof.entry.region &&
         day_of(proof.entry.at) == proof.root.day;
}

bool leads_to_root(const Proof& proof) {
  const auto sides = sides_of(proof.position(), proof.root.count());
  const bool shaped = std::equal(sides.begin(), sides.end(), proof.path.begin(), proof.path.end(),
                                 [](Side side, const PathStep& step) { return side == step.side; });
  return shaped && root_over(proof.entry.hash, proof.path) == proof.root.root;
}

}  // namespace

std::optional<Text> fault_of(const Proof& proof, const PublicKey& key) {
  if (proof.entry.hash != hash_of(proof.entry)) {
    return Text{"Isi catatan tidak cocok dengan sidiknya.", "The entry does not fit its hash."};
  }
  if (!stands_in_day(proof)) {
    return Text{"Catatan tidak termasuk hari atau daerah dari akar ini.",
                "The entry is not of the day or the region of this root."};
  }
  if (!leads_to_root(proof)) {
    return Text{"Jalur dari catatan tidak sampai pada akar harian.",
                "The path from the entry does not lead to the root of the day."};
  }
  if (!fits(proof.root.signature, signed_bytes(proof.root), key)) {
    return Text{"Akar harian tidak ditandatangani dengan kunci ini.",
                "The root of the day is not signed with this key."};
  }
  return std::nullopt;
}

}  // namespace jalur::ledger
