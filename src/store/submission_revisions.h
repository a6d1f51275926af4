// What every submission was at each time; see queries.h for how these functions are called.
#pragma once

#include <string>

#include "app/ports.h"
#include "store/database.h"

namespace jalur::store {

// After a change of rows of `submissions`: appends a revision for each one of the year that differs
// from its newest. Call it in the same transaction.
void append_submission_revisions(Session& session, const app::YearKey& key, Instant at);
// The same for one submission.
void append_submission_revision(Session& session, const app::YearKey& key,
                                const std::string& submission, Instant at);

// years_as_of.cpp
Expected<RegionYear> read_year_as_of(Session& session, const app::YearKey& key, Instant at);

}  // namespace jalur::store
