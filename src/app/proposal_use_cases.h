// Citizens propose, without an account; coordinators decide. Errors: unauthenticated, forbidden;
// unavailable.
#pragma once

#include <string>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/proposals.h"

namespace jalur::app {

struct ProposalSent {
  std::string id;
  std::string region_name;
  Instant made_at;
};
// `client`: the address it came from. Errors: invalid_input; not_found (the region is not on
// record); too_many.
Expected<ProposalSent> propose(House& house, const RegionCode& region, const std::string& client,
                               const registry::Idea& idea);

Expected<ProposalPage> list_proposals(House& house, const accounts::Caller& caller,
                                      const ProposalQuery& query);

struct ProposalDecision {
  bool accepted = false;
  std::string reason;  // needed when declined
  std::string unit;    // the rest: needed when accepted
  int year = 0;
  int affair = 0;
};
// Accepted: a unit gets it as a draft at the stage of initiative. Errors: invalid_input; not_found;
// conflict (decided before).
Expected<StoredProposal> decide_proposal(House& house, const accounts::Caller& caller,
                                         const RegionCode& region, const std::string& id,
                                         const ProposalDecision& given);

// "Tambang"; empty when no such sub-district is known.
std::string district_name(const Reference& reference, const std::string& code);

}  // namespace jalur::app
