// How many proposals are taken in, per client address and per region, in memory.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "accounts/throttle.h"
#include "base/error.h"
#include "base/ids.h"

namespace jalur::app {

// From any thread.
class ProposalGuard {
 public:
  // One more proposal. `client`: from which address; empty: from nowhere that is counted. Errors:
  // too_many.
  Expected<void> admit(const RegionCode& region, const std::string& client, Instant now);

 private:
  std::mutex mutex_;
  std::map<std::string, accounts::Budget> clients_;
  std::map<RegionCode, accounts::Budget> regions_;
};

}  // namespace jalur::app
