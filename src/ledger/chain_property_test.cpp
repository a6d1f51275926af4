// Random chains, and what was done to them behind the log's back. RapidCheck prints the seed of
// each run; RC_PARAMS="seed=123 max_success=1000" runs it again.
#include <functional>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "ledger/chain.h"
#include "ledger/proof.h"

namespace jalur::ledger {

namespace {

using Chain = std::vector<Entry>;

Hash filled(std::uint8_t byte) {
  Hash bytes{};
  bytes.fill(byte);
  return bytes;
}

const SigningKey& key() {
  static const SigningKey one(filled(7));
  return one;
}

// From `least` to below `end`, all alike from the first case on.
template <class Number>
Number between(Number least, Number end) {
  return *rc::gen::resize(100, rc::gen::inRange(least, end));
}

std::string any_text() { return *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ')); }

Draft any_draft() {
  Draft draft{{any_text(), any_text(), any_text()}, any_text(), any_text(), any_text(), {}};
  const int details = between(1, 4);
  for (int i = 0; i < details; ++i) draft.details.emplace_back(std::to_string(i), any_text());
  return draft;
}

Chain any_chain(int least = 1, int least_hours = 0) {
  Chain chain;
  const int length = between(least, 20);
  Instant at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 20);
  for (int i = 0; i < length; ++i) {
    at += std::chrono::hours(between(least_hours, 30));
    chain.push_back(entry_from(any_draft(), *RegionCode::parse("14.01"), i + 1, at,
                               chain.empty() ? Hash{} : chain.back().hash));
  }
  return chain;
}

Head head_of(const Chain& chain) { return {chain.back().sequence, chain.back().hash}; }

std::optional<Break> check(const Chain& chain, const Head& head) {
  ChainCheck checking;
  for (const Entry& entry : chain) {
    if (auto broken = checking.add(entry)) return broken;
  }
  return checking.compare(head);
}

std::vector<DayRoot> signed_roots(const Chain& chain) {
  DayRoots days;
  for (const Entry& entry : chain) days.add(entry);
  auto roots = days.all();
  for (DayRoot& root : roots) root.signature = key().sign(signed_bytes(root));
  return roots;
}

std::size_t place_in(const Chain& chain) { return between<std::size_t>(0, chain.size()); }

void flip(std::string& text) {
  const char byte = static_cast<char>(between(0, 256));
  const auto at = between<std::size_t>(0, text.size() + 1);
  if (at == text.size()) {
    text += byte;
  } else {
    RC_PRE(text[at] != byte);
    text[at] = byte;
  }
}

void flip(Hash& hash) {
  hash[between<std::size_t>(0, hash.size())] ^= static_cast<std::uint8_t>(between(1, 256));
}

const std::vector<std::function<void(Entry&)>>& changes() {
  static const std::vector<std::function<void(Entry&)>> all{
      [](Entry& entry) { entry.region = *RegionCode::parse("14.02"); },
      [](Entry& entry) { entry.sequence += *rc::gen::element(-1, 1, 256); },
      [](Entry& entry) { entry.at += std::chrono::milliseconds(*rc::gen::element(-1, 1, 1000)); },
      [](Entry& entry) { flip(entry.by.person); },
      [](Entry& entry) { flip(entry.by.name); },
      [](Entry& entry) { flip(entry.by.role); },
      [](Entry& entry) { flip(entry.action); },
      [](Entry& entry) { flip(entry.subject); },
      [](Entry& entry) { flip(entry.subject_text); },
      [](Entry& entry) { flip(entry.details.front().first); },
      [](Entry& entry) { flip(entry.details.back().second); },
      [](Entry& entry) { entry.details.emplace_back("9", ""); },
      [](Entry& entry) { flip(entry.previous); },
      [](Entry& entry) { flip(entry.hash); }};
  return all;
}

void prop(const char* says, const std::function<void()>& body) {
  EXPECT_TRUE(rc::check(says, body));
}

TEST(ChainProperty, WhatWasWrittenIsWhole) {
  prop("whole", [] {
    const Chain chain = any_chain();
    RC_ASSERT(!check(chain, head_of(chain)));
    const auto roots = signed_roots(chain);
    RC_ASSERT(!compare_roots(roots, roots, key().public_key()));
  });
}

TEST(ChainProperty, AnyChangedByteOfAnyFieldIsFound) {
  for (std::size_t field = 0; field < changes().size(); ++field) {
    prop(("field " + std::to_string(field)).c_str(), [field] {
      Chain chain = any_chain();
      const Head head = head_of(chain);
      const std::size_t at = place_in(chain);
      changes()[field](chain[at]);
      const auto broken = check(chain, head);
      RC_ASSERT(broken.has_value());
      RC_ASSERT(broken->sequence <= static_cast<std::int64_t>(at) + 2);
    });
  }
}

// Texts that run together must not pass for one another.
TEST(ChainProperty, ABytePassedToTheNextFieldIsFound) {
  prop("moved", [] {
    Chain chain = any_chain();
    const Head head = head_of(chain);
    Entry& entry = chain[place_in(chain)];
    RC_PRE(!entry.by.person.empty());
    entry.by.name.insert(0, 1, entry.by.person.back());
    entry.by.person.pop_back();
    RC_ASSERT(check(chain, head).has_value());
  });
}

TEST(ChainProperty, ARemovedASwappedAndAnInsertedEntryAreFound) {
  prop("removed", [] {
    Chain chain = any_chain(2);
    const Head head = head_of(chain);
    const std::size_t at = place_in(chain);
    chain.erase(chain.begin() + static_cast<std::ptrdiff_t>(at));
    RC_ASSERT(check(chain, head)->sequence == static_cast<std::int64_t>(at) + 1);
  });
  prop("swapped", [] {
    Chain chain = any_chain(2);
    const Head head = head_of(chain);
    const std::size_t a = between<std::size_t>(1, chain.size());
    const std::size_t b = between<std::size_t>(0, a);
    std::swap(chain[a], chain[b]);
    RC_ASSERT(check(chain, head).has_value());
    std::swap(chain[a].sequence, chain[b].sequence);
    RC_ASSERT(check(chain, head).has_value());
  });
  prop("inserted", [] {
    Chain chain = any_chain();
    const Head head = head_of(chain);
    const std::size_t at = place_in(chain);
    const Hash previous = at == 0 ? Hash{} : chain[at - 1].hash;
    const Entry forged =
        entry_from(any_draft(), chain[at].region, chain[at].sequence, chain[at].at, previous);
    RC_PRE(forged.hash != chain[at].hash);
    chain.insert(chain.begin() + static_cast<std::ptrdiff_t>(at), forged);
    RC_ASSERT(check(chain, head).has_value());
  });
}

TEST(ChainProperty, AChainMadeAnewDoesNotFitTheSignedRoots) {
  prop("made anew", [] {
    const Chain chain = any_chain();
    const auto roots = signed_roots(chain);
    const std::size_t at = place_in(chain);
    Chain forged(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(at));
    DayRoots days;
    for (std::size_t i = at; i < chain.size(); ++i) {
      Draft draft{chain[i].by, "forged", chain[i].subject, chain[i].subject_text, {}};
      forged.push_back(entry_from(draft, chain[i].region, chain[i].sequence, chain[i].at,
                                  forged.empty() ? Hash{} : forged.back().hash));
    }
    for (const Entry& entry : forged) days.add(entry);
    RC_ASSERT(!check(forged, head_of(forged)));
    const auto broken = compare_roots(days.all(), roots, key().public_key());
    RC_ASSERT(broken.has_value());
    RC_ASSERT(broken->sequence <= static_cast<std::int64_t>(at) + 1);
  });
}

TEST(ChainProperty, ADroppedOrChangedRootIsFound) {
  prop("dropped", [] {
    const Chain chain = any_chain(2, 24);  // an entry a day
    const auto reckoned = signed_roots(chain);
    auto kept = reckoned;
    const auto at = between<std::size_t>(0, kept.size() - 1);
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(at));
    RC_ASSERT(compare_roots(reckoned, kept, key().public_key())->sequence == reckoned[at].first);
  });
  prop("changed", [] {
    const auto reckoned = signed_roots(any_chain());
    auto kept = reckoned;
    DayRoot& root = kept[between<std::size_t>(0, kept.size())];
    switch (between(0, 6)) {
      case 0:
        flip(root.root);
        break;
      case 1:
        flip(root.previous_root);
        root.signature = key().sign(signed_bytes(root));  // even by the one who has the key
        break;
      case 2:
        root.signature[between<std::size_t>(0, root.signature.size())] ^= 1;
        break;
      case 3:
        ++root.first;
        break;
      case 4:
        ++root.last;
        break;
      default:
        root.day = Date(std::chrono::sys_days(root.day) + std::chrono::days(1));
    }
    RC_ASSERT(compare_roots(reckoned, kept, key().public_key()).has_value());
  });
}

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
