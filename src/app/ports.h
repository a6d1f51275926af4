// What the use cases need from the world. main.cpp plugs the real things in.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "accounts/permission.h"
#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"
#include "index/region_year.h"
#include "ledger/draft.h"
#include "registry/calendar.h"
#include "registry/course.h"

namespace jalur::app {

struct YearKey {
  RegionCode region;
  int year = 0;
  auto operator<=>(const YearKey&) const = default;
};

struct YearSummary {
  YearKey key;
  std::string region_name;
  RegionKind kind = RegionKind::regency;
  std::string ruleset;
  std::string illustration;       // not empty: sample data
  std::optional<Date> closes_on;  // deadline; nothing: not set
};

// A region's year as stored. `submissions[i]` is the id of `data.innovations[i]`, `courses[i]` how
// far it has come. The design texts
// are left out (empty): they are long, and no figure needs them.
struct StoredYear {
  std::int64_t revision = 0;  // grows with every change to this region's year
  std::string government_submission;
  std::vector<std::string> submissions;
  registry::Calendar calendar;
  RegionYear data;
  registry::Course government_course = {};
  std::vector<registry::Course> courses = {};  // of `submissions`, one each
};

// Points kept beside a submission so that lists can be sorted by them. A read model: the claims are
// the truth, and every change of a claim renews it in the same transaction.
struct Maturity {
  Points claimed;
  Points verified;
};

// One submission with its text. `innovation` is nothing for the government's own rows.
struct StoredSubmission {
  std::string id;
  YearKey key;
  std::optional<Innovation> innovation;
  int words = 0;  // of the design text
};

// Where a submission belongs. Name and unit are empty for the government's own rows.
struct Place {
  YearKey key;
  std::string ruleset;
  bool of_government = false;
  std::string name;
  std::string unit;
  registry::Calendar calendar = {};  // with the exception of this unit only
  bool operator==(const Place&) const = default;
};

// What a changed claim entails for the rest of its submission.
struct ClaimSettled {
  std::optional<Level> verified;  // what stays verified; nothing: was not verified before either
  Maturity maturity;              // of the submission after the change
};

// Evidence put on a claim or taken from it. Either is a revision of the claim.
struct EvidenceEdit {
  enum class Kind { attach, detach };
  Kind kind = Kind::attach;
  std::string evidence;
  std::string title;  // for the log
};

struct ClaimChange {
  YearKey key;
  std::string submission;
  IndicatorId indicator;
  std::optional<Level> level;  // nothing: as it stands
  // Called within the transaction, with the claimed levels after the change and the verified ones
  // before it, so that changes made at the same time cannot miss each other. When evidence is taken
  // away that was there at the last verification, the verified level is given as 0.
  std::function<ClaimSettled(const Levels& levels, const std::optional<Levels>& verified)> settle;
  Instant at;
  ledger::Actor by;
  std::string name;  // of the innovation or of the region, for the log
  std::optional<EvidenceEdit> evidence = std::nullopt;
};

struct ClaimSaved {
  std::int64_t claim_revision = 0;  // 1 for the first
  std::int64_t year_revision = 0;
  bool changed = true;                           // false: it stood so already
  std::optional<Level> verified = std::nullopt;  // of this claim, as it stands now
};

enum class InnovationSort { name, maturity, unit };

struct InnovationQuery {
  YearKey key;
  std::string search;  // in the name or the unit, no matter the case; empty: all
  std::optional<std::string> unit;
  // Whose drafts and withheld ones are seen, by name; nothing: everybody's.
  std::optional<std::vector<std::string>> drafts_of;
  std::optional<Stage> stage;
  std::optional<SubmissionState> state;
  InnovationSort sort = InnovationSort::name;  // maturity: highest first
  std::string after;  // the `next` of the page before; empty: from the start
  int limit = 50;
  std::optional<std::int64_t> total;  // that fit, when it is known already; else it is counted
};

struct InnovationItem {
  std::string submission;
  Innovation innovation;  // design left out
  Maturity maturity;
  int words = 0;
};

struct InnovationPage {
  std::vector<InnovationItem> items;
  std::string next;        // empty: no more
  std::int64_t total = 0;  // that fit the filters
};

// Ids and maturities for what an import brings, made by the app beforehand.
struct ImportPlan {
  const RegionYear* data = nullptr;
  std::vector<Maturity> maturities;  // per innovation
  Maturity government;
  std::function<std::string()> new_id;  // UUIDv7
  Instant at;
  ledger::Actor by;
};

struct ImportReceipt {
  int innovations_new = 0;
  int innovations_changed = 0;
  int innovations_withdrawn = 0;  // in the store, no longer in the file
  int claims_changed = 0;
  std::int64_t year_revision = 0;
};

// Counts for a progress bar: done, of how many.
using Progress = std::function<void(std::int64_t, std::int64_t)>;

// The records. Every call is one transaction of its own; what it answered "done" to is durable.
// What changes something also leaves an entry in the region's log, in the same transaction; a
// change that changes nothing leaves none. Calls may come from any thread. Errors: not_found,
// conflict, unavailable.
class Store {
 public:
  virtual ~Store() = default;

