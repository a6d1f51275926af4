#include "store/import_rows.h"

#include <set>

#include "base/text.h"
#include "ledger/actions.h"
#include "store/course_words.h"
#include "store/profiles.h"
#include "store/words.h"

namespace jalur::store {

namespace {

constexpr std::size_t many = 2'000;  // claims that may wait in memory

// Indicators at which the two differ; one that is missing stands at 0.
std::set<IndicatorId> differing(const Levels& before, const Levels& after) {
  std::set<IndicatorId> indicators;
  for (const auto& [indicator, level] : before) {
    if (after.at(indicator) != level) indicators.insert(indicator);
  }
  for (const auto& [indicator, level] : after) {
    if (before.at(indicator) != level) indicators.insert(indicator);
  }
  return indicators;
}

Levels levels_or_none(const std::optional<std::string>& text) {
  return text ? levels_from(*text) : Levels{};
}

// A file says how far things have come, but not since when; a claim that it changes stands as its
// levels tell.
void keep_marks(SubmissionRow& after, const SubmissionRow& before) {
  registry::ClaimMarks marks = marks_from(before.states);
  const auto forget = [&](const std::set<IndicatorId>& changed) {
    for (const IndicatorId& indicator : changed) marks.erase(indicator);
  };
  forget(differing(levels_from(before.levels), levels_from(after.levels)));
  forget(differing(levels_or_none(before.verified_levels), levels_or_none(after.verified_levels)));
  after.states = packed(marks);
}

}  // namespace

void take_over_course(SubmissionRow& after, const SubmissionRow* before, Instant at) {
  const bool came_before = before != nullptr && before->state == after.state;
  if (before != nullptr) keep_marks(after, *before);
  if (came_before) {
    after.handed_in_at = before->handed_in_at;
    after.endorsed_at = before->endorsed_at;
  } else if (after.state == word(SubmissionState::submitted) ||
             after.state == word(SubmissionState::rejected)) {
    after.handed_in_at = after.endorsed_at = to_string(at);
  }
}

ImportRows::ImportRows(Session& session, const app::YearKey& key, Instant at)
    : session_(session),
      region_(key.region.str()),
      year_(key.year),
      at_(to_string(at)),
      innovations_(session.sql(), "innovations", "region_code, id, name, unit, made_at"),
      submissions_(session.sql(), "submissions",
                   "region_code, year, id, innovation, external_id, ordinal, name, unit, affairs, "
                   "stage, implemented_on, developed_on, state, words, withdrawn, levels, "
                   "verified_levels, maturity_claimed, maturity_verified, folded_name, "
                   "folded_unit, handed_in_at, endorsed_at, states, made_at"),
      designs_(session.sql(), "designs", "region_code, submission, design"),
      claims_(session.sql(), "claims",
              "region_code, submission, indicator, revision, level, made_at"),
      verifications_(session.sql(), "verifications",
                     "region_code, submission, indicator, revision, claim_revision, level, "
                     "verdict, made_at") {}

void ImportRows::add_innovation(const std::string& id, const SubmissionRow& row) {
  innovations_.add({region_, id, row.name, row.unit, at_});
}

void ImportRows::add_submission(const SubmissionRow& row, const std::string& design) {
  submissions_.add({region_,
                    year_,
                    row.id,
                    row.innovation,
                    row.external_id,
                    row.ordinal,
                    row.name,
                    row.unit,
                    row.affairs,
                    row.stage,
                    row.implemented_on,
                    row.developed_on,
                    row.state,
                    row.words,
                    std::int64_t{0},
                    row.levels,
                    row.verified_levels,
                    row.maturity_claimed,
                    row.maturity_verified,
                    folded(row.name),
                    folded(row.unit),
                    row.handed_in_at,
                    row.endorsed_at,
                    row.states,
                    at_});
  if (!design.empty()) designs_.add({region_, row.id, design});
}

void ImportRows::change_submission(const SubmissionRow& row) {
  Query update(session_.sql(),
               "UPDATE submissions SET ordinal = :ordinal, name = :name, unit = :unit, "
               "affairs = :affairs, stage = :stage, implemented_on = :implemented, "
               "developed_on = :developed, state = :state, words = :words, withdrawn = 0, "
               "levels = :levels, verified_levels = :verified, maturity_claimed = :maturity, "
               "maturity_verified = :maturity_verified, folded_name = :folded_name, "
               "folded_unit = :folded_unit, handed_in_at = :handed_in, endorsed_at = :endorsed, "
               "states = :states WHERE region_code = :region AND id = :id");
  update.give(row.ordinal).give(row.name).give(row.unit).give(row.affairs).give(row.stage);
  update.give(row.implemented_on).give(row.developed_on).give(row.state).give(row.words);
  update.give(row.levels).give(row.verified_levels).give(row.maturity_claimed);
  update.give(row.maturity_verified).give(folded(row.name)).give(folded(row.unit));
  update.give(row.handed_in_at).give(row.endorsed_at).give(row.states);
  update.give(region_).give(row.id).run();
  if (!row.innovation) return;
  Query(session_.sql(),
        "UPDATE innovations SET name = :name, unit = :unit "
        "WHERE region_code = :region AND id = :id")
      .give(row.name)
      .give(row.unit)
      .give(region_)
      .give(*row.innovation)
      .run();
}

void ImportRows::change_design(const std::string& submission, const std::string& design) {
  Query(session_.sql(),
        "INSERT INTO designs (region_code, submission, design) VALUES (:region, :id, :design) "
        "ON CONFLICT (region_code, submission) DO UPDATE SET design = excluded.design")
      .give(region_)
      .give(submission)
      .give(design)
      .run();
  forget_design_parts(session_, region_, submission, design);
}

void ImportRows::withdraw(const std::string& submission) {
  Query(session_.sql(),
        "UPDATE submissions SET withdrawn = 1 WHERE region_code = :region AND id = :id")
      .give(region_)
      .give(submission)
      .run();
}

Revisions ImportRows::newest(const std::string& table, const std::string& submission) {
  Revisions revisions;
  std::string indicator;
  std::int64_t revision = 0;
  Query query(session_.sql(), "SELECT indicator, MAX(revision) FROM " + table +
                                  " WHERE region_code = :region AND submission = :id "
                                  "GROUP BY indicator");
  query.give(region_).give(submission).take(indicator).take(revision);
  while (query.next()) revisions.emplace(indicator, revision);
  return revisions;
}

int ImportRows::append_levels(const std::string& submission, const SubmissionRow* before,
                              const SubmissionRow& after) {
  const Levels claimed = levels_from(after.levels);
  const Levels verified = levels_or_none(after.verified_levels);
  const auto claims = differing(before ? levels_from(before->levels) : Levels{}, claimed);
  const auto findings =
      differing(before ? levels_or_none(before->verified_levels) : Levels{}, verified);
  if (claims.empty() && findings.empty()) return 0;

  Revisions claim_revisions = before ? newest("claims", submission) : Revisions{};
  for (const IndicatorId& indicator : claims) {
    add_claim(submission, indicator, ++claim_revisions[indicator.str()], claimed.at(indicator));
  }
  Revisions revisions = before ? newest("verifications", submission) : Revisions{};
  for (const IndicatorId& indicator : findings) {
    add_verification(submission, indicator, ++revisions[indicator.str()],
                     claim_revisions[indicator.str()], verified.at(indicator));
  }
  std::set<IndicatorId> changed = claims;
  changed.insert(findings.begin(), findings.end());
  return static_cast<int>(changed.size());
}

void ImportRows::add_claim(const std::string& submission, const IndicatorId& indicator,
                           std::int64_t revision, Level level) {
  claims_.add({region_, submission, indicator.str(), revision, std::int64_t{number(level)}, at_});
}

void ImportRows::add_verification(const std::string& submission, const IndicatorId& indicator,
                                  std::int64_t revision, std::int64_t claim_revision, Level level) {
  verifications_.add({region_, submission, indicator.str(), revision, claim_revision,
                      std::int64_t{number(level)}, word(registry::Verdict::imported), at_});
}

void ImportRows::send_when_many() {
  if (claims_.waiting() + verifications_.waiting() >= many) send();
}

void ImportRows::send() {  // what others refer to first
  innovations_.send();
  submissions_.send();
  designs_.send();
  claims_.send();
  verifications_.send();
}

SubmissionRow government_row(const app::ImportPlan& plan) {
  const RegionYear& data = *plan.data;
  SubmissionRow row;
  row.affairs = "";
  row.stage = word(Stage::initiative);
  row.state = word(SubmissionState::submitted);
  row.levels = packed(data.government);
  row.verified_levels = packed(data.government_verified);
  row.maturity_claimed = plan.government.claimed.count();
  row.maturity_verified = plan.government.verified.count();
  return row;
}

SubmissionRow innovation_row(const app::ImportPlan& plan, std::size_t index) {
  const Innovation& innovation = plan.data->innovations[index];
  const app::Maturity& maturity = plan.maturities[index];
  SubmissionRow row;
  row.innovation = "";  // found or made later
  row.external_id = innovation.id;
  row.ordinal = static_cast<std::int64_t>(index) + 1;
  row.name = innovation.name;
  row.unit = innovation.unit;
  row.affairs = packed(innovation.affairs);
  row.stage = word(innovation.stage);
  row.implemented_on = packed(innovation.implemented_on);
  row.developed_on = packed(innovation.developed_on);
  row.state = word(innovation.state);
  row.words = count_words(innovation.design);
  row.levels = packed(innovation.levels);
  row.verified_levels = packed(innovation.verified_levels);
  row.maturity_claimed = maturity.claimed.count();
  row.maturity_verified = maturity.verified.count();
  return row;
}

ledger::Draft draft_of(const app::ImportPlan& plan, const app::ImportReceipt& receipt) {
  const std::string year = std::to_string(plan.data->year);
  return {plan.by,
          std::string(ledger::actions::import_done),
          year,
          plan.data->name + " " + year,
          {{"innovations_new", std::to_string(receipt.innovations_new)},
           {"innovations_changed", std::to_string(receipt.innovations_changed)},
           {"innovations_withdrawn", std::to_string(receipt.innovations_withdrawn)},
           {"claims_changed", std::to_string(receipt.claims_changed)},
           {"revision", std::to_string(receipt.year_revision)}}};
}

}  // namespace jalur::store
