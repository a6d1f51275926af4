// The ports Profiles and Proposals on SQL; see queries.h for how the functions are called.
#pragma once

#include <memory>

#include "app/profiles.h"
#include "app/proposals.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::Profiles> profiles_on(std::shared_ptr<Database> database);
std::unique_ptr<app::Proposals> proposals_on(std::shared_ptr<Database> database);

// profile_rows.cpp
Expected<app::StoredProfile> read_profile(Session& session, const std::string& submission);
// Writes the form of a submission; `revision` is what its row shall have.
void put_profile(Session& session, const RegionCode& region, const std::string& submission,
                 const registry::Profile& profile, std::int64_t revision);
void put_design(Session& session, const RegionCode& region, const std::string& submission,
                const registry::Design& design);
// A design that came as one text takes the place of its parts.
void forget_design_parts(Session& session, const std::string& region, const std::string& submission,
                         const std::string& design);
void append_step(Session& session, const RegionCode& region, const std::string& submission,
                 const registry::StageStep& step);

// profile_change.cpp
Expected<app::StoredProfile> write_profile(Session& session, const app::ProfileChange& change);

// new_submission.cpp
Expected<app::StoredProfile> add_submission(Session& session, const app::NewSubmission& fresh);
bool is_in_year(Session& session, const app::YearKey& key, const std::string& innovation);
Expected<void> open_year(Session& session, const app::NewYear& fresh);

// proposals.cpp
Expected<app::ProposalReceipt> add_proposal(Session& session, const app::NewProposal& fresh);
Expected<app::ProposalPage> read_proposals(Session& session, const app::ProposalQuery& query);
Expected<app::StoredProposal> decide_proposal(Session& session,
                                              const app::ProposalVerdict& verdict);

}  // namespace jalur::store
