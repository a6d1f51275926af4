// What happened to submissions and their claims, read.
#include "store/course_words.h"
#include "store/query.h"
#include "store/words.h"
#include "store/workflow.h"

namespace jalur::store {

namespace {

// The columns that say who and when, of a table called t.
struct SignedRow {
  std::string person, name, role, at;

  static constexpr const char* columns = "t.person, t.name, t.role, t.made_at";
  void take(Query& query) { query.take(person).take(name).take(role).take(at); }
  app::Signed as_signed() const { return {{person, name, role}, instant_from(at)}; }
};

IndicatorId indicator_from(const std::string& text) {
  const auto indicator = IndicatorId::parse(text);
  if (!indicator) throw Damaged("indicator \"" + text + "\"");
  return *indicator;
}

Level level_from(int number) {
  const auto level = level_of(number);
  if (!level) throw Damaged("level \"" + std::to_string(number) + "\"");
  return *level;
}

struct VerdictColumns {
  std::string indicator, verdict, reason;
  std::int64_t revision = 0, claim_revision = 0;
  int level = 0;
  SignedRow given;

  static std::string text() {
    return std::string(
               "SELECT t.indicator, t.revision, t.claim_revision, t.verdict, t.level, "
               "t.reason, ") +
           SignedRow::columns +
           " FROM verifications t WHERE t.region_code = :region AND t.submission = :submission";
  }
  void take(Query& query) {
    query.take(indicator).take(revision).take(claim_revision).take(verdict).take(level);
    query.take(reason);
    given.take(query);
  }
  app::VerdictRow as_row() const {
    return {revision,          claim_revision, verdict_from(verdict),
            level_from(level), reason,         given.as_signed()};
  }
};

struct ObjectionColumns {
  std::string submission, indicator, reason, outcome, decided_reason;
  std::int64_t claim_revision = 0;
  int level = 0;
  SignedRow made, decided;
  std::optional<std::string> decided_at;

