#include "app/proposal_guard.h"

#include <algorithm>

#include "base/limits.h"

namespace jalur::app {

namespace {

const accounts::Allowance of_client{limits::proposals_per_client, limits::client_proposal_returns};
const accounts::Allowance of_region{limits::proposals_per_region, limits::region_proposal_returns};

tl::unexpected<Error> too_many() {
  return fail(ErrorCode::too_many, {"Terlalu banyak usulan baru-baru ini; cobalah lagi nanti.",
                                    "Too many proposals came lately; try again later."});
}

}  // namespace

Expected<void> ProposalGuard::admit(const RegionCode& region, const std::string& client,
                                    Instant now) {
  const std::scoped_lock lock(mutex_);
  const auto whole = accounts::spend(regions_[region], now, of_region);
  if (!whole) return too_many();
  if (!client.empty()) {
    const auto own = accounts::spend(clients_[client], now, of_client);
    if (!own) return too_many();
    clients_[client] = *own;
    if (clients_.size() > limits::proposers_at_once) {
      clients_.erase(std::min_element(
          clients_.begin(), clients_.end(),
          [](const auto& a, const auto& b) { return a.second.full_at < b.second.full_at; }));
    }
  }
  regions_[region] = *whole;
  return {};
}

}  // namespace jalur::app
