#include "app/proceedings.h"

namespace jalur::app {

namespace {

// Nobody's name where it came with a file, or where the caller may not know it.
std::optional<Signed> signed_at(const std::optional<Instant>& at,
                                const std::optional<Signed>& known) {
  if (!at) return std::nullopt;
  if (known && known->at == *at) return known;
  return Signed{{}, *at};
}

}  // namespace

bool sees_papers(const accounts::Caller& caller, const RegionCode& region,
                 const std::string& unit) {
  return accounts::may(caller, accounts::Action::read_drafts, {region, unit, false});
}

Expected<Proceedings> proceedings_for(House& house, const accounts::Caller& caller,
                                      const StoredSubmission& stored) {
  auto found = house.workflow.proceedings(stored.key.region, stored.id);
  if (!found || sees_papers(caller, stored.key.region, unit_of(stored))) return found;
  Proceedings rest;
  rest.claim_revisions = std::move(found->claim_revisions);
  rest.remarks = std::move(found->remarks);
  return rest;
}

ClaimPapers papers_of(const Proceedings& proceedings, IndicatorId indicator,
                      const registry::Targets& targets, Date today) {
  ClaimPapers papers;
  const auto find = [&](const auto& all, auto& target) {
    if (const auto at = all.find(indicator); at != all.end()) target = at->second;
  };
  find(proceedings.claim_revisions, papers.revision);
  find(proceedings.verdicts, papers.verdict);
  find(proceedings.objections, papers.objection);
  find(proceedings.remarks, papers.remarks);
  if (papers.objection && !papers.objection->decision) {
    papers.objection_due =
        registry::due_of_objection(papers.objection->made.at, indicator, targets, today);
  }
  return papers;
}

CourseAnswer course_answer(const std::string& submission, const std::string& unit,
                           const registry::Course& course, const Proceedings& proceedings,
                           const registry::Calendar& calendar, Date today) {
  return {submission,
          course,
          signed_at(course.handed_in_at, proceedings.handed_in),
          signed_at(course.endorsed_at, proceedings.endorsed),
          proceedings.last_word,
          registry::due_of(course, calendar.targets, today),
          registry::phase(calendar, unit, today),
          registry::last_day(calendar, unit)};
}

}  // namespace jalur::app