  static std::string text() {
    return std::string("SELECT t.submission, t.indicator, t.claim_revision, t.reason, ") +
           SignedRow::columns +
           ", t.outcome, t.decided_level, t.decided_reason, t.decided_person, t.decided_name, "
           "t.decided_role, t.decided_at FROM objections t WHERE t.region_code = :region";
  }
  void take(Query& query) {
    query.take(submission).take(indicator).take(claim_revision).take(reason);
    made.take(query);
    query.take(outcome).take(level).take(decided_reason);
    query.take(decided.person).take(decided.name).take(decided.role).take(decided_at);
  }
  app::Objection as_objection() const {
    app::Objection objection{claim_revision, reason, made.as_signed(), std::nullopt};
    if (!decided_at) return objection;
    objection.decision = app::ObjectionDecision{
        outcome_from(outcome),
        level_from(level),
        decided_reason,
        {{decided.person, decided.name, decided.role}, instant_from(*decided_at)}};
    return objection;
  }
};

void read_steps(Session& session, const RegionCode& region, const std::string& submission,
                app::Proceedings& found) {
  std::string step, reason;
  SignedRow by;
  Query query(session.sql(), std::string("SELECT t.step, t.reason, ") + SignedRow::columns +
                                 " FROM submission_steps t WHERE t.region_code = :region "
                                 "AND t.submission = :submission ORDER BY t.ordinal");
  query.give(region.str()).give(submission).take(step).take(reason);
  by.take(query);
  while (query.next()) {
    if (step == word(registry::Step::hand_in)) found.handed_in = by.as_signed();
    if (step == word(registry::Step::endorse)) found.endorsed = by.as_signed();
    if (!reason.empty()) found.last_word = app::Proceedings::Word{reason, by.as_signed()};
  }
}

void read_revisions(Session& session, const RegionCode& region, const std::string& submission,
                    app::Proceedings& found) {
  std::string indicator;
  std::int64_t revision = 0;
  Query query(session.sql(),
              "SELECT indicator, MAX(revision) FROM claims WHERE region_code = :region "
              "AND submission = :submission GROUP BY indicator");
  query.give(region.str()).give(submission).take(indicator).take(revision);
  while (query.next()) found.claim_revisions[indicator_from(indicator)] = revision;
}

void read_verdicts(Session& session, const RegionCode& region, const std::string& submission,
                   app::Proceedings& found) {
  VerdictColumns row;
  Query query(session.sql(),
              VerdictColumns::text() + " AND t.verdict <> 'carried' ORDER BY t.revision");
  query.give(region.str()).give(submission);
  row.take(query);
  while (query.next()) found.verdicts[indicator_from(row.indicator)] = row.as_row();
}

void read_objections(Session& session, const RegionCode& region, const std::string& submission,
                     app::Proceedings& found) {
  ObjectionColumns row;
  Query query(session.sql(), ObjectionColumns::text() + " AND t.submission = :submission");
  query.give(region.str()).give(submission);
  row.take(query);
  while (query.next()) found.objections[indicator_from(row.indicator)] = row.as_objection();
}

void count_remarks(Session& session, const RegionCode& region, const std::string& submission,
                   app::Proceedings& found) {
  std::string indicator;
  int count = 0;
  Query query(session.sql(),
              "SELECT indicator, COUNT(*) FROM remarks WHERE region_code = :region "
              "AND submission = :submission GROUP BY indicator");
  query.give(region.str()).give(submission).take(indicator).take(count);
  while (query.next()) found.remarks[indicator_from(indicator)] = count;
}

std::vector<app::ClaimRevision> revisions_of(Session& session, const RegionCode& region,
                                             const std::string& submission, IndicatorId indicator) {
  std::vector<app::ClaimRevision> revisions;
  std::int64_t revision = 0;
  int level = 0;
  std::string at;
  Query query(session.sql(),
              "SELECT revision, level, made_at FROM claims WHERE region_code = :region "
              "AND submission = :submission AND indicator = :indicator ORDER BY revision");
  query.give(region.str()).give(submission).give(indicator.str());
  query.take(revision).take(level).take(at);
  while (query.next()) revisions.push_back({revision, level_from(level), instant_from(at)});
  return revisions;
}

std::vector<app::Remark> remarks_of(Session& session, const RegionCode& region,
                                    const std::string& submission, IndicatorId indicator) {
  std::vector<app::Remark> remarks;
  std::string id, text;
  SignedRow made;
  Query query(session.sql(), std::string("SELECT t.id, t.text, ") + SignedRow::columns +
                                 " FROM remarks t WHERE t.region_code = :region "
                                 "AND t.submission = :submission AND t.indicator = :indicator "
                                 "ORDER BY t.made_at, t.id");
  query.give(region.str()).give(submission).give(indicator.str()).take(id).take(text);
  made.take(query);
  while (query.next()) remarks.push_back({id, text, made.as_signed()});
  return remarks;
}

}  // namespace

app::Proceedings read_proceedings(Session& session, const RegionCode& region,
                                  const std::string& submission) {
  app::Proceedings found;
  read_steps(session, region, submission, found);
  read_revisions(session, region, submission, found);
  read_verdicts(session, region, submission, found);
  read_objections(session, region, submission, found);
  count_remarks(session, region, submission, found);
  return found;
}

app::ClaimRecord read_claim_record(Session& session, const RegionCode& region,
                                   const std::string& submission, IndicatorId indicator) {
  app::ClaimRecord record;
  record.revisions = revisions_of(session, region, submission, indicator);
  VerdictColumns row;
  Query query(session.sql(),
              VerdictColumns::text() + " AND t.indicator = :indicator ORDER BY t.revision");
  query.give(region.str()).give(submission).give(indicator.str());
  row.take(query);
  while (query.next()) record.verdicts.push_back(row.as_row());
  record.remarks = remarks_of(session, region, submission, indicator);
  return record;
}

std::optional<app::VerdictRow> read_newest_verdict(Session& session, const RegionCode& region,
                                                   const std::string& submission,
                                                   IndicatorId indicator) {
  VerdictColumns row;
  Query query(session.sql(), VerdictColumns::text() +
                                 " AND t.indicator = :indicator AND t.verdict <> 'carried' "
                                 "ORDER BY t.revision DESC LIMIT 1");
  query.give(region.str()).give(submission).give(indicator.str());
  row.take(query);
  if (!query.next()) return std::nullopt;
  return row.as_row();
}

std::optional<app::Objection> read_objection(Session& session, const RegionCode& region,
                                             const std::string& submission, IndicatorId indicator) {
  ObjectionColumns row;
  Query query(session.sql(), ObjectionColumns::text() +
                                 " AND t.submission = :submission AND t.indicator = :indicator");
  query.give(region.str()).give(submission).give(indicator.str());
  row.take(query);
  if (!query.next()) return std::nullopt;
  return row.as_objection();
}

std::vector<app::OpenObjection> read_open_objections(Session& session, const app::YearKey& key) {
  std::vector<app::OpenObjection> found;
  {
    ObjectionColumns row;
    Query query(session.sql(), ObjectionColumns::text() +
                                   " AND t.year = :year AND t.outcome = 'open' "
                                   "ORDER BY t.made_at, t.submission, t.indicator");
    query.give(key.region.str()).give(std::int64_t{key.year});
    row.take(query);
    while (query.next())
      found.push_back({row.submission, indicator_from(row.indicator), row.as_objection(), {}});
  }
  for (app::OpenObjection& each : found) {
    const auto verdict = read_newest_verdict(session, key.region, each.submission, each.indicator);
    if (verdict) each.judge = verdict->given.by.person;
  }
  return found;
}

}  // namespace jalur::store
