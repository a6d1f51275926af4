// Who was wrong how often, in memory. A restart forgets it, and two programs on one database count
// on their own: neither makes guessing worth while.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "accounts/throttle.h"
#include "base/error.h"

namespace jalur::app {

// Whether a wrong one now makes the person wait.
enum class Admission { free, last_before_a_wait };

// From any thread.
class SignInGuard {
 public:
  // A try begins. It counts as wrong until right() is told, so that a thousand at once gain
  // nothing. `who`: whose secret is tried, whether they exist or not. `client`: from which address;
  // empty: from nowhere that is counted. Errors: too_many, with the time left.
  Expected<Admission> admit(const std::string& who, const std::string& client, Instant now);
  void right(const std::string& who);

 private:
  std::mutex mutex_;
  std::map<std::string, accounts::Tries> tries_;
  std::map<std::string, accounts::Budget> budgets_;
};

}  // namespace jalur::app
