// The shapes of endorsement, verification and the calendar that enter and leave the program, as
// api/openapi.yaml has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/workflow_use_cases.h"
#include "base/error.h"
#include "base/text.h"

namespace jalur {

// --- out

std::string course_json(const app::CourseAnswer& course);
std::string endorsements_json(const app::EndorsementPage& page);
std::string outcomes_json(const std::vector<app::EndorsementOutcome>& outcomes, Language language);
std::string readiness_json(const app::ReadinessAnswer& answer, Language language);
std::string queue_json(const app::QueuePage& page);
std::string claim_json(const app::ClaimAnswer& answer);
std::string remark_json(const app::Remark& remark);
std::string objection_json(const app::ObjectionAnswer& answer);
std::string objections_json(const std::vector<app::ObjectionItem>& items);
std::string calendar_json(const app::CalendarAnswer& answer);

// --- in: each body and nothing else

Expected<std::string> read_reason(std::string_view body);
Expected<std::string> read_remark(std::string_view body);
Expected<std::vector<std::string>> read_endorsements(std::string_view body);

struct StateGiven {
  SubmissionState to = SubmissionState::draft;
  std::string reason;
};
Expected<StateGiven> read_state(std::string_view body);
Expected<registry::VerdictGiven> read_verdict(std::string_view body);
Expected<app::DecisionGiven> read_decision(std::string_view body);
Expected<app::CalendarGiven> read_calendar(std::string_view body);

struct ExceptionGiven {
  Date until;
  std::string reason;
};
Expected<ExceptionGiven> read_exception(std::string_view body);

}  // namespace jalur
