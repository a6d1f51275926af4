// One claim changed: revisions appended, read models renewed, the log told.
#include "ledger/actions.h"
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
  std::int64_t claim_revision = 0;         // of the indicator; 0: never claimed
  std::int64_t verification_revision = 0;  // of the indicator; 0: never verified
};

// Counts the change, and by that makes others who change this region's year wait for us.
std::optional<std::int64_t> next_year_revision(Session& session, const app::YearKey& key) {
  std::int64_t revision = 0;
  Query query(session.sql(),
              "UPDATE years SET revision = revision + 1 "
              "WHERE region_code = :region AND year = :year RETURNING revision");
  query.give(key.region.str()).give(std::int64_t{key.year}).take(revision);
  if (!query.next()) return std::nullopt;
  return revision;
}

std::optional<Standing> read_standing(Session& session, const app::ClaimChange& change) {
  Standing standing;
  std::string levels;
  std::optional<std::string> verified;
  Query query(
      session.sql(),
      "SELECT s.levels, s.verified_levels, "
      "(SELECT COALESCE(MAX(c.revision), 0) FROM claims c WHERE c.region_code = s.region_code "
      "AND c.submission = s.id AND c.indicator = :claimed), "
      "(SELECT COALESCE(MAX(v.revision), 0) FROM verifications v "
      "WHERE v.region_code = s.region_code AND v.submission = s.id AND v.indicator = :verified) "
      "FROM submissions s WHERE s.region_code = :region AND s.id = :id AND s.year = :year "
      "AND s.withdrawn = 0");
  query.give(change.indicator.str()).give(change.indicator.str());
  query.give(change.key.region.str()).give(change.submission);
  query.give(std::int64_t{change.key.year});
  query.take(levels).take(verified);
  query.take(standing.claim_revision).take(standing.verification_revision);
  if (!query.next()) return std::nullopt;
  standing.levels = levels_from(levels);
  standing.verified = verified_from(verified);
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
        "claim_revision, level, made_at) "
        "VALUES (:region, :submission, :indicator, :revision, :claim, :level, :made_at)")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(standing.verification_revision)
      .give(standing.claim_revision)
      .give(std::int64_t{number(verified)})
      .give(to_string(change.at))
      .run();
}

void renew_read_model(Session& session, const app::ClaimChange& change, const Standing& standing,
                      const app::Maturity& maturity) {
  Query(session.sql(),
        "UPDATE submissions SET levels = :levels, verified_levels = :verified, "
        "maturity_claimed = :maturity, maturity_verified = :maturity_verified "
        "WHERE region_code = :region AND id = :id")
      .give(packed(standing.levels))
      .give(packed(standing.verified))
      .give(maturity.claimed.count())
      .give(maturity.verified.count())
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

// Appends what differs and notes it in `standing`; nothing when all stands so already.
std::optional<Changed> append_changes(Session& session, const app::ClaimChange& change,
                                      Standing& standing) {
  ledger::Draft draft = draft_of(change, standing.levels.at(change.indicator));
  const bool claims = standing.levels.at(change.indicator) != change.level;
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
  return Changed{settled.maturity, std::move(draft)};
}

}  // namespace

Expected<app::ClaimSaved> write_claim(Session& session, const app::ClaimChange& change) {
  const auto year_revision = next_year_revision(session, change.key);
  if (!year_revision) return no_such_year(change.key);
  auto standing = read_standing(session, change);
  if (!standing) return no_such_submission(change.submission);
  auto changed = append_changes(session, change, *standing);
  if (!changed) {
    session.keep_nothing();
    return app::ClaimSaved{standing->claim_revision, *year_revision - 1};
  }
  renew_read_model(session, change, *standing, changed->maturity);
  append_to_ledger(session, change.key.region, std::move(changed->draft), change.at);
  return app::ClaimSaved{standing->claim_revision, *year_revision};
}

}  // namespace jalur::store
