// Whether a caller may, for the use cases that know what is to be touched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/ports.h"

namespace jalur::app {

// Whether whoever has not signed in may see the region's figures. Errors: unavailable.
Expected<bool> is_open(House& house, const RegionCode& region);

// Errors: unauthenticated, forbidden; unavailable.
Expected<void> allowed(House& house, const accounts::Caller& caller, accounts::Action action,
                       const RegionCode& region, const std::string& unit);

// The unit whose work it is; empty for the government's own rows.
std::string unit_of(const StoredSubmission& stored);
// What was not handed in yet is for its own unit and those who see drafts. Errors as above.
Expected<void> may_see(House& house, const accounts::Caller& caller,
                       const StoredSubmission& stored);

// Units whose drafts the caller sees, by every name they had; nothing: all of the region's.
std::optional<std::vector<std::string>> units_of_drafts(const accounts::Caller& caller,
                                                        const RegionCode& region);

// As the log names the caller, in the role that allows it.
ledger::Actor actor_for(const accounts::Caller& caller, accounts::Action action,
                        const RegionCode& region, const std::string& unit);

}  // namespace jalur::app