  virtual Expected<void> ready() = 0;  // reachable and migrated

  // Every region's year, by region code and year, after the given one. At most `limit`.
  virtual Expected<std::vector<YearSummary>> years(const std::optional<YearKey>& after,
                                                   int limit) = 0;
  virtual Expected<std::int64_t> revision(const YearKey& key) = 0;
  virtual Expected<StoredYear> year(const YearKey& key) = 0;
  virtual Expected<Place> place_of(const std::string& submission) = 0;
  virtual Expected<StoredSubmission> submission(const std::string& id) = 0;
  virtual Expected<InnovationPage> innovations(const InnovationQuery& query) = 0;

  // Appends a revision of the claim (and of the verification, where it changes), and the claim
  // waits for a verdict. A claim that already stands so is answered with its revision and changes
  // nothing, unless it was returned: then saying it again is the answer. Errors also: conflict
  // (locked).
  virtual Expected<ClaimSaved> save_claim(const ClaimChange& change) = 0;

  // All or nothing. A submission is recognised by the id it has in the file; what is no longer in
  // the file becomes withdrawn and is neither listed nor exported. Levels that differ become
  // revisions. Errors also: conflict when something differs and the year is locked.
  virtual Expected<ImportReceipt> import(const ImportPlan& plan, const Progress& progress) = 0;

  // Whole year for export: like year(), with the design texts.
  virtual Expected<StoredYear> full_year(const YearKey& key) = 0;

  // Calls `take` with every region's data of that assessment year, by region code, streaming.
  virtual Expected<void> nation(int year, const std::function<void(const RegionYear&)>& take) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

class Randomness {
 public:
  virtual ~Randomness() = default;
  virtual std::array<std::uint8_t, 10> ten_bytes() = 0;
};

// A table with headings, as people open it in a spreadsheet.
struct Table {
  std::string name;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};
enum class TableFormat { csv, xlsx };

// A text of a sheet and where it stands: "Orang!B7".
struct PlacedText {
  std::string text;
  std::string place;
};

// One line of the sheet "Orang".
struct PersonRow {
  PlacedText name;
  PlacedText email;
  PlacedText unit;  // its name; empty: none
  accounts::Role role = accounts::Role::operator_;
  std::string role_place;
};

// Spreadsheets. Errors: invalid_input (with sheet and cell), too_large.
class Documents {
 public:
  virtual ~Documents() = default;
  // An empty workbook for a region's year: sheets "Daerah", "Pemerintah", "Inovasi", "Petunjuk".
  virtual Expected<std::string> template_workbook(const Ruleset& ruleset) = 0;
  virtual Expected<std::string> region_year_workbook(const RegionYear& data,
                                                     const Ruleset& ruleset) = 0;
  // `bytes` is an XLSX; never trusted. The ruleset is the one that the sheet "Daerah" names.
  virtual Expected<RegionYear> read_region_year(
      const std::string& bytes, const std::string& name,
      const std::function<const Ruleset*(const std::string&)>& ruleset) = 0;
  virtual Expected<std::string> write_table(const Table& table, TableFormat format) = 0;
  // An empty workbook for people, with these units to choose from: sheets "Orang", "Unit",
  // "Petunjuk".
  virtual Expected<std::string> people_template(const std::vector<std::string>& units) = 0;
  // Its sheet "Orang", filled in; never trusted.
  virtual Expected<std::vector<PersonRow>> read_people(const std::string& bytes,
                                                       const std::string& name) = 0;
};

}  // namespace jalur::app
