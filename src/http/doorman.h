// Who is behind a cookie, and whether a region shows its figures to everybody: asked with nearly
// every request, so what the store said is kept for a few seconds.
//
// A change made through this program is seen at once, because forget() goes with it. One made
// through another program on the same database is seen when what is kept is too old
// (limits::doorman_memory).
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "accounts/caller.h"
#include "app/house.h"

namespace jalur::http {

using CallerPtr = std::shared_ptr<const accounts::Caller>;  // never null

CallerPtr nobody();

class Doorman {
 public:
  explicit Doorman(app::House& house) : house_(house) {}

  // A session that is over, or none, is nobody's. Errors: unavailable.
  Expected<CallerPtr> caller_of(const std::string& token);
  Expected<bool> is_open(const RegionCode& region);

  // Errors: unauthenticated, forbidden, unavailable. `region`: of the path; nothing: none there.
  Expected<void> admit(const accounts::Caller& caller, accounts::Action action,
                       const std::optional<RegionCode>& region);

  // Something about people or settings may have changed.
  void forget();

 private:
  using Time = std::chrono::steady_clock::time_point;
  template <class Value>
  struct Kept {
    Value value;
    Time until;
  };
  template <class Key, class Value>
  using Memory = std::map<Key, Kept<Value>>;

  template <class Key, class Value, class Ask>
  Expected<Value> recall(Memory<Key, Value>& memory, const Key& key, Ask ask);

  app::House& house_;
  std::mutex mutex_;
  std::uint64_t changes_ = 0;  // how often forget() was called
  Memory<std::string, CallerPtr> callers_;
  Memory<RegionCode, bool> open_;
};

}  // namespace jalur::http
