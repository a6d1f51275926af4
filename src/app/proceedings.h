// What happened to a submission, as far as the caller may know.
#pragma once

#include "app/allowed.h"
#include "app/use_cases.h"

namespace jalur::app {

// Whether the caller may know who signed and what was said. Nobody who reads figures only may.
bool sees_papers(const accounts::Caller& caller, const RegionCode& region, const std::string& unit);

// For others only the revisions of claims and the number of remarks are left. Errors: unavailable.
Expected<Proceedings> proceedings_for(House& house, const accounts::Caller& caller,
                                      const StoredSubmission& stored);

ClaimPapers papers_of(const Proceedings& proceedings, IndicatorId indicator,
                      const registry::Targets& targets, Date today);
CourseAnswer course_answer(const std::string& submission, const std::string& unit,
                           const registry::Course& course, const Proceedings& proceedings,
                           const registry::Calendar& calendar, Date today);

}  // namespace jalur::app
