// The port to endorsement, verification, remarks, objections and the year's calendar.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/ports.h"
#include "ledger/draft.h"
#include "registry/calendar.h"
#include "registry/course.h"

namespace jalur::app {

// Who did something when. Without a name it came with a file.
struct Signed {
  ledger::Actor by;
  Instant at;
  bool operator==(const Signed&) const = default;
};

struct VerdictRow {
  std::int64_t revision = 0;  // of the verification
  std::int64_t claim_revision = 0;
  registry::Verdict verdict = registry::Verdict::imported;
  Level level = Level::none;
  std::string reason;  // empty: none
  Signed given;
};

struct ObjectionDecision {
  registry::Outcome outcome = registry::Outcome::rejected;
  Level level = Level::none;  // verified since
  std::string reason;
  Signed given;
};
struct Objection {
  std::int64_t claim_revision = 0;
  std::string reason;
  Signed made;
  std::optional<ObjectionDecision> decision;
};

struct Remark {
  std::string id;
  std::string text;
  Signed made;
};

struct ClaimRevision {
  std::int64_t revision = 0;
  Level level = Level::none;
  Instant made_at;
};

// What happened to one submission beyond what the year in memory tells.
struct Proceedings {
  struct Word {
    std::string reason;
    Signed given;
  };
  std::optional<Signed> handed_in;
  std::optional<Signed> endorsed;
  std::optional<Word> last_word;  // the newest step that gave a reason
  std::map<IndicatorId, std::int64_t> claim_revisions;
  std::map<IndicatorId, VerdictRow> verdicts;  // the newest of each; carried ones are left out
  std::map<IndicatorId, Objection> objections;
  std::map<IndicatorId, int> remarks;
};

struct ClaimRecord {  // oldest first
  std::vector<ClaimRevision> revisions;
  std::vector<VerdictRow> verdicts;
  std::vector<Remark> remarks;
};

struct OpenObjection {
  std::string submission;
  IndicatorId indicator;
  Objection objection;
  std::string judge;  // person of the verdict that is disputed; empty: came with a file
};

// A step of a whole submission. `decide` is called within the transaction.
struct CourseChange {
  YearKey key;
  std::string submission;
  registry::Step step = registry::Step::hand_in;
  std::string reason;  // empty: none is told
  Instant at;
  ledger::Actor by;
  std::string name;  // of the innovation, for the log
};
struct CourseSaved {
  registry::Course course;
  std::int64_t year_revision = 0;
};

// One claim as the transaction finds it.
struct ClaimFound {
  Levels levels;
  std::optional<Levels> verified;
  registry::Course course;
  std::int64_t claim_revision = 0;
  std::optional<VerdictRow> verdict;  // the newest; carried ones are left out
  std::optional<Objection> objection;
};

// What is found on a claim: by a verdict, by the decision on an objection, or by both at once.
struct Ruling {
  std::optional<registry::Verdict> verdict;  // nothing: what is verified stays
  Level verified = Level::none;
  Maturity maturity;                         // of the submission after it
  std::optional<registry::Outcome> outcome;  // of the objection
  std::string reason;                        // empty: none
};
struct RulingChange {
  YearKey key;
  std::string submission;
  IndicatorId indicator;
  std::function<Expected<Ruling>(const ClaimFound&)> decide;  // within the transaction
  Instant at;
  ledger::Actor by;
  std::string name;
};
struct RulingSaved {
  Ruling ruling;
  std::int64_t claim_revision = 0;
  std::int64_t year_revision = 0;
};

struct ObjectionChange {
  YearKey key;
  std::string submission;
  IndicatorId indicator;
  std::string reason;
  std::function<Expected<void>(const ClaimFound&)> check;  // within the transaction
  Instant at;
  ledger::Actor by;
  std::string name;
};

struct ObjectionSaved {
  Objection objection;
  std::int64_t year_revision = 0;
};

struct RemarkChange {
  YearKey key;
  std::string submission;
  IndicatorId indicator;
  Remark remark;
  std::string name;
};

struct CalendarEdit {
  registry::Calendar calendar;
  std::string action;  // for the log: "year.locked"
  std::vector<std::pair<std::string, std::string>> details;
};
struct CalendarChange {
  YearKey key;
  std::function<Expected<CalendarEdit>(const registry::Calendar&)> decide;  // in the transaction
  Instant at;
  ledger::Actor by;
};

// Every call is one transaction; what changes something leaves an entry in the log. Errors:
// not_found, conflict (locked; not as it was looked at), unavailable; and what the functions give.
class Workflow {
 public:
  virtual ~Workflow() = default;

  virtual Expected<CourseSaved> take_step(const CourseChange& change) = 0;
  virtual Expected<RulingSaved> rule(const RulingChange& change) = 0;
  virtual Expected<ObjectionSaved> object(const ObjectionChange& change) = 0;
  virtual Expected<void> remark(const RemarkChange& change) = 0;
  virtual Expected<registry::Calendar> change_calendar(const CalendarChange& change) = 0;

  virtual Expected<Proceedings> proceedings(const RegionCode& region,
                                            const std::string& submission) = 0;
  virtual Expected<ClaimRecord> claim_record(const RegionCode& region,
                                             const std::string& submission,
                                             IndicatorId indicator) = 0;
  virtual Expected<std::vector<OpenObjection>> open_objections(const YearKey& key) = 0;
};

}  // namespace jalur::app
