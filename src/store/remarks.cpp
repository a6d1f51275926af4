// What people say to each other about a claim: remarks, objections and what became of them.
#include "ledger/actions.h"
#include "store/course_words.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/workflow.h"

namespace jalur::store {

namespace {

void insert_objection(Session& session, const app::ObjectionChange& change,
                      std::int64_t claim_revision) {
  Query(session.sql(),
        "INSERT INTO objections (region_code, submission, indicator, year, claim_revision, "
        "reason, person, name, role, made_at, outcome, decided_level, decided_reason, "
        "decided_person, decided_name, decided_role) VALUES (:region, :submission, :indicator, "
        ":year, :claim, :reason, :person, :name, :role, :at, 'open', 0, '', '', '', '')")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(std::int64_t{change.key.year})
      .give(claim_revision)
      .give(change.reason)
      .give(change.by.person)
      .give(change.by.name)
      .give(change.by.role)
      .give(to_string(change.at))
      .run();
}

}  // namespace

Expected<app::ObjectionSaved> write_objection(Session& session,
                                              const app::ObjectionChange& change) {
  const auto year_revision = next_year_revision(session, change.key);
  if (!year_revision) return tl::unexpected(year_revision.error());
  const auto found = read_claim(session, change.key, change.submission, change.indicator);
  if (!found) return tl::unexpected(found.error());
  if (const auto right = change.check(*found); !right) return tl::unexpected(right.error());
  insert_objection(session, change, found->claim_revision);
  append_to_ledger(session, change.key.region,
                   {change.by,
                    std::string(ledger::actions::objection_made),
                    change.submission,
                    change.name,
                    {{"indicator", change.indicator.str()}, {"reason", change.reason}}},
                   change.at);
  return app::ObjectionSaved{
      {found->claim_revision, change.reason, {change.by, change.at}, std::nullopt}, *year_revision};
}

void decide_objection(Session& session, const app::RulingChange& change,
                      const app::Ruling& ruling) {
  Query(session.sql(),
        "UPDATE objections SET outcome = :outcome, decided_level = :level, "
        "decided_reason = :reason, decided_person = :person, decided_name = :name, "
        "decided_role = :role, decided_at = :at "
        "WHERE region_code = :region AND submission = :submission AND indicator = :indicator")
      .give(word(*ruling.outcome))
      .give(std::int64_t{number(ruling.verified)})
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

Expected<void> write_remark(Session& session, const app::RemarkChange& change) {
  if (const auto open = check_not_locked(session, change.key); !open)
    return tl::unexpected(open.error());
  const app::Remark& remark = change.remark;
  Query(session.sql(),
        "INSERT INTO remarks (region_code, submission, indicator, id, text, person, name, role, "
        "made_at) VALUES (:region, :submission, :indicator, :id, :text, :person, :name, :role, "
        ":at)")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(remark.id)
      .give(remark.text)
      .give(remark.made.by.person)
      .give(remark.made.by.name)
      .give(remark.made.by.role)
      .give(to_string(remark.made.at))
      .run();
  append_to_ledger(session, change.key.region,
                   {remark.made.by,
                    std::string(ledger::actions::remark_made),
                    change.submission,
                    change.name,
                    {{"indicator", change.indicator.str()}, {"text", remark.text}}},
                   remark.made.at);
  return {};
}

}  // namespace jalur::store
