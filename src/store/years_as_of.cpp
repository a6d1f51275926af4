// A region's year as the index saw it at an instant: the newest revision of each submission up to
// then, with the levels that came after it laid over.
#include <map>

#include "store/queries.h"
#include "store/query.h"
#include "store/submission_revisions.h"
#include "store/words.h"

namespace jalur::store {

namespace {

struct Snapshot {
  Innovation innovation;
  std::int64_t ordinal = 0;
  bool of_government = false;
  bool withdrawn = false;
  std::string made_at;
};
using Snapshots = std::map<std::string, Snapshot>;  // by submission

Snapshots read_snapshots(Session& session, const app::YearKey& key, const std::string& at) {
  Snapshots snapshots;
  std::string submission, affairs, stage, state, levels;
  std::optional<std::string> of, implemented_on, developed_on, verified;
  std::int64_t withdrawn = 0;
  Snapshot row;
  Query query(session.sql(),
              "SELECT r.submission, r.innovation, r.external_id, r.ordinal, r.name, r.unit, "
              "r.affairs, r.stage, r.implemented_on, r.developed_on, r.state, r.withdrawn, "
              "r.levels, r.verified_levels, r.made_at FROM submission_revisions r "
              "WHERE r.region_code = :region AND r.year = :year AND r.revision = "
              "(SELECT MAX(n.revision) FROM submission_revisions n "
              "WHERE n.region_code = r.region_code AND n.submission = r.submission "
              "AND n.made_at <= :at)");
  query.give(key.region.str()).give(std::int64_t{key.year}).give(at);
  query.take(submission).take(of).take(row.innovation.id).take(row.ordinal);
  query.take(row.innovation.name).take(row.innovation.unit).take(affairs).take(stage);
  query.take(implemented_on).take(developed_on).take(state).take(withdrawn);
  query.take(levels).take(verified).take(row.made_at);
  while (query.next()) {
    row.of_government = !of;
    row.withdrawn = withdrawn != 0;
    row.innovation.affairs = affairs_from(affairs);
    row.innovation.stage = stage_from(stage);
    row.innovation.implemented_on = date_from(implemented_on);
    row.innovation.developed_on = date_from(developed_on);
    row.innovation.state = state_from(state);
    row.innovation.levels = levels_from(levels);
    row.innovation.verified_levels = verified_from(verified);
    snapshots.emplace(submission, row);
  }
  return snapshots;
}

// The newest revision of every claim, or verification, up to then.
std::string newest_text(const std::string& table) {
  return "SELECT c.submission, c.indicator, c.level, c.made_at FROM " + table +
         " c JOIN submissions s ON s.region_code = c.region_code AND s.id = c.submission "
         "WHERE c.region_code = :region AND s.year = :year AND c.revision = "
         "(SELECT MAX(n.revision) FROM " +
         table +
         " n WHERE n.region_code = c.region_code AND n.submission = c.submission "
         "AND n.indicator = c.indicator AND n.made_at <= :at)";
}

template <class Take>
void each_newest(Session& session, const app::YearKey& key, const std::string& table,
                 const std::string& at, Snapshots& snapshots, const Take& take) {
  std::string submission, indicator, made_at;
  std::int64_t level = 0;
  Query query(session.sql(), newest_text(table));
  query.give(key.region.str()).give(std::int64_t{key.year}).give(at);
  query.take(submission).take(indicator).take(level).take(made_at);
  while (query.next()) {
    const auto id = IndicatorId::parse(indicator);
    const auto read = level_of(level);
    const auto snapshot = snapshots.find(submission);
    if (!id || !read) throw Damaged("a level of indicator \"" + indicator + "\"");
    if (snapshot != snapshots.end()) take(snapshot->second, *id, *read, made_at);
  }
}

void lay_claims(Session& session, const app::YearKey& key, const std::string& at,
                Snapshots& snapshots) {
  each_newest(session, key, "claims", at, snapshots,
              [](Snapshot& snapshot, IndicatorId id, Level level, const std::string& made_at) {
                if (made_at >= snapshot.made_at) snapshot.innovation.levels.set(id, level);
              });
}

// A revision that takes back a finding leaves it out of its levels, and writes a zero in that
// moment.
bool was_taken_back(const Snapshot& snapshot, IndicatorId id, Level level,
                    const std::string& made_at) {
  const auto& verified = snapshot.innovation.verified_levels;
  return made_at == snapshot.made_at && level == Level::none && (!verified || !verified->find(id));
}

void lay_verifications(Session& session, const app::YearKey& key, const std::string& at,
                       Snapshots& snapshots) {
  each_newest(session, key, "verifications", at, snapshots,
              [](Snapshot& snapshot, IndicatorId id, Level level, const std::string& made_at) {
                auto& verified = snapshot.innovation.verified_levels;
                if (made_at < snapshot.made_at) return;
                if (was_taken_back(snapshot, id, level, made_at)) return;
                if (!verified) verified.emplace();
                verified->set(id, level);
              });
}

bool read_head(Session& session, const app::YearKey& key, RegionYear& data) {
  std::string kind;
  Query query(session.sql(),
              "SELECT region_name, region_kind, ruleset, illustration FROM years "
              "WHERE region_code = :region AND year = :year");
  query.give(key.region.str()).give(std::int64_t{key.year});
  query.take(data.name).take(kind).take(data.ruleset).take(data.illustration);
  if (!query.next()) return false;
  data.kind = region_kind_from(kind);
  data.code = key.region;
  data.year = key.year;
  return true;
}

RegionYear gathered(RegionYear data, Snapshots snapshots) {
  std::map<std::pair<std::int64_t, std::string>, Innovation> in_order;
  for (auto& [submission, snapshot] : snapshots) {
    if (snapshot.withdrawn) continue;
    if (snapshot.of_government) {
      data.government = snapshot.innovation.levels;
      data.government_verified = snapshot.innovation.verified_levels;
    } else {
      in_order.emplace(std::pair(snapshot.ordinal, submission), std::move(snapshot.innovation));
    }
  }
  for (auto& [place, innovation] : in_order) data.innovations.push_back(std::move(innovation));
  return data;
}

}  // namespace

Expected<RegionYear> read_year_as_of(Session& session, const app::YearKey& key, Instant at) {
  RegionYear data;
  if (!read_head(session, key, data)) return no_such_year(key);
  const std::string until = to_string(at);
  Snapshots snapshots = read_snapshots(session, key, until);
  if (snapshots.empty()) {
    return fail(ErrorCode::not_found,
                {"Pada saat itu belum ada catatan tahun ini.",
                 "Nothing of this year was on record at that instant."},
                "at", until);
  }
  lay_claims(session, key, until, snapshots);
  lay_verifications(session, key, until, snapshots);
  return gathered(std::move(data), std::move(snapshots));
}

}  // namespace jalur::store
