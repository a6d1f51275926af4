// What people do with Jalur, one function each; each is written in a file of its own name. They
// check the call, ask the store, let the domain reckon, and answer. Errors: those of the store, and
// invalid_input for what the caller gave.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/ports.h"
#include "app/workflow.h"
#include "index/comparison.h"
#include "index/expected.h"
#include "index/score.h"
#include "ledger/proof.h"
#include "registry/readiness.h"

namespace jalur::app {

// --- the number ------------------------------------------------------------------------------

struct ScoreAnswer {
  Score score;
  std::vector<Row> rows;
  const Ruleset* ruleset = nullptr;
  std::shared_ptr<const StoredYear> year;
};
// `ruleset`: empty for the one in force that year.
Expected<ScoreAnswer> score_year(House& house, const YearKey& key, const std::string& ruleset);

// The year's own ruleset against another.
struct ComparisonAnswer {
  Comparison comparison;
  const Ruleset* from = nullptr;
  const Ruleset* to = nullptr;
};
Expected<ComparisonAnswer> compare_year(House& house, const YearKey& key, const std::string& with);

// One indicator raised by one level wherever it can be: what that brings to the claimed index.
struct IndicatorGain {
  const Indicator* indicator = nullptr;
  int claims = 0;  // that would rise
  Fraction index_effect;
};

struct NextClass {
  ClassBand band;
  Hundredths missing;  // index points from the shown index to the border
};

struct PreviousYear {
  int year = 0;
  std::string ruleset;
  Hundredths claimed;
  std::optional<Hundredths> verified;
};

// Counts of what somebody has to do.
struct WorkCounts {
  int drafts = 0;
  int to_endorse = 0;
  int waiting = 0;   // claims
  int returned = 0;  // claims
  int objections = 0;
  int overdue = 0;  // of the above
  int all() const { return drafts + to_endorse + waiting + returned + objections; }
};
struct OpenWork {
  registry::Phase phase = registry::Phase::open;
  std::optional<int> days_left;
  WorkCounts total;                                       // also of the government's own rows
  std::vector<std::pair<std::string, WorkCounts>> units;  // with open work, most first
};

struct Overview {
  std::shared_ptr<const StoredYear> year;
  const Ruleset* ruleset = nullptr;
  Score score;
  std::optional<NextClass>
      next_class;  // from the verified index where there is one, else the claimed
  std::optional<PreviousYear> previous;
  int draft = 0, withheld = 0, submitted = 0, rejected = 0;
  int units = 0;
  std::vector<std::string> units_without_innovation;
  std::vector<IndicatorGain> gains;  // most effect first, at most ten
  ExpectedIndex expected;
  OpenWork work;
};
Expected<Overview> overview(House& house, const YearKey& key);

// Region years whose figures the caller may see; paging as Store::years. Errors: unavailable.
Expected<std::vector<YearSummary>> visible_years(House& house, const accounts::Caller& caller,
                                                 std::optional<YearKey> after, int limit);

// --- units -------------------------------------------------------------------------------------

struct UnitStanding {
  Unit unit;
  int innovations = 0;  // all that are not withheld
  int counted = 0;
  std::optional<Fraction> maturity_claimed;  // mean over the counted; nothing: none counted
  std::optional<Fraction> maturity_verified;
  int claims = 0;                                    // of counted innovations, level above 0
  int claims_verified = 0;                           // of those
  std::vector<std::optional<Fraction>> mean_levels;  // per innovation indicator, claimed
};
enum class UnitSort { innovations, maturity, verified, name };
struct UnitPage {
  std::vector<UnitStanding> items;
  std::vector<const Indicator*> indicators;  // the columns of mean_levels
  std::string next;                          // empty: no more
  int total = 0;
};
// `after`: the name of the last unit of the page before.
Expected<UnitPage> unit_standings(House& house, const YearKey& key, UnitSort sort,
                                  const std::string& after, int limit);

// --- submissions and claims ----------------------------------------------------------------------

struct ClaimLine {
  const Indicator* indicator = nullptr;
  Level level = Level::none;
  std::optional<Level> verified_level;
  std::optional<Fraction> next_level_effect;  // nothing at level 3
  registry::ClaimStanding standing;
  std::optional<registry::Due> due;  // a verdict, or the answer to one
};
// What else is known of a claim. Verdict and objection are for those who see drafts.
struct ClaimPapers {
  std::int64_t revision = 0;  // 0: never claimed
  std::optional<VerdictRow> verdict;
  std::optional<Objection> objection;
  std::optional<registry::Due> objection_due;
  int remarks = 0;
};
// How far a submission has come. Who signed and what was said is for those who see drafts.
struct CourseAnswer {
  std::string submission;
  registry::Course course;
  std::optional<Signed> handed_in;
  std::optional<Signed> endorsed;
  std::optional<Proceedings::Word> last_word;
  std::optional<registry::Due> due;  // the endorsement
  registry::Phase phase = registry::Phase::open;
  std::optional<Date> last_day;
};
struct SubmissionAnswer {
  StoredSubmission submission;
  std::shared_ptr<const StoredYear> year;
  const Ruleset* ruleset = nullptr;
  CourseAnswer course;
  std::vector<ClaimLine> claims;    // every indicator of the aspect, in order
  std::vector<ClaimPapers> papers;  // of `claims`
  Maturity maturity;
  bool counted = false;
  std::optional<Exclusion> exclusion;
  Score score;
  std::vector<accounts::Action> allowed;  // what the caller may do with it
};
Expected<SubmissionAnswer> show_submission(House& house, const accounts::Caller& caller,
                                           const std::string& id);

struct SavedClaim {
  ClaimLine claim;
  std::int64_t revision = 0;
  std::string submission;
  Maturity maturity;
  Score score;  // of the region's year, with the change
};
// A claim raised keeps what was verified; one lowered below it lowers that too
// (docs/decisions/0005-verified-after-a-change.md). It waits for a verdict then. Errors also:
// conflict (the year is not open for the caller).
Expected<SavedClaim> save_claim(House& house, const accounts::Caller& caller,
                                const std::string& submission, const std::string& indicator_text,
                                std::int64_t level_number);

struct InnovationList {
  InnovationPage page;
  std::vector<std::optional<Exclusion>> exclusions;  // per item
  const Ruleset* ruleset = nullptr;
};
// Drafts of units that are not the caller's own are left out, also of the count.
Expected<InnovationList> list_innovations(House& house, const accounts::Caller& caller,
                                          InnovationQuery query);
// All that fit the filters, whatever the page, as a table in the given language.
Expected<Table> innovations_table(House& house, const accounts::Caller& caller,
                                  InnovationQuery query, Language language);
Expected<Table> units_table(House& house, const YearKey& key, UnitSort sort, Language language);

// --- in and out
// ------------------------------------------------------------------------------------

Expected<ImportReceipt> import_region_year(House& house, const ledger::Actor& by,
                                           const RegionYear& data, const Progress& progress);
Expected<RegionYear> export_region_year(House& house, const YearKey& key);

// --- the log -----------------------------------------------------------------------------------

Expected<LedgerPage> list_ledger(House& house, const LedgerQuery& query);

struct LedgerFinding {
  std::int64_t entries = 0;          // that are right, from the first on
  std::optional<ledger::Hash> head;  // of the last of those
  int roots = 0;                     // signed days that were checked
  ledger::PublicKey key{};           // that they were checked with
  std::optional<ledger::Break> broken;
};
// Reckons a region's whole log anew: entries, head, roots of days, signatures. Needs no secret.
Expected<LedgerFinding> verify_ledger(Journal& journal, const RegionCode& region,
                                      const ledger::PublicKey& key, const Progress& progress);

// Errors: not_found (no such entry), conflict (its day is not over, or the log is broken).
Expected<ledger::Proof> prove_entry(House& house, const RegionCode& region, std::int64_t sequence);

// Signs every finished day (UTC) of every region that lacks its root, and gives how many those
// were. A region whose log is broken is passed over and told at the end. Errors: conflict (broken,
// or signed with another key before), unavailable.
Expected<int> close_days(House& house);

// Which level a measured figure yields; `measure` empty: the indicator's only one.
struct MeasuredLevel {
  Level level = Level::none;
  Hundredths figure;
  const Measure* measure = nullptr;
  const Indicator* indicator = nullptr;
};
Expected<MeasuredLevel> level_of_figure(const Ruleset& ruleset, const std::string& indicator_text,
                                        const std::string& measure_id, const std::string& figure);

}  // namespace jalur::app
