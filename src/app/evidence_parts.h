// What the use cases of evidence share. Only they include it.
#pragma once

#include <string>
#include <vector>

#include "app/evidence_use_cases.h"

namespace jalur::app {

// Units whose evidence the caller sees beside what is shared, by every name they had; nothing: all
// of the region's. Errors: unauthenticated, forbidden.
Expected<std::optional<std::vector<std::string>>> units_of_evidence(const accounts::Caller& caller,
                                                                    const RegionCode& region);

// The evidence, if the caller may look at it: it is of an own unit, shared, or attached to a claim
// of an own unit. One that may not be seen is not there for who has no business in the region.
Expected<EvidenceFound> visible_evidence(House& house, const accounts::Caller& caller,
                                         const RegionCode& region, const std::string& id);

// Under the rules of that year. An indicator that the rules do not have accepts nothing.
registry::Validity validity_in(House& house, const std::string& ruleset, int year,
                               IndicatorId indicator, const Evidence& evidence);

ShownClaimEvidence shown(House& house, const Place& place, const ClaimEvidence& claim);

}  // namespace jalur::app
