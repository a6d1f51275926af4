#include "store/submission_row.h"

#include "store/course_words.h"
#include "store/words.h"

namespace jalur::store {

const std::string SubmissionRow::columns =
    "s.id, s.innovation, s.external_id, s.ordinal, s.name, s.unit, s.affairs, s.stage, "
    "s.implemented_on, s.developed_on, s.state, s.words, s.levels, s.verified_levels, "
    "s.maturity_claimed, s.maturity_verified, s.handed_in_at, s.endorsed_at, s.states";

void SubmissionRow::take(Query& query) {
  query.take(id).take(innovation).take(external_id).take(ordinal);
  query.take(name).take(unit).take(affairs).take(stage);
  query.take(implemented_on).take(developed_on).take(state).take(words);
  query.take(levels).take(verified_levels).take(maturity_claimed).take(maturity_verified);
  query.take(handed_in_at).take(endorsed_at).take(states);
}

Innovation SubmissionRow::as_innovation() const {
  Innovation answer;
  answer.id = external_id;
  answer.name = name;
  answer.unit = unit;
  answer.affairs = affairs_from(affairs);
  answer.stage = stage_from(stage);
  answer.implemented_on = date_from(implemented_on);
  answer.developed_on = date_from(developed_on);
  answer.state = state_from(state);
  answer.levels = levels_from(levels);
  answer.verified_levels = verified_from(verified_levels);
  return answer;
}

registry::Course SubmissionRow::course() const {
  return {state_from(state), instant_from(handed_in_at), instant_from(endorsed_at),
          marks_from(states)};
}

app::Maturity SubmissionRow::maturity() const {
  return {Points::of(maturity_claimed), Points::of(maturity_verified)};
}

}  // namespace jalur::store
