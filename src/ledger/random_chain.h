// Random chains for property tests. RapidCheck prints the seed of each run;
// RC_PARAMS="seed=123 max_success=1000" runs it again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "ledger/chain.h"
#include "ledger/proof.h"

namespace jalur::ledger {

using Chain = std::vector<Entry>;

inline Hash filled(std::uint8_t byte) {
  Hash bytes{};
  bytes.fill(byte);
  return bytes;
}

inline const SigningKey& key() {
  static const SigningKey one(filled(7));
  return one;
}

// From `least` to below `end`, all alike from the first case on.
template <class Number>
Number between(Number least, Number end) {
  return *rc::gen::resize(100, rc::gen::inRange(least, end));
}

inline std::string any_text() {
  return *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
}

inline Draft any_draft() {
  Draft draft{{any_text(), any_text(), any_text()}, any_text(), any_text(), any_text(), {}};
  const int details = between(1, 4);
  for (int i = 0; i < details; ++i) draft.details.emplace_back(std::to_string(i), any_text());
  return draft;
}

inline Chain any_chain(int least = 1, int least_hours = 0) {
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

inline Head head_of(const Chain& chain) { return {chain.back().sequence, chain.back().hash}; }

inline std::vector<DayRoot> signed_roots(const Chain& chain) {
  DayRoots days;
  for (const Entry& entry : chain) days.add(entry);
  auto roots = days.all();
  for (DayRoot& root : roots) root.signature = key().sign(signed_bytes(root));
  return roots;
}

inline std::size_t place_in(const Chain& chain) { return between<std::size_t>(0, chain.size()); }

inline void prop(const char* says, const std::function<void()>& body) {
  EXPECT_TRUE(rc::check(says, body));
}

}  // namespace jalur::ledger
