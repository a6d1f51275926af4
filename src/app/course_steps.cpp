#include "app/allowed.h"
#include "app/claim_subject.h"
#include "app/proceedings.h"
#include "app/workflow_use_cases.h"

namespace jalur::app {

namespace {

using accounts::Action;
using registry::Hand;
using registry::Step;

// Who may take the step, until when, and whether it has to be told why.
struct Terms {
  Action action = Action::edit_innovation;
  bool within_the_term = false;  // of the unit; else until the lock
  bool reason = false;
};

Terms terms_of(Step step) {
  switch (step) {
    case Step::hand_in:
    case Step::take_back:
      return {Action::edit_innovation, true, false};
    case Step::endorse:  // of what was handed in in time
      return {Action::endorse, false, false};
    case Step::send_back:
      return {Action::endorse, false, true};
    default:
      return {Action::manage_year, false, true};
  }
}

Expected<void> check_step(House& house, const accounts::Caller& caller, const Place& place,
                          const Terms& terms, const std::string& reason) {
  if (const auto may = allowed(house, caller, terms.action, place.key.region, place.unit); !may)
    return may;
  if (place.of_government) {
    return fail(ErrorCode::conflict, {"Isian pemerintah daerah tidak diajukan dan disahkan.",
                                      "The region's own rows are not handed in and endorsed."});
  }
  if (terms.reason) {
    if (const auto told = registry::check_reason(reason); !told) return told;
  }
  const Hand hand =
      terms.within_the_term ? hand_of(caller, terms.action, place) : Hand::coordinator;
  const Date today = registry::day_of(house.clock.now());
  return registry::check_may_change(place.calendar, place.unit, today, hand);
}

// The step as the year in memory takes it.
std::function<void(StoredYear&)> change_of(const std::string& submission,
                                           const registry::Course& course) {
  return [submission, course](StoredYear& year) {
    const auto place = place_in(year, submission);
    if (!place) return;
    year.data.innovations[*place].state = course.state;
    year.courses.at(*place) = course;
  };
}

Expected<registry::Course> carry_out(House& house, const accounts::Caller& caller,
                                     const std::string& submission, const Place& place, Step step,
                                     const std::string& reason) {
  const Terms terms = terms_of(step);
  if (const auto right = check_step(house, caller, place, terms, reason); !right)
    return tl::unexpected(right.error());
  const auto saved = house.workflow.take_step(
      {place.key, submission, step, terms.reason ? reason : std::string(), house.clock.now(),
       actor_for(caller, terms.action, place.key.region, place.unit), place.name});
  if (!saved) return tl::unexpected(saved.error());
  const auto year =
      house.years.advance(place.key, saved->year_revision, change_of(submission, saved->course));
  if (!year) return tl::unexpected(year.error());
  return saved->course;
}

Expected<void> endorse_one(House& house, const accounts::Caller& caller, const YearKey& key,
                           const std::string& submission) {
  const auto place = house.store.place_of(submission);
  if (!place) return tl::unexpected(place.error());
  if (place->key != key) {
    return fail(ErrorCode::not_found,
                {"Pengajuan ini bukan dari tahun ini.", "This submission is not of this year."});
  }
  const auto course = carry_out(house, caller, submission, *place, Step::endorse, {});
  if (!course) return tl::unexpected(course.error());
  return {};
}

}  // namespace

Expected<CourseAnswer> take_step(House& house, const accounts::Caller& caller,
                                 const std::string& submission, registry::Step step,
                                 const std::string& reason) {
  const auto place = house.store.place_of(submission);
  if (!place) return tl::unexpected(place.error());
  const auto course = carry_out(house, caller, submission, *place, step, reason);
  if (!course) return tl::unexpected(course.error());
  const auto proceedings = house.workflow.proceedings(place->key.region, submission);
  if (!proceedings) return tl::unexpected(proceedings.error());
  return course_answer(submission, place->unit, *course, *proceedings, place->calendar,
                       registry::day_of(house.clock.now()));
}

Expected<std::vector<EndorsementOutcome>> endorse_many(
    House& house, const accounts::Caller& caller, const YearKey& key,
    const std::vector<std::string>& submissions) {
  if (const auto known = house.store.revision(key); !known) return tl::unexpected(known.error());
  std::vector<EndorsementOutcome> outcomes;
  for (const std::string& submission : submissions) {
    const auto done = endorse_one(house, caller, key, submission);
    outcomes.push_back({submission, std::nullopt});
    if (!done) outcomes.back().refusal = done.error().problems.front().text;
  }
  return outcomes;
}

}  // namespace jalur::app
