// What is found on a claim: a verification appended, read models renewed, the log told.
#include <fmt/format.h>

#include "store/course_words.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/words.h"
#include "store/workflow.h"

namespace jalur::store {

namespace {

using registry::ClaimState;
using registry::Verdict;

ClaimState state_after(Verdict verdict) {
  if (verdict == Verdict::accepted) return ClaimState::accepted;
  return verdict == Verdict::returned ? ClaimState::returned : ClaimState::lowered;
}

void append_verification(Session& session, const app::RulingChange& change,
                         const app::Ruling& ruling, std::int64_t claim_revision) {
  Query(session.sql(),
        "INSERT INTO verifications (region_code, submission, indicator, revision, "
        "claim_revision, level, verdict, reason, person, name, role, made_at) "
        "SELECT :region, :submission, :indicator, COALESCE(MAX(v.revision), 0) + 1, :claim, "
        ":level, :verdict, :reason, :person, :name, :role, :at FROM verifications v "
        "WHERE v.region_code = :region_again AND v.submission = :submission_again "
        "AND v.indicator = :indicator_again")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(claim_revision)
      .give(std::int64_t{number(ruling.verified)})
      .give(word(*ruling.verdict))
      .give(ruling.reason)
      .give(change.by.person)
      .give(change.by.name)
      .give(change.by.role)
      .give(to_string(change.at))
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .run();
}

void renew_read_model(Session& session, const app::RulingChange& change,
                      const app::ClaimFound& found, const app::Ruling& ruling) {
  Levels verified = found.verified.value_or(Levels{});
  verified.set(change.indicator, ruling.verified);
  registry::ClaimMarks marks = found.course.marks;
  marks.set({change.indicator, state_after(*ruling.verdict), change.at});
  Query(session.sql(),
        "UPDATE submissions SET verified_levels = :verified, maturity_verified = :maturity, "
        "states = :states WHERE region_code = :region AND id = :id")
      .give(packed(verified))
      .give(ruling.maturity.verified.count())
      .give(packed(marks))
      .give(change.key.region.str())
      .give(change.submission)
      .run();
}

std::string action_of(const app::Ruling& ruling) {
  if (ruling.outcome) return "objection." + word(*ruling.outcome);
  return "claim." + word(*ruling.verdict);
}

ledger::Draft draft_of(const app::RulingChange& change, const app::ClaimFound& found,
                       const app::Ruling& ruling) {
  const auto before = found.verified ? found.verified->find(change.indicator) : std::nullopt;
  ledger::Draft draft{change.by,
                      action_of(ruling),
                      change.submission,
                      change.name,
                      {{"indicator", change.indicator.str()},
                       {"claimed", std::to_string(number(found.levels.at(change.indicator)))},
                       {"claim_revision", std::to_string(found.claim_revision)}}};
  if (ruling.verdict) {
    if (before) draft.details.emplace_back("verified_from", std::to_string(number(*before)));
    draft.details.emplace_back("verified_to", std::to_string(number(ruling.verified)));
  }
  if (!ruling.reason.empty()) draft.details.emplace_back("reason", ruling.reason);
  return draft;
}

}  // namespace

Expected<app::ClaimFound> read_claim(Session& session, const app::YearKey& key,
                                     const std::string& submission, IndicatorId indicator) {
  app::ClaimFound found;
  std::string levels, state, states;
  std::optional<std::string> verified, handed_in_at, endorsed_at;
  Query query(session.sql(),
              "SELECT s.levels, s.verified_levels, s.state, s.handed_in_at, s.endorsed_at, "
              "s.states, (SELECT COALESCE(MAX(c.revision), 0) FROM claims c "
              "WHERE c.region_code = s.region_code AND c.submission = s.id "
              "AND c.indicator = :indicator) FROM submissions s "
              "WHERE s.region_code = :region AND s.id = :id AND s.year = :year "
              "AND s.withdrawn = 0");
  query.give(indicator.str()).give(key.region.str()).give(submission);
  query.give(std::int64_t{key.year});
  query.take(levels).take(verified).take(state).take(handed_in_at).take(endorsed_at);
  query.take(states).take(found.claim_revision);
  if (!query.next()) return no_such_submission(submission);
  found.levels = levels_from(levels);
  found.verified = verified_from(verified);
  found.course = {state_from(state), instant_from(handed_in_at), instant_from(endorsed_at),
                  marks_from(states)};
  found.verdict = read_newest_verdict(session, key.region, submission, indicator);
  found.objection = read_objection(session, key.region, submission, indicator);
  return found;
}

Expected<app::RulingSaved> write_ruling(Session& session, const app::RulingChange& change) {
  const auto year_revision = next_year_revision(session, change.key);
  if (!year_revision) return tl::unexpected(year_revision.error());
  const auto found = read_claim(session, change.key, change.submission, change.indicator);
  if (!found) return tl::unexpected(found.error());
  const auto ruling = change.decide(*found);
  if (!ruling) return tl::unexpected(ruling.error());
  if (ruling->verdict) {
    append_verification(session, change, *ruling, found->claim_revision);
    renew_read_model(session, change, *found, *ruling);
  }
  if (ruling->outcome) decide_objection(session, change, *ruling);
  append_to_ledger(session, change.key.region, draft_of(change, *found, *ruling), change.at);
  return app::RulingSaved{*ruling, found->claim_revision, *year_revision};
}

}  // namespace jalur::store
