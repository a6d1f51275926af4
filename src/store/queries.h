// The groups of queries behind the Store port, one .cpp each. Every function runs inside a
// transaction that the caller holds, and throws what SOCI throws.
#pragma once

#include "app/ports.h"
#include "base/error.h"
#include "store/database.h"

namespace jalur::store {

// Whether the long design texts are read.
enum class Designs { left_out, included };

// years.cpp
Expected<std::vector<app::YearSummary>> read_years(Session& session,
                                                   const std::optional<app::YearKey>& after,
                                                   int limit);
Expected<std::int64_t> read_revision(Session& session, const app::YearKey& key);
Expected<app::StoredYear> read_year(Session& session, const app::YearKey& key, Designs designs);
Expected<app::Place> read_place(Session& session, const std::string& submission);
Expected<app::StoredSubmission> read_submission(Session& session, const std::string& id);
// Counts a change, and by that makes others who change this region's year wait for us. Errors:
// not_found; conflict when the year is locked.
Expected<std::int64_t> next_year_revision(Session& session, const app::YearKey& key);
// The same for what changes locked years too: the name of a unit. False: there is no such year.
bool count_change(Session& session, const app::YearKey& key);
Expected<void> check_not_locked(Session& session, const app::YearKey& key);
tl::unexpected<Error> no_such_year(const app::YearKey& key);
tl::unexpected<Error> no_such_submission(const std::string& id);

// innovations.cpp
Expected<app::InnovationPage> read_innovations(Session& session, const app::InnovationQuery& query);

// claims.cpp
Expected<app::ClaimSaved> write_claim(Session& session, const app::ClaimChange& change);
// All of one year; at least one. Answers each.
Expected<std::vector<app::ClaimSaved>> write_claims(Session& session,
                                                    const std::vector<app::ClaimChange>& changes);

// import.cpp
Expected<app::ImportReceipt> write_import(Session& session, const app::ImportPlan& plan,
                                          const app::Progress& progress);

// nation.cpp
Expected<void> read_nation(Session& session, int year,
                           const std::function<void(const RegionYear&)>& take);

}  // namespace jalur::store
