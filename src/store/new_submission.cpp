// A submission that no file brought, and a year that begins empty.
#include <map>

#include "base/text.h"
#include "store/ledger.h"
#include "store/profiles.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/submission_revisions.h"
#include "store/words.h"

namespace jalur::store {

namespace {

std::int64_t next_ordinal(Session& session, const app::YearKey& key) {
  std::int64_t last = 0;
  Query query(session.sql(),
              "SELECT COALESCE(MAX(ordinal), 0) FROM submissions "
              "WHERE region_code = :region AND year = :year");
  query.give(key.region.str()).give(std::int64_t{key.year}).take(last);
  query.next();
  return last + 1;
}

void put_innovation(Session& session, const app::NewSubmission& fresh) {
  Query(session.sql(),
        "INSERT INTO innovations (region_code, id, name, unit, made_at) "
        "VALUES (:region, :id, :name, :unit, :at) ON CONFLICT (region_code, id) "
        "DO UPDATE SET name = excluded.name, unit = excluded.unit")
      .give(fresh.key.region.str())
      .give(fresh.innovation)
      .give(fresh.profile.name)
      .give(fresh.profile.unit)
      .give(to_string(fresh.at))
      .run();
}

constexpr const char* submission_columns =
    "region_code, year, id, innovation, external_id, ordinal, name, unit, affairs, stage, "
    "implemented_on, developed_on, state, words, withdrawn, levels, verified_levels, "
    "maturity_claimed, maturity_verified, folded_name, folded_unit, made_at";

void put_submission(Session& session, const app::NewSubmission& fresh) {
  const registry::Profile& profile = fresh.profile;
  Rows rows(session.sql(), "submissions", submission_columns);
  rows.add({fresh.key.region.str(),
            std::int64_t{fresh.key.year},
            fresh.submission,
            fresh.innovation,
            fresh.submission,  // in files it goes by this
            next_ordinal(session, fresh.key),
            profile.name,
            profile.unit,
            packed(profile.affairs),
            word(profile.stage),
            packed(profile.implemented_on),
            packed(profile.developed_on),
            word(SubmissionState::draft),
            std::int64_t{registry::words_of(profile)},
            std::int64_t{0},
            packed(fresh.levels),
            std::optional<std::string>{},
            fresh.maturity.claimed.count(),
            fresh.maturity.verified.count(),
            folded(profile.name),
            folded(profile.unit),
            to_string(fresh.at)});
  rows.send();
}

// What proves an indicator without a level needs a claim of level 0 to be attached to.
void put_claims(Session& session, const app::NewSubmission& fresh) {
  std::map<IndicatorId, Level> claims;
  for (const app::KeptEvidence& kept : fresh.evidence) claims.emplace(kept.indicator, Level::none);
  for (const auto& [indicator, level] : fresh.levels) claims[indicator] = level;
  Rows rows(session.sql(), "claims",
            "region_code, submission, indicator, revision, level, made_at");
  for (const auto& [indicator, level] : claims)
    rows.add({fresh.key.region.str(), fresh.submission, indicator.str(), std::int64_t{1},
              std::int64_t{number(level)}, to_string(fresh.at)});
  rows.send();
}

void put_attachments(Session& session, const app::NewSubmission& fresh) {
  Rows rows(session.sql(), "attachments",
            "region_code, submission, indicator, evidence, from_revision, attached_at");
  for (const app::KeptEvidence& kept : fresh.evidence)
    rows.add({fresh.key.region.str(), fresh.submission, kept.indicator.str(), kept.evidence,
              std::int64_t{1}, to_string(fresh.at)});
  rows.send();
}

void put_government(Session& session, const app::NewYear& fresh) {
  Rows rows(session.sql(), "submissions", submission_columns);
  const std::optional<std::string> none;
  rows.add({fresh.key.region.str(),
            std::int64_t{fresh.key.year},
            fresh.government_submission,
            none,
            std::string(),
            std::int64_t{0},
            std::string(),
            std::string(),
            std::string(),
            word(Stage::initiative),
            none,
            none,
            word(SubmissionState::submitted),
            std::int64_t{0},
            std::int64_t{0},
            std::string(),
            none,
            std::int64_t{0},
            std::int64_t{0},
            std::string(),
            std::string(),
            to_string(fresh.at)});
  rows.send();
}

void put_region(Session& session, const app::NewYear& fresh) {
  Query(session.sql(),
        "INSERT INTO regions (region_code, name, kind) VALUES (:region, :name, :kind) "
        "ON CONFLICT (region_code) DO NOTHING")
      .give(fresh.key.region.str())
      .give(fresh.region_name)
      .give(word(fresh.kind))
      .run();
}

bool put_year(Session& session, const app::NewYear& fresh) {
  return Query(session.sql(),
               "INSERT INTO years (region_code, year, region_name, region_kind, ruleset, "
               "illustration, revision) VALUES (:region, :year, :name, :kind, :ruleset, '', 1) "
               "ON CONFLICT (region_code, year) DO NOTHING")
             .give(fresh.key.region.str())
             .give(std::int64_t{fresh.key.year})
             .give(fresh.region_name)
             .give(word(fresh.kind))
             .give(fresh.ruleset)
             .run() > 0;
}

void put_listed_units(Session& session, const app::NewYear& fresh) {
  Rows rows(session.sql(), "listed_units", "region_code, year, ordinal, name, kind");
  std::int64_t ordinal = 0;
  for (const Unit& unit : fresh.units)
    rows.add({fresh.key.region.str(), std::int64_t{fresh.key.year}, ++ordinal, unit.name,
              word(unit.kind)});
  rows.send();
}

}  // namespace

bool is_in_year(Session& session, const app::YearKey& key, const std::string& innovation) {
  std::string id;
  Query query(session.sql(),
              "SELECT id FROM submissions WHERE region_code = :region AND year = :year "
              "AND innovation = :innovation");
  query.give(key.region.str()).give(std::int64_t{key.year}).give(innovation).take(id);
  return query.next();
}

Expected<app::StoredProfile> add_submission(Session& session, const app::NewSubmission& fresh) {
  if (const auto counted = next_year_revision(session, fresh.key); !counted)
    return tl::unexpected(counted.error());
  if (is_in_year(session, fresh.key, fresh.innovation)) {
    const std::string year = std::to_string(fresh.key.year);
    return fail(ErrorCode::conflict,
                {"Inovasi ini sudah ada di tahun " + year + ".",
                 "This innovation is in the year " + year + " already."},
                "year", year);
  }
  put_innovation(session, fresh);
  put_submission(session, fresh);
  put_claims(session, fresh);
  put_attachments(session, fresh);
  put_profile(session, fresh.key.region, fresh.submission, fresh.profile, 1);
  put_design(session, fresh.key.region, fresh.submission, fresh.profile.design);
  for (const registry::StageStep& step : fresh.steps)
    append_step(session, fresh.key.region, fresh.submission, step);
  append_submission_revision(session, fresh.key, fresh.submission, fresh.at);
  append_to_ledger(
      session, fresh.key.region,
      {fresh.by, fresh.told.action, fresh.submission, fresh.profile.name, fresh.told.details},
      fresh.at);
  return read_profile(session, fresh.submission);
}

Expected<void> open_year(Session& session, const app::NewYear& fresh) {
  const std::string year = std::to_string(fresh.key.year);
  put_region(session, fresh);
  if (!put_year(session, fresh)) {
    return fail(ErrorCode::conflict,
                {"Tahun " + year + " sudah dibuka untuk daerah ini.",
                 "The year " + year + " is open for this region already."},
                "year", year);
  }
  put_listed_units(session, fresh);
  put_government(session, fresh);
  append_submission_revision(session, fresh.key, fresh.government_submission, fresh.at);
  append_to_ledger(session, fresh.key.region,
                   {fresh.by,
                    "year.opened",
                    year,
                    fresh.region_name + " " + year,
                    {{"ruleset", fresh.ruleset}, {"units", std::to_string(fresh.units.size())}}},
                   fresh.at);
  return {};
}

}  // namespace jalur::store
