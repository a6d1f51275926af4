// The EvidenceRecords port on SQL. The functions run inside a transaction that the caller holds,
// and throw what SOCI throws.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/evidence.h"
#include "base/error.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::EvidenceRecords> evidence_on(std::shared_ptr<Database> database);

tl::unexpected<Error> no_such_evidence(const std::string& id);

// uploads.cpp
Expected<void> write_upload(Session& session, const app::Upload& upload);
Expected<app::Upload> read_upload(Session& session, const RegionCode& region,
                                  const std::string& id);
Expected<void> delete_upload(Session& session, const RegionCode& region, const std::string& id);
Expected<std::vector<app::Upload>> read_uploads_over(Session& session, Instant at, int limit);
Expected<bool> read_has_upload(Session& session, const std::string& id);
void note_made_of(Session& session, const RegionCode& region, const std::string& upload,
                  const std::string& evidence);

// evidence_writing.cpp
Expected<app::Evidence> write_evidence(Session& session, const app::NewEvidence& made);
Expected<void> write_refusal(Session& session, const app::RefusedFile& refused);
Expected<app::Evidence> write_words(Session& session, const app::WordsChange& change);

// evidence_reading.cpp
Expected<app::Evidence> read_evidence(Session& session, const RegionCode& region,
                                      const std::string& id);
Expected<app::EvidenceFound> read_evidence_with_claims(Session& session, const RegionCode& region,
                                                       const std::string& id);
Expected<std::vector<app::ClaimEvidence>> read_evidence_of(Session& session,
                                                           const RegionCode& region,
                                                           const std::string& submission);
Expected<void> read_files(Session& session,
                          const std::function<void(const app::FileRecord&)>& take);

// evidence_page.cpp
Expected<app::EvidencePage> read_evidence_page(Session& session, const app::EvidenceQuery& query);

}  // namespace jalur::store
