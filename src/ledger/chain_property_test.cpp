// Random chains, and what was done to them behind the log's back.
#include "ledger/random_chain.h"

namespace jalur::ledger {

namespace {

std::optional<Break> check(const Chain& chain, const Head& head) {
  ChainCheck checking;
  for (const Entry& entry : chain) {
    if (auto broken = checking.add(entry)) return broken;
  }
  return checking.compare(head);
}

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

}  // namespace

}  // namespace jalur::ledger
