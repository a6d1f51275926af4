#include <algorithm>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/claim_lines.h"
#include "app/proceedings.h"
#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

// What a page may offer on a submission.
constexpr accounts::Action offered[] = {
    accounts::Action::edit_innovation,  accounts::Action::edit_claims,
    accounts::Action::edit_government,  accounts::Action::attach_evidence,
    accounts::Action::endorse,          accounts::Action::verify,
    accounts::Action::remark,           accounts::Action::object_,
    accounts::Action::decide_objection, accounts::Action::manage_year};

bool concerns(accounts::Action action, const StoredSubmission& stored) {
  if (action == accounts::Action::edit_government) return !stored.innovation;
  if (action == accounts::Action::endorse || action == accounts::Action::manage_year)
    return stored.innovation.has_value();
  if (action == accounts::Action::edit_claims || action == accounts::Action::edit_innovation)
    return stored.innovation.has_value();
  return true;
}

std::vector<accounts::Action> allowed_with(const accounts::Caller& caller,
                                           const StoredSubmission& stored) {
  std::vector<accounts::Action> found;
  for (const accounts::Action action : offered)
    if (concerns(action, stored) &&
        accounts::may(caller, action, {stored.key.region, unit_of(stored), false}))
      found.push_back(action);
  return found;
}

}  // namespace

std::string unit_of(const StoredSubmission& stored) {
  return stored.innovation ? stored.innovation->unit : std::string();
}

Expected<void> may_see(House& house, const accounts::Caller& caller,
                       const StoredSubmission& stored) {
  const bool handed_in = !stored.innovation ||
                         stored.innovation->state == SubmissionState::submitted ||
                         stored.innovation->state == SubmissionState::rejected;
  const auto action = handed_in ? accounts::Action::read_figures : accounts::Action::read_drafts;
  return allowed(house, caller, action, stored.key.region, unit_of(stored));
}

Expected<SubmissionAnswer> show_submission(House& house, const accounts::Caller& caller,
                                           const std::string& id) {
  auto stored = house.store.submission(id);
  if (!stored) return tl::unexpected(stored.error());
  if (const auto may = may_see(house, caller, *stored); !may) return tl::unexpected(may.error());
  const auto found = year_with_rules(house, stored->key);
  if (!found) return tl::unexpected(found.error());
  const RegionYear& data = found->year->data;

  SubmissionAnswer answer;
  answer.year = found->year;
  answer.ruleset = found->ruleset;
  answer.score = score(data, *found->ruleset);
  const auto proceedings = proceedings_for(house, caller, *stored);
  if (!proceedings) return tl::unexpected(proceedings.error());
  const auto place = place_in(*found->year, id);
  const SubmissionRows rows = rows_of(*found->year, place);
  const Aspect aspect = rows.innovation != nullptr ? Aspect::innovation : Aspect::government;
  answer.counted =
      rows.innovation == nullptr || is_counted(*rows.innovation, data.year, *found->ruleset);
  if (rows.innovation != nullptr)
    answer.exclusion = exclusion_of(*rows.innovation, data.year, *found->ruleset);
  answer.maturity = maturity_of(rows.levels, rows.verified, *found->ruleset, aspect);
  const registry::Calendar& calendar = found->year->calendar;
  const Date today = registry::day_of(house.clock.now());
  const ClaimLines lines{rows, answer.score.claimed,
                         answer.counted ? Counting::counted : Counting::left_out, calendar.targets,
                         today};
  for (const Indicator* indicator : indicators_of(*found->ruleset, aspect)) {
    answer.claims.push_back(lines.of(*indicator));
    answer.papers.push_back(papers_of(*proceedings, indicator->id, calendar.targets, today));
  }
  answer.course = course_answer(id, unit_of(*stored), rows.course, *proceedings, calendar, today);
  answer.allowed = allowed_with(caller, *stored);
  answer.submission = std::move(*stored);
  return answer;
}

}  // namespace jalur::app
