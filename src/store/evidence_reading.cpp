// One evidence and its claims; the evidence of one submission; all files.
#include <algorithm>

#include "store/evidence.h"
#include "store/evidence_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

IndicatorId indicator_from(const std::string& text) {
  const auto id = IndicatorId::parse(text);
  if (!id) throw Damaged("attachments: an indicator is " + text);
  return *id;
}

std::vector<app::Attachment> read_attachments(Session& session, const RegionCode& region,
                                              const std::string& evidence) {
  std::vector<app::Attachment> found;
  app::Attachment read;
  std::string indicator, attached_at;
  Query query(session.sql(),
              "SELECT s.id, s.year, y.ruleset, s.name, s.unit, a.indicator, a.attached_at "
              "FROM attachments a JOIN submissions s ON s.region_code = a.region_code "
              "AND s.id = a.submission JOIN years y ON y.region_code = s.region_code "
              "AND y.year = s.year WHERE a.region_code = :region AND a.evidence = :evidence "
              "AND a.removed_at IS NULL AND s.withdrawn = 0 "
              "ORDER BY s.year DESC, s.ordinal, s.id, a.attached_at");
  query.give(region.str()).give(evidence);
  query.take(read.submission).take(read.key.year).take(read.ruleset).take(read.name);
  query.take(read.unit).take(indicator).take(attached_at);
  while (query.next()) {
    read.key.region = region;
    read.indicator = indicator_from(indicator);
    read.attached_at = instant_from(attached_at);
    found.push_back(read);
  }
  return found;
}

app::ClaimEvidence& claim_in(std::vector<app::ClaimEvidence>& claims, IndicatorId indicator,
                             std::int64_t revision) {
  for (app::ClaimEvidence& claim : claims)
    if (claim.indicator == indicator) return claim;
  return claims.emplace_back(app::ClaimEvidence{indicator, revision, {}});
}

}  // namespace

Expected<app::Evidence> read_evidence(Session& session, const RegionCode& region,
                                      const std::string& id) {
  EvidenceRow row;
  Query query(session.sql(), "SELECT " + EvidenceRow::columns + EvidenceRow::from +
                                 "WHERE e.region_code = :region AND e.id = :id");
  query.give(region.str()).give(id);
  row.take(query);
  if (!query.next()) return no_such_evidence(id);
  return row.as_evidence();
}

Expected<app::EvidenceFound> read_evidence_with_claims(Session& session, const RegionCode& region,
                                                       const std::string& id) {
  auto evidence = read_evidence(session, region, id);
  if (!evidence) return tl::make_unexpected(evidence.error());
  return app::EvidenceFound{std::move(*evidence), read_attachments(session, region, id)};
}

Expected<std::vector<app::ClaimEvidence>> read_evidence_of(Session& session,
                                                           const RegionCode& region,
                                                           const std::string& submission) {
  std::vector<app::ClaimEvidence> claims;
  EvidenceRow row;
  std::string indicator, attached_at;
  std::int64_t revision = 0;
  Query query(session.sql(),
              "SELECT " + EvidenceRow::columns +
                  ", a.indicator, a.attached_at, (SELECT MAX(c.revision) FROM claims c "
                  "WHERE c.region_code = a.region_code AND c.submission = a.submission "
                  "AND c.indicator = a.indicator)" +
                  EvidenceRow::from +
                  "JOIN attachments a ON a.region_code = e.region_code AND a.evidence = e.id "
                  "WHERE a.region_code = :region AND a.submission = :submission "
                  "AND a.removed_at IS NULL ORDER BY a.attached_at, e.id");
  query.give(region.str()).give(submission);
  row.take(query);
  query.take(indicator).take(attached_at).take(revision);
  while (query.next())
    claim_in(claims, indicator_from(indicator), revision)
        .items.push_back({row.as_evidence(), instant_from(attached_at)});
  std::sort(claims.begin(), claims.end(),
            [](const auto& a, const auto& b) { return a.indicator < b.indicator; });
  return claims;
}

Expected<void> read_files(Session& session,
                          const std::function<void(const app::FileRecord&)>& take) {
  app::FileRecord record;
  std::string region;
  Query query(session.sql(),
              "SELECT f.region_code, f.hash, e.title, e.unit FROM files f JOIN evidence e "
              "ON e.region_code = f.region_code AND e.hash = f.hash WHERE e.id = "
              "(SELECT MIN(o.id) FROM evidence o WHERE o.region_code = f.region_code "
              "AND o.hash = f.hash) ORDER BY f.region_code, f.hash");
  query.take(region).take(record.hash).take(record.title).take(record.unit);
  while (query.next()) {
    const auto code = RegionCode::parse(region);
    if (!code) throw Damaged("files: a region is " + region);
    record.region = *code;
    take(record);
  }
  return {};
}

}  // namespace jalur::store
