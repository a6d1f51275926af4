// One claim changed: revisions appended, read models renewed, the log told.
#include "ledger/actions.h"
#include "store/attachments.h"
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
  std::int64_t verified_claim = 0;         // the newest revision of the claim that was looked at
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
      "WHERE v.region_code = s.region_code AND v.submission = s.id AND v.indicator = :verified), "
      "(SELECT COALESCE(MAX(v.claim_revision), 0) FROM verifications v "
      "WHERE v.region_code = s.region_code AND v.submission = s.id AND v.indicator = :looked_at "
      "AND v.verdict <> 'carried') "
      "FROM submissions s WHERE s.region_code = :region AND s.id = :id AND s.year = :year "
      "AND s.withdrawn = 0");
  query.give(change.indicator.str()).give(change.indicator.str()).give(change.indicator.str());
  query.give(change.key.region.str()).give(change.submission);
  query.give(std::int64_t{change.key.year});
  query.take(levels).take(verified).take(states);
  query.take(standing.claim_revision).take(standing.verification_revision);
  query.take(standing.verified_claim);
  if (!query.next()) return std::nullopt;
  standing.levels = levels_from(levels);
  standing.verified = verified_from(verified);
  standing.marks = marks_from(states);
  return standing;
}

void append_claim(Session& session, const app::ClaimChange& change, std::int64_t revision,
                  Level level) {
  Query(session.sql(),
        "INSERT INTO claims (region_code, submission, indicator, revision, level, made_at) "
        "VALUES (:region, :submission, :indicator, :revision, :level, :made_at)")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(revision)
      .give(std::int64_t{number(level)})
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

// What the log is told: the levels before and after, or what was attached or detached.
ledger::Draft told_of(const app::ClaimChange& change, Level from, Level to) {
  if (change.evidence) return draft_of(change, *change.evidence);
  return {change.by,
          std::string(ledger::actions::claim_saved),
          change.submission,
          change.name,
          {{"indicator", change.indicator.str()},
           {"from", std::to_string(number(from))},
           {"to", std::to_string(number(to))}}};
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

// The levels that were verified, as `settle` is to see them.
std::optional<Levels> verified_before(const app::ClaimChange& change, const Standing& standing,
                                      const Edited& edited) {
  auto verified = standing.verified;
  const bool was_looked_at = edited.taken_from > 0 && edited.taken_from <= standing.verified_claim;
  if (was_looked_at && verified) verified->set(change.indicator, Level::none);
  return verified;
}

// Appends what differs and notes it in `standing`; nothing when all stands so already.
std::optional<Changed> append_changes(Session& session, const app::ClaimChange& change,
                                      Standing& standing) {
  const Level from = standing.levels.at(change.indicator);
  const Level to = change.level.value_or(from);
  ledger::Draft draft = told_of(change, from, to);
  const Edited edited =
      change.evidence ? edit_attachments(session, change, standing.claim_revision + 1) : Edited{};
  const bool claims =
      edited.changed || from != to || (change.level && answers(change, standing.marks));
  if (claims) {
    append_claim(session, change, ++standing.claim_revision, to);
    standing.levels.set(change.indicator, to);
  }
  const app::ClaimSettled settled =
      change.settle(standing.levels, verified_before(change, standing, edited));
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
  standing.marks.claim_changed(change.indicator, to, change.at);
  return Changed{settled.maturity, std::move(draft)};
}

app::ClaimSaved saved(const app::ClaimChange& change, const Standing& standing,
                      std::int64_t year_revision, bool changed) {
  return {standing.claim_revision, year_revision, changed,
          standing.verified ? standing.verified->find(change.indicator) : std::nullopt};
}

}  // namespace

Expected<std::vector<app::ClaimSaved>> write_claims(Session& session,
                                                    const std::vector<app::ClaimChange>& changes) {
  const app::ClaimChange& first = changes.front();
  const auto year_revision = next_year_revision(session, first.key);
  if (!year_revision) return tl::unexpected(year_revision.error());
  std::vector<app::ClaimSaved> answers;
  std::vector<ledger::Draft> drafts;
  for (const app::ClaimChange& change : changes) {
    auto standing = read_standing(session, change);
    if (!standing) return no_such_submission(change.submission);
    auto changed = append_changes(session, change, *standing);
    if (changed) renew_read_model(session, change, *standing, changed->maturity);
    answers.push_back(saved(change, *standing, *year_revision, changed.has_value()));
    if (changed) drafts.push_back(std::move(changed->draft));
  }
  if (drafts.empty()) {
    session.keep_nothing();
    for (app::ClaimSaved& answer : answers) --answer.year_revision;
  }
  for (ledger::Draft& draft : drafts)
    append_to_ledger(session, first.key.region, std::move(draft), first.at);
  return answers;
}

Expected<app::ClaimSaved> write_claim(Session& session, const app::ClaimChange& change) {
  return write_claims(session, {change}).map([](const auto& saved) { return saved.front(); });
}

}  // namespace jalur::store
