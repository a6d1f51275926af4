// Evidence as JSON. The shapes are in api/openapi.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/evidence_use_cases.h"

namespace jalur {

std::string upload_json(const app::UploadState& state);
std::string evidence_json(const app::Evidence& evidence);
std::string evidence_page_json(const app::EvidencePage& page);
std::string shown_evidence_json(const app::ShownEvidence& shown);
std::string evidence_text_json(const std::string& text);
std::string claim_evidence_json(const app::ShownClaimEvidence& claim);
std::string claims_evidence_json(const std::vector<app::ShownClaimEvidence>& claims);
std::string shared_json(const app::Shared& shared);

// Bodies of calls. Errors: invalid_input, every fault at once.
Expected<app::EvidenceGiven> read_evidence_given(std::string_view body);
Expected<app::WordsGiven> read_evidence_words(std::string_view body);
Expected<app::SharedGiven> read_shared_given(std::string_view body);
Expected<bool> read_nothing(std::string_view body);  // {}

}  // namespace jalur
