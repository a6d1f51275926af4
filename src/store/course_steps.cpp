// A whole submission takes a step: the row renewed, the step kept, the log told.
#include "store/course_words.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/submission_revisions.h"
#include "store/words.h"
#include "store/workflow.h"

namespace jalur::store {

namespace {

std::optional<registry::Course> read_course(Session& session, const app::CourseChange& change) {
  std::string state, states;
  std::optional<std::string> handed_in_at, endorsed_at;
  Query query(session.sql(),
              "SELECT state, handed_in_at, endorsed_at, states FROM submissions "
              "WHERE region_code = :region AND id = :id AND year = :year AND withdrawn = 0 "
              "AND innovation IS NOT NULL");
  query.give(change.key.region.str()).give(change.submission);
  query.give(std::int64_t{change.key.year});
  query.take(state).take(handed_in_at).take(endorsed_at).take(states);
  if (!query.next()) return std::nullopt;
  return registry::Course{state_from(state), instant_from(handed_in_at), instant_from(endorsed_at),
                          marks_from(states)};
}

void renew(Session& session, const app::CourseChange& change, const registry::Course& course) {
  Query(session.sql(),
        "UPDATE submissions SET state = :state, handed_in_at = :handed_in, "
        "endorsed_at = :endorsed, states = :states WHERE region_code = :region AND id = :id")
      .give(word(course.state))
      .give(packed(course.handed_in_at))
      .give(packed(course.endorsed_at))
      .give(packed(course.marks))
      .give(change.key.region.str())
      .give(change.submission)
      .run();
}

void keep_step(Session& session, const app::CourseChange& change) {
  Query(session.sql(),
        "INSERT INTO submission_steps (region_code, submission, ordinal, step, reason, person, "
        "name, role, made_at) SELECT :region, :submission, COALESCE(MAX(t.ordinal), 0) + 1, "
        ":step, :reason, :person, :name, :role, :at FROM submission_steps t "
        "WHERE t.region_code = :region_again AND t.submission = :submission_again")
      .give(change.key.region.str())
      .give(change.submission)
      .give(std::string(word(change.step)))
      .give(change.reason)
      .give(change.by.person)
      .give(change.by.name)
      .give(change.by.role)
      .give(to_string(change.at))
      .give(change.key.region.str())
      .give(change.submission)
      .run();
}

ledger::Draft draft_of(const app::CourseChange& change, const registry::Course& before,
                       const registry::Course& next) {
  ledger::Draft draft{change.by,
                      "submission." + std::string(word(change.step)),
                      change.submission,
                      change.name,
                      {}};
  if (before.state != next.state)
    draft.details = {{"state_from", word(before.state)}, {"state_to", word(next.state)}};
  if (!change.reason.empty()) draft.details.emplace_back("reason", change.reason);
  return draft;
}

}  // namespace

Expected<app::CourseSaved> write_step(Session& session, const app::CourseChange& change) {
  const auto year_revision = next_year_revision(session, change.key);
  if (!year_revision) return tl::unexpected(year_revision.error());
  const auto before = read_course(session, change);
  if (!before) return no_such_submission(change.submission);
  const auto next = registry::after(change.step, *before, change.at);
  if (!next) return tl::unexpected(next.error());
  renew(session, change, *next);
  keep_step(session, change);
  append_submission_revision(session, change.key, change.submission, change.at);
  append_to_ledger(session, change.key.region, draft_of(change, *before, *next), change.at);
  return app::CourseSaved{*next, *year_revision};
}

}  // namespace jalur::store
