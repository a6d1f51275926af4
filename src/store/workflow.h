// The Workflow port on SQL. The functions run inside a transaction that the caller holds, and throw
// what SOCI throws.
#pragma once

#include <memory>

#include "app/workflow.h"
#include "base/error.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::Workflow> workflow_on(std::shared_ptr<Database> database);

// course_steps.cpp
Expected<app::CourseSaved> write_step(Session& session, const app::CourseChange& change);

// verifications.cpp
Expected<app::RulingSaved> write_ruling(Session& session, const app::RulingChange& change);
// The claim as it stands. Errors: not_found.
Expected<app::ClaimFound> read_claim(Session& session, const app::YearKey& key,
                                     const std::string& submission, IndicatorId indicator);

// remarks.cpp
Expected<app::ObjectionSaved> write_objection(Session& session, const app::ObjectionChange& change);
void decide_objection(Session& session, const app::RulingChange& change, const app::Ruling& ruling);
Expected<void> write_remark(Session& session, const app::RemarkChange& change);

// calendar.cpp
Expected<registry::Calendar> write_calendar(Session& session, const app::CalendarChange& change);

// proceedings.cpp
app::Proceedings read_proceedings(Session& session, const RegionCode& region,
                                  const std::string& submission);
app::ClaimRecord read_claim_record(Session& session, const RegionCode& region,
                                   const std::string& submission, IndicatorId indicator);
std::vector<app::OpenObjection> read_open_objections(Session& session, const app::YearKey& key);
std::optional<app::VerdictRow> read_newest_verdict(Session& session, const RegionCode& region,
                                                   const std::string& submission,
                                                   IndicatorId indicator);
std::optional<app::Objection> read_objection(Session& session, const RegionCode& region,
                                             const std::string& submission, IndicatorId indicator);

}  // namespace jalur::store
