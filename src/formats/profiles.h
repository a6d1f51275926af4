// The shapes of profiles, proposals and carried-over submissions, as api/openapi.yaml has them.
#pragma once

#include <string>
#include <string_view>

#include "app/profile_use_cases.h"
#include "app/proposal_use_cases.h"

namespace jalur {

std::string profile_json(const app::ProfileAnswer& answer, Language language);
std::string carry_over_json(const app::CarryOver& carried, Language language);
std::string year_opened_json(const app::YearOpened& opened);
std::string profile_terms_json(const registry::ProfileTerms& terms);

std::string proposal_json(const app::StoredProposal& proposal, const app::Reference& reference);
std::string proposals_json(const app::ProposalPage& page, const app::Reference& reference);
std::string proposal_sent_json(const app::ProposalSent& sent, const RegionCode& region,
                               const std::string& title);

// Bodies. Errors: invalid_input, every fault at once.
Expected<app::InnovationGiven> read_innovation(std::string_view body);
Expected<app::ProfileGiven> read_profile(std::string_view body);
Expected<app::StepGiven> read_step(std::string_view body);
struct YearGiven {
  int year = 0;
  std::string ruleset;
};
Expected<YearGiven> read_year_given(std::string_view body);
Expected<registry::Idea> read_idea(std::string_view body);
Expected<app::ProposalDecision> read_proposal_decision(std::string_view body);

}  // namespace jalur
