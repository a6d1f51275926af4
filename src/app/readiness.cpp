#include <algorithm>

#include "app/allowed.h"
#include "app/claim_subject.h"
#include "app/workflow_use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

using registry::Due;
using registry::DueStep;

// Until when the unit can hand it in.
std::optional<Due> due_of_draft(const registry::Course& course, const std::string& unit,
                                const registry::Calendar& calendar, Date today) {
  const auto last = registry::last_day(calendar, unit);
  if (course.state != SubmissionState::draft || course.handed_in_at || !last) return std::nullopt;
  return Due{DueStep::hand_in, std::nullopt, *last, today > *last};
}

std::vector<Due> dues_of(const SubmissionRows& rows, const std::string& unit,
                         const registry::Calendar& calendar, const Proceedings& proceedings,
                         Date today) {
  std::vector<Due> dues;
  const auto add = [&](const std::optional<Due>& due) {
    if (due) dues.push_back(*due);
  };
  add(due_of_draft(rows.course, unit, calendar, today));
  add(registry::due_of(rows.course, calendar.targets, today));
  for (const auto& [id, level] : rows.levels)
    add(registry::due_of(standing_in(rows, id), id, calendar.targets, today));
  for (const auto& [id, objection] : proceedings.objections) {
    if (objection.decision) continue;
    add(registry::due_of_objection(objection.made.at, id, calendar.targets, today));
  }
  std::stable_sort(dues.begin(), dues.end(),
                   [](const Due& a, const Due& b) { return a.on < b.on; });
  return dues;
}

Expected<registry::EvidenceCounts> evidence_counts(House& house, const RegionCode& region,
                                                   const std::string& submission) {
  const auto claims = house.evidence.of_submission(region, submission);
  if (!claims) return tl::unexpected(claims.error());
  registry::EvidenceCounts counts;
  for (const ClaimEvidence& claim : *claims)
    counts[claim.indicator] = static_cast<int>(claim.items.size());
  return counts;
}

// The government's own rows have no profile.
Expected<std::vector<registry::MissingField>> fields_missing(House& house,
                                                             const std::string& submission,
                                                             const Ruleset& ruleset) {
  const auto stored = house.profiles.profile(submission);
  if (!stored && stored.error().code == ErrorCode::not_found) return {};
  if (!stored) return tl::unexpected(stored.error());
  auto missing = registry::missing_fields(stored->profile, stored->steps, ruleset);
  std::erase_if(missing, [](const auto& each) { return each.field == "design"; });  // told apart
  return missing;
}

}  // namespace

Expected<ReadinessAnswer> readiness(House& house, const accounts::Caller& caller,
                                    const std::string& submission) {
  const auto stored = house.store.submission(submission);
  if (!stored) return tl::unexpected(stored.error());
  const std::string unit = unit_of(*stored);
  const RegionCode& region = stored->key.region;
  if (const auto may = allowed(house, caller, accounts::Action::read_drafts, region, unit); !may)
    return tl::unexpected(may.error());
  const auto found = year_with_rules(house, stored->key);
  if (!found) return tl::unexpected(found.error());
  const auto proceedings = house.workflow.proceedings(region, submission);
  if (!proceedings) return tl::unexpected(proceedings.error());
  const auto evidence = evidence_counts(house, region, submission);
  if (!evidence) return tl::unexpected(evidence.error());
  const auto place = place_in(*found->year, submission);
  const SubmissionRows rows = rows_of(*found->year, place);
  auto missing = fields_missing(house, submission, *found->ruleset);
  if (!missing) return tl::unexpected(missing.error());
  const registry::Dossier dossier{found->year->data,  *found->ruleset, place,
                                  rows.course,        stored->words,   *evidence,
                                  std::move(*missing)};
  return ReadinessAnswer{submission, registry::readiness_of(dossier),
                         dues_of(rows, unit, found->year->calendar, *proceedings,
                                 registry::day_of(house.clock.now()))};
}

}  // namespace jalur::app
