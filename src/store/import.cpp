// A region's year taken in from a file: compared with what stands, and only differences written.
#include <algorithm>
#include <deque>
#include <map>

#include "base/text.h"
#include "store/import_rows.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/submission_revisions.h"
#include "store/units.h"
#include "store/words.h"

namespace jalur::store {

namespace {

constexpr std::int64_t progress_step = 64;  // innovations between two calls of the progress bar

struct Standing {
  SubmissionRow row;
  bool withdrawn = false;
  std::string design;
};

class Import {
 public:
  Import(Session& session, const app::ImportPlan& plan, const app::Progress& progress)
      : session_(session),
        plan_(plan),
        data_(*plan.data),
        key_{data_.code, data_.year},
        progress_(progress),
        rows_(session, key_, plan.at) {}

  // Errors: conflict when the file differs from a year that is locked.
  Expected<app::ImportReceipt> run() {
    begin_change();
    head();
    units();
    adopt();
    read_standing();
    take(government_row(plan_), {});
    innovations();
    withdraw_the_rest();
    rows_.send();
    if (!changed_) {
      session_.keep_nothing();
      --receipt_.year_revision;
      return receipt_;
    }
    if (const auto open = check_not_locked(session_, key_); !open)
      return tl::unexpected(open.error());
    append_submission_revisions(session_, key_, plan_.at);
    append_to_ledger(session_, key_.region, draft_of(plan_, receipt_), plan_.at);
    return receipt_;
  }

 private:
  void begin_change();
  void head();
  void units();
  void adopt();
  void read_standing();
  void innovations();
  void withdraw_the_rest();
  void take(SubmissionRow row, const std::string& design);
  void take_new(SubmissionRow row, const std::string& design);
  void take_again(const Standing& standing, SubmissionRow row, const std::string& design);
  std::string innovation_for(const SubmissionRow& row);
  void read_identities();

