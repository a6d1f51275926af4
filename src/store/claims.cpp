// One claim changed: revisions appended, read models renewed, the log told.
#include "ledger/actions.h"
#include "store/course_words.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/words.h"

namespace jalur::store {

namespace {

// What stands before the change.
struct Standing {
  Levels levels;
  std::optional<Levels> verified;
  registry::ClaimMarks marks;
  std::int64_t claim_revision = 0;         // of the indicator; 0: never claimed
  std::int64_t verification_revision = 0;  // of the indicator; 0: never verified
};

std::optional<Standing> read_standing(Session& session, const app::ClaimChange& change) {
  Standing standing;
  std::string levels, states;
  std::optional<std::string> verified;
  Query query(
      session.sql(),
      "SELECT s.levels, s.verified_levels, s.states, "
      "(SELECT COALESCE(MAX(c.revision), 0) FROM claims c WHERE c.region_code = s.region_code "
      "AND c.submission = s.id AND c.indicator = :claimed), "
      "(SELECT COALESCE(MAX(v.revision), 0) FROM verifications v "
      "WHERE v.region_code = s.region_code AND v.submission = s.id AND v.indicator = :verified) "
      "FROM submissions s WHERE s.region_code = :region AND s.id = :id AND s.year = :year "
      "AND s.withdrawn = 0");
  query.give(change.indicator.str()).give(change.indicator.str());
  query.give(change.key.region.str()).give(change.submission);
  query.give(std::int64_t{change.key.year});
  query.take(levels).take(verified).take(states);
  query.take(standing.claim_revision).take(standing.verification_revision);
  if (!query.next()) return std::nullopt;
  standing.levels = levels_from(levels);
  standing.verified = verified_from(verified);
  standing.marks = marks_from(states);
  return standing;
}

void append_claim(Session& session, const app::ClaimChange& change, std::int64_t revision) {
  Query(session.sql(),
        "INSERT INTO claims (region_code, submission, indicator, revision, level, made_at) "
        "VALUES (:region, :submission, :indicator, :revision, :level, :made_at)")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(revision)
      .give(std::int64_t{number(change.level)})
      .give(to_string(change.at))
      .run();
}

void append_verification(Session& session, const app::ClaimChange& change, const Standing& standing,
                         Level verified) {
  Query(session.sql(),
        "INSERT INTO verifications (region_code, submission, indicator, revision, "
        "claim_revision, level, verdict, made_at) "
        "VALUES (:region, :submission, :indicator, :revision, :claim, :level, :verdict, "
        ":made_at)")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(standing.verification_revision)
      .give(standing.claim_revision)
      .give(std::int64_t{number(verified)})
      .give(word(registry::Verdict::carried))
      .give(to_string(change.at))
      .run();
}

void renew_read_model(Session& session, const app::ClaimChange& change, const Standing& standing,
                      const app::Maturity& maturity) {
  Query(session.sql(),
        "UPDATE submissions SET levels = :levels, verified_levels = :verified, "
        "maturity_claimed = :maturity, maturity_verified = :maturity_verified, states = :states "
        "WHERE region_code = :region AND id = :id")
      .give(packed(standing.levels))
      .give(packed(standing.verified))
      .give(maturity.claimed.count())
      .give(maturity.verified.count())
      .give(packed(standing.marks))
      .give(change.key.region.str())
      .give(change.submission)
      .run();
}

// What the log is told: the levels before and after.
ledger::Draft draft_of(const app::ClaimChange& change, Level from) {
  return {change.by,
          std::string(ledger::actions::claim_saved),
          change.submission,
          change.name,
          {{"indicator", change.indicator.str()},
           {"from", std::to_string(number(from))},
           {"to", std::to_string(number(change.level))}}};
}

struct Changed {
  app::Maturity maturity;
  ledger::Draft draft;
};

// Whoever claims a level again that was returned asks for another look at it.
bool answers(const app::ClaimChange& change, const registry::ClaimMarks& marks) {
  const registry::ClaimMark* mark = marks.find(change.indicator);
  return mark != nullptr && mark->state == registry::ClaimState::returned;
}

// Appends what differs and notes it in `standing`; nothing when all stands so already.
std::optional<Changed> append_changes(Session& session, const app::ClaimChange& change,
                                      Standing& standing) {
  ledger::Draft draft = draft_of(change, standing.levels.at(change.indicator));
  const bool claims =
      standing.levels.at(change.indicator) != change.level || answers(change, standing.marks);
  if (claims) {
    append_claim(session, change, ++standing.claim_revision);
    standing.levels.set(change.indicator, change.level);
  }
  const app::ClaimSettled settled = change.settle(standing.levels, standing.verified);
  const Level verified = standing.verified ? standing.verified->at(change.indicator) : Level::none;
  const bool verifies = settled.verified && *settled.verified != verified;
  if (verifies) {
    ++standing.verification_revision;
    append_verification(session, change, standing, *settled.verified);
    if (!standing.verified) standing.verified.emplace();
    standing.verified->set(change.indicator, *settled.verified);
    draft.details.emplace_back("verified_from", std::to_string(number(verified)));
    draft.details.emplace_back("verified_to", std::to_string(number(*settled.verified)));
  }
  if (!claims && !verifies) return std::nullopt;
  standing.marks.claim_changed(change.indicator, change.level, change.at);
  return Changed{settled.maturity, std::move(draft)};
}

}  // namespace

Expected<app::ClaimSaved> write_claim(Session& session, const app::ClaimChange& change) {
  const auto year_revision = next_year_revision(session, change.key);
  if (!year_revision) return tl::unexpected(year_revision.error());
  auto standing = read_standing(session, change);
  if (!standing) return no_such_submission(change.submission);
  auto changed = append_changes(session, change, *standing);
  if (!changed) {
    session.keep_nothing();
    return app::ClaimSaved{standing->claim_revision, *year_revision - 1, false};
  }
  renew_read_model(session, change, *standing, changed->maturity);
  append_to_ledger(session, change.key.region, std::move(changed->draft), change.at);
  return app::ClaimSaved{standing->claim_revision, *year_revision};
}

}  // namespace jalur::store
