#include "store/attachments.h"

#include "ledger/actions.h"
#include "store/query.h"

namespace jalur::store {

namespace {

// The claim revision at which it was attached; 0: it is not attached.
std::int64_t attached_from(Session& session, const app::ClaimChange& change) {
  std::int64_t revision = 0;
  Query query(session.sql(),
              "SELECT from_revision FROM attachments WHERE region_code = :region "
              "AND submission = :submission AND indicator = :indicator AND evidence = :evidence "
              "AND removed_at IS NULL");
  query.give(change.key.region.str()).give(change.submission).give(change.indicator.str());
  query.give(change.evidence->evidence).take(revision);
  return query.next() ? revision : 0;
}

void attach(Session& session, const app::ClaimChange& change, std::int64_t revision) {
  Query(session.sql(),
        "INSERT INTO attachments (region_code, submission, indicator, evidence, from_revision, "
        "attached_at) VALUES (:region, :submission, :indicator, :evidence, :revision, :at)")
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(change.evidence->evidence)
      .give(revision)
      .give(to_string(change.at))
      .run();
}

void detach(Session& session, const app::ClaimChange& change, std::int64_t revision) {
  Query(session.sql(),
        "UPDATE attachments SET removed_at = :at, to_revision = :revision "
        "WHERE region_code = :region AND submission = :submission AND indicator = :indicator "
        "AND evidence = :evidence AND removed_at IS NULL")
      .give(to_string(change.at))
      .give(revision)
      .give(change.key.region.str())
      .give(change.submission)
      .give(change.indicator.str())
      .give(change.evidence->evidence)
      .run();
}

}  // namespace

Edited edit_attachments(Session& session, const app::ClaimChange& change,
                        std::int64_t claim_revision) {
  const std::int64_t from = attached_from(session, change);
  const bool attaches = change.evidence->kind == app::EvidenceEdit::Kind::attach;
  if (attaches == (from > 0)) return {};
  if (attaches) {
    attach(session, change, claim_revision);
    return {true, 0};
  }
  detach(session, change, claim_revision);
  return {true, from};
}

ledger::Draft draft_of(const app::ClaimChange& change, const app::EvidenceEdit& edit) {
  const auto action = edit.kind == app::EvidenceEdit::Kind::attach
                          ? ledger::actions::evidence_attached
                          : ledger::actions::evidence_detached;
  return {
      change.by,
      std::string(action),
      change.submission,
      change.name,
      {{"indicator", change.indicator.str()}, {"evidence", edit.evidence}, {"title", edit.title}}};
}

}  // namespace jalur::store
