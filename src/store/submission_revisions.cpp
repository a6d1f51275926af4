#include "store/submission_revisions.h"

#include "store/query.h"

namespace jalur::store {

namespace {

constexpr std::string_view compared[] = {"ordinal",   "name",           "unit",           "affairs",
                                         "stage",     "implemented_on", "developed_on",   "state",
                                         "withdrawn", "levels",         "verified_levels"};

std::string differs() {
  std::string text = "r.revision IS NULL";
  for (const std::string_view column : compared) {
    text.append(" OR r.").append(column).append(" IS DISTINCT FROM s.").append(column);
  }
  return text;
}

std::string appending(const std::string& which) {
  return "INSERT INTO submission_revisions (region_code, submission, revision, year, innovation, "
         "external_id, ordinal, name, unit, affairs, stage, implemented_on, developed_on, state, "
         "withdrawn, levels, verified_levels, made_at) "
         "SELECT s.region_code, s.id, COALESCE(r.revision, 0) + 1, s.year, s.innovation, "
         "s.external_id, s.ordinal, s.name, s.unit, s.affairs, s.stage, s.implemented_on, "
         "s.developed_on, s.state, s.withdrawn, s.levels, s.verified_levels, :at "
         "FROM submissions s LEFT JOIN submission_revisions r ON r.region_code = s.region_code "
         "AND r.submission = s.id AND r.revision = (SELECT MAX(n.revision) "
         "FROM submission_revisions n WHERE n.region_code = s.region_code "
         "AND n.submission = s.id) WHERE s.region_code = :region AND s.year = :year" +
         which + " AND (" + differs() + ")";
}

}  // namespace

void append_submission_revisions(Session& session, const app::YearKey& key, Instant at) {
  Query(session.sql(), appending(""))
      .give(to_string(at))
      .give(key.region.str())
      .give(std::int64_t{key.year})
      .run();
}

void append_submission_revision(Session& session, const app::YearKey& key,
                                const std::string& submission, Instant at) {
  Query(session.sql(), appending(" AND s.id = :id"))
      .give(to_string(at))
      .give(key.region.str())
      .give(std::int64_t{key.year})
      .give(submission)
      .run();
}

}  // namespace jalur::store