  Session& session_;
  const app::ImportPlan& plan_;
  const RegionYear& data_;
  app::YearKey key_;
  const app::Progress& progress_;
  ImportRows rows_;
  app::ImportReceipt receipt_;
  bool changed_ = false;
  std::map<std::string, Standing> standing_;  // by external id; what the file names is taken out
  // Innovations of the region without a submission this year, by name and unit.
  std::optional<std::map<std::pair<std::string, std::string>, std::deque<std::string>>> identities_;
};

// Makes region and year where they are missing, and counts the change, by which others who change
// this year wait for us.
void Import::begin_change() {
  Query(session_.sql(),
        "INSERT INTO regions (region_code, name, kind) VALUES (:region, :name, :kind) "
        "ON CONFLICT (region_code) DO UPDATE SET name = excluded.name, kind = excluded.kind")
      .give(key_.region.str())
      .give(data_.name)
      .give(word(data_.kind))
      .run();
  const std::int64_t made =
      Query(session_.sql(),
            "INSERT INTO years (region_code, year, region_name, region_kind, ruleset, "
            "illustration, revision) VALUES (:region, :year, :name, :kind, :ruleset, :note, 0) "
            "ON CONFLICT (region_code, year) DO NOTHING")
          .give(key_.region.str())
          .give(std::int64_t{key_.year})
          .give(data_.name)
          .give(word(data_.kind))
          .give(data_.ruleset)
          .give(data_.illustration)
          .run();
  changed_ = made > 0;
  Query query(session_.sql(),
              "UPDATE years SET revision = revision + 1 "
              "WHERE region_code = :region AND year = :year RETURNING revision");
  query.give(key_.region.str()).give(std::int64_t{key_.year}).take(receipt_.year_revision);
  query.next();
}

void Import::head() {
  const std::int64_t differed =
      Query(session_.sql(),
            "UPDATE years SET region_name = :name, region_kind = :kind, ruleset = :ruleset, "
            "illustration = :note WHERE region_code = :region AND year = :year AND NOT "
            "(region_name = :old_name AND region_kind = :old_kind AND ruleset = :old_ruleset "
            "AND illustration = :old_note)")
          .give(data_.name)
          .give(word(data_.kind))
          .give(data_.ruleset)
          .give(data_.illustration)
          .give(key_.region.str())
          .give(std::int64_t{key_.year})
          .give(data_.name)
          .give(word(data_.kind))
          .give(data_.ruleset)
          .give(data_.illustration)
          .run();
  if (differed > 0) changed_ = true;
}

// The list of units is a description, not a submission: a changed one replaces the old.
void Import::units() {
  std::vector<Unit> standing;
  {
    Unit unit;
    std::string kind;
    Query query(session_.sql(),
                "SELECT name, kind FROM listed_units WHERE region_code = :region AND year = :year "
                "ORDER BY ordinal");
    query.give(key_.region.str()).give(std::int64_t{key_.year}).take(unit.name).take(kind);
    while (query.next()) {
      unit.kind = unit_kind_from(kind);
      standing.push_back(unit);
    }
  }
  if (standing == data_.units) return;
  changed_ = true;
  Query(session_.sql(), "DELETE FROM listed_units WHERE region_code = :region AND year = :year")
      .give(key_.region.str())
      .give(std::int64_t{key_.year})
      .run();
  Rows rows(session_.sql(), "listed_units", "region_code, year, ordinal, name, kind");
  for (std::size_t i = 0; i < data_.units.size(); ++i) {
    rows.add({key_.region.str(), std::int64_t{key_.year}, static_cast<std::int64_t>(i) + 1,
              data_.units[i].name, word(data_.units[i].kind)});
  }
  rows.send();
}

// Whoever is named as a unit is one from now on.
void Import::adopt() {
  std::vector<Unit> named = data_.units;
  for (const Innovation& innovation : data_.innovations)
    named.push_back({innovation.unit, Unit::Kind::other});
  if (adopt_units(session_, key_.region, named, plan_.new_id, plan_.at)) changed_ = true;
}

void Import::read_standing() {
  Standing standing;
  int withdrawn = 0;
  Query query(session_.sql(),
              "SELECT " + SubmissionRow::columns +
                  ", s.withdrawn, COALESCE(d.design, '') FROM submissions s LEFT JOIN designs d "
                  "ON d.region_code = s.region_code AND d.submission = s.id "
                  "WHERE s.region_code = :region AND s.year = :year");
  query.give(key_.region.str()).give(std::int64_t{key_.year});
  standing.row.take(query);
  query.take(withdrawn).take(standing.design);
  while (query.next()) {
    standing.withdrawn = withdrawn != 0;
    standing_.emplace(standing.row.external_id, standing);
  }
}

void Import::innovations() {
  const auto total = static_cast<std::int64_t>(data_.innovations.size());
  for (std::int64_t i = 0; i < total; ++i) {
    const auto index = static_cast<std::size_t>(i);
    take(innovation_row(plan_, index), data_.innovations[index].design);
    rows_.send_when_many();
    const std::int64_t done = i + 1;
    if (progress_ && (done % progress_step == 0 || done == total)) progress_(done, total);
  }
}

void Import::take(SubmissionRow row, const std::string& design) {
  const auto found = standing_.find(row.external_id);
  if (found == standing_.end()) {
    take_new(std::move(row), design);
    return;
  }
  const Standing standing = std::move(found->second);
  standing_.erase(found);
  take_again(standing, std::move(row), design);
}

void Import::take_new(SubmissionRow row, const std::string& design) {
  changed_ = true;
  row.id = plan_.new_id();
  if (row.innovation) {
    row.innovation = innovation_for(row);
    ++receipt_.innovations_new;
  }
  take_over_course(row, nullptr, plan_.at);
  rows_.add_submission(row, design);
  receipt_.claims_changed += rows_.append_levels(row.id, nullptr, row);
}

void Import::take_again(const Standing& standing, SubmissionRow row, const std::string& design) {
  row.id = standing.row.id;
  row.innovation = standing.row.innovation;
  take_over_course(row, &standing.row, plan_.at);
  const bool redesigned = design != standing.design;
  if (row == standing.row && !redesigned && !standing.withdrawn) return;
  changed_ = true;
  rows_.change_submission(row);
  if (redesigned) rows_.change_design(row.id, design);
  receipt_.claims_changed += rows_.append_levels(row.id, &standing.row, row);

  // A new place in the file or other points of the ruleset do not make another innovation.
  SubmissionRow told = standing.row;
  told.ordinal = row.ordinal;
  told.maturity_claimed = row.maturity_claimed;
  told.maturity_verified = row.maturity_verified;
  const bool differs = told != row || redesigned || standing.withdrawn;
  if (differs && row.innovation) ++receipt_.innovations_changed;
}

void Import::read_identities() {
  identities_.emplace();
  std::string id, name, unit;
  Query query(session_.sql(),
              "SELECT i.id, i.name, i.unit FROM innovations i WHERE i.region_code = :region "
              "AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.region_code = i.region_code "
              "AND s.innovation = i.id AND s.year = :year) ORDER BY i.id");
  query.give(key_.region.str()).give(std::int64_t{key_.year});
  query.take(id).take(name).take(unit);
  while (query.next()) (*identities_)[{name, unit}].push_back(id);
}

std::string Import::innovation_for(const SubmissionRow& row) {
  if (!identities_) read_identities();
  auto& known = (*identities_)[{row.name, row.unit}];
  if (!known.empty()) {
    const std::string id = known.front();
    known.pop_front();
    return id;
  }
  const std::string id = plan_.new_id();
  rows_.add_innovation(id, row);
  return id;
}

void Import::withdraw_the_rest() {
  for (const auto& [external_id, standing] : standing_) {
    if (standing.withdrawn) continue;
    changed_ = true;
    rows_.withdraw(standing.row.id);
    ++receipt_.innovations_withdrawn;
  }
}

}  // namespace

Expected<app::ImportReceipt> write_import(Session& session, const app::ImportPlan& plan,
                                          const app::Progress& progress) {
  return Import(session, plan, progress).run();
}

}  // namespace jalur::store
