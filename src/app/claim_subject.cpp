#include "app/claim_subject.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/claim_lines.h"
#include "app/year_rules.h"
#include "registry/readiness.h"

namespace jalur::app {

namespace {

Expected<const Indicator*> indicator_for(const Ruleset& ruleset, const std::string& text,
                                         Aspect aspect) {
  const auto id = IndicatorId::parse(text);
  const Indicator* indicator = id ? ruleset.find(*id) : nullptr;
  if (indicator != nullptr && indicator->aspect == aspect) return indicator;
  const auto known = indicators_of(ruleset, aspect);
  const std::string first = known.front()->id.str();
  const std::string last = known.back()->id.str();
  return fail(ErrorCode::invalid_input,
              {fmt::format("indikator tidak dikenal di sini; yang ada: {} sampai {}", first, last),
               fmt::format("unknown indicator here; there are {} to {}", first, last)},
              "indicator", text);
}

// Returned, and still within the days for an answer.
Expected<bool> may_be_answered(House& house, const ClaimSubject& subject, Date today) {
  const auto year = house.years.get(subject.place.key);
  if (!year) return tl::unexpected(year.error());
  const auto rows = rows_of(**year, place_in(**year, subject.submission));
  const auto standing = standing_in(rows, subject.indicator->id);
  if (standing.state != registry::ClaimState::returned) return false;
  const auto due =
      registry::due_of(standing, subject.indicator->id, subject.place.calendar.targets, today);
  return due && !due->overdue;
}

}  // namespace

Expected<ClaimSubject> claim_subject(House& house, const std::string& submission,
                                     const std::string& indicator) {
  const auto place = house.store.place_of(submission);
  if (!place) return tl::unexpected(place.error());
  return claim_subject(house, *place, submission, indicator);
}

Expected<ClaimSubject> claim_subject(House& house, const Place& place,
                                     const std::string& submission, const std::string& indicator) {
  const auto ruleset = house.rulesets.get(place.ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  const auto found = indicator_for(**ruleset, indicator,
                                   place.of_government ? Aspect::government : Aspect::innovation);
  if (!found) return tl::unexpected(found.error());
  return ClaimSubject{place, submission, *ruleset, *found};
}

std::optional<std::size_t> place_in(const StoredYear& year, const std::string& submission) {
  const auto it = std::find(year.submissions.begin(), year.submissions.end(), submission);
  if (it == year.submissions.end()) return std::nullopt;
  return static_cast<std::size_t>(it - year.submissions.begin());
}

SubmissionRows rows_of(const StoredYear& year, std::optional<std::size_t> place) {
  const RegionYear& data = year.data;
  if (!place) return {nullptr, data.government, data.government_verified, year.government_course};
  const Innovation& innovation = data.innovations[*place];
  return {&innovation, innovation.levels, innovation.verified_levels, year.courses.at(*place)};
}

registry::ClaimStanding standing_in(const SubmissionRows& rows, IndicatorId indicator) {
  return registry::standing_of(rows.course, indicator, rows.levels.at(indicator),
                               rows.verified ? rows.verified->find(indicator) : std::nullopt);
}

registry::Hand hand_of(const accounts::Caller& caller, accounts::Action action,
                       const Place& place) {
  const auto role = accounts::role_for(caller, action, {place.key.region, place.unit, false});
  if (role && accounts::is_of_a_unit(*role)) return registry::Hand::unit;
  return registry::Hand::coordinator;
}

Expected<void> check_claim_open(House& house, const ClaimSubject& subject, registry::Hand hand) {
  const Date today = registry::day_of(house.clock.now());
  const registry::Calendar& calendar = subject.place.calendar;
  const std::string& unit = subject.place.unit;
  const auto open = registry::check_may_change(calendar, unit, today, hand);
  if (open || registry::phase(calendar, unit, today) != registry::Phase::closed) return open;
  const auto answerable = may_be_answered(house, subject, today);
  if (!answerable) return tl::unexpected(answerable.error());
  if (*answerable) return {};
  return open;
}

SavedClaim saved_claim(House& house, const ClaimSubject& subject, const StoredYear& year,
                       std::int64_t revision) {
  const SubmissionRows rows = rows_of(year, place_in(year, subject.submission));
  const bool counted =
      rows.innovation == nullptr || is_counted(*rows.innovation, year.data.year, *subject.ruleset);
  SavedClaim answer;
  answer.submission = subject.submission;
  answer.revision = revision;
  answer.maturity = maturity_of(rows.levels, rows.verified, *subject.ruleset, subject.aspect());
  answer.score = score(year.data, *subject.ruleset);
  const ClaimLines lines{rows, answer.score.claimed,
                         counted ? Counting::counted : Counting::left_out, year.calendar.targets,
                         registry::day_of(house.clock.now())};
  answer.claim = lines.of(*subject.indicator);
  return answer;
}

}  // namespace jalur::app
