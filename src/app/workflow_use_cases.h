// From handing in to the verdict and the objection, and the calendar of the year: what people do,
// one function each. Errors: unauthenticated, forbidden, not_found, conflict (with what would be
// right), invalid_input, unavailable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/use_cases.h"
#include "registry/readiness.h"

namespace jalur::app {

// --- whole submissions ---------------------------------------------------------------------------

// One step of an innovation's submission. `reason`: needed to send back and for every step of the
// coordinator.
Expected<CourseAnswer> take_step(House& house, const accounts::Caller& caller,
                                 const std::string& submission, registry::Step step,
                                 const std::string& reason);

struct EndorsementOutcome {
  std::string submission;
  std::optional<Text> refusal;  // nothing: it is endorsed
};
// In the order given; each wholly or not at all.
Expected<std::vector<EndorsementOutcome>> endorse_many(House& house, const accounts::Caller& caller,
                                                       const YearKey& key,
                                                       const std::vector<std::string>& submissions);

struct EndorsementItem {
  std::string submission;
  std::string name;
  std::string unit;
  Instant handed_in_at;
  registry::Due due;
  Points maturity;  // claimed
};
struct EndorsementPage {
  std::vector<EndorsementItem> items;  // longest waiting first
  std::string next;                    // empty: no more
  int total = 0;
};
// What waits for the caller. `after`: the `next` of the page before.
Expected<EndorsementPage> list_endorsements(House& house, const accounts::Caller& caller,
                                            const YearKey& key, const std::string& after,
                                            int limit);

struct ReadinessAnswer {
  std::string submission;
  registry::Readiness readiness;
  std::vector<registry::Due> due;  // most urgent first
};
// `evidence`: nothing when it is not known; gaps of evidence are not told then.
Expected<ReadinessAnswer> readiness(House& house, const accounts::Caller& caller,
                                    const std::string& submission);

// --- claims --------------------------------------------------------------------------------------

enum class QueueSort { age, effect };
struct QueueQuery {
  YearKey key;
  QueueSort sort = QueueSort::age;
  std::optional<std::string> unit;  // name
  std::optional<IndicatorId> indicator;
  std::string after;   // the `next` of the page before; empty: from the start
  std::string before;  // the `previous` of the page after; empty: none
  int limit = 50;
};
struct QueueItem {
  std::string submission;
  std::string name;  // of the innovation or of the region
  std::string unit;  // empty: the government's own rows
  const Indicator* indicator = nullptr;
  Level level = Level::none;
  std::optional<Level> verified;
  Instant since;
  registry::Due due;
  Fraction effect;  // of acceptance on the verified index
};
struct QueuePage {
  std::vector<QueueItem> items;
  std::string previous;  // empty: this is the first page
  std::string next;      // empty: no more
  int total = 0;
  int overdue = 0;
};
// Claims that wait for a verdict of the caller: the work of their own unit is left out.
Expected<QueuePage> verification_queue(House& house, const accounts::Caller& caller,
                                       const QueueQuery& query);

Expected<SavedClaim> verify_claim(House& house, const accounts::Caller& caller,
                                  const std::string& submission, const std::string& indicator,
                                  const registry::VerdictGiven& given);

struct ClaimAnswer {
  std::string submission;
  std::string name;
  std::string unit;  // empty: the government's own rows
  ClaimLine claim;
  ClaimPapers papers;
  ClaimRecord record;
  std::vector<std::string> can;  // "claim", "verify", "remark", "object", "decide_objection"
};
Expected<ClaimAnswer> show_claim(House& house, const accounts::Caller& caller,
                                 const std::string& submission, const std::string& indicator);

Expected<Remark> add_remark(House& house, const accounts::Caller& caller,
                            const std::string& submission, const std::string& indicator,
                            const std::string& text);

struct ObjectionAnswer {
  Objection objection;
  std::optional<registry::Due> due;  // the decision
};
Expected<ObjectionAnswer> object_to_verdict(House& house, const accounts::Caller& caller,
                                            const std::string& submission,
                                            const std::string& indicator,
                                            const std::string& reason);

struct DecisionGiven {
  registry::Outcome outcome = registry::Outcome::rejected;
  std::optional<Level> level;  // for upheld
  std::string reason;
};
// Never by whoever gave the verdict.
Expected<SavedClaim> decide_objection(House& house, const accounts::Caller& caller,
                                      const std::string& submission, const std::string& indicator,
                                      const DecisionGiven& given);

struct ObjectionItem {
  std::string submission;
  std::string name;
  std::string unit;  // empty: the government's own rows
  IndicatorId indicator;
  Level level = Level::none;
  std::optional<Level> verified;
  ObjectionAnswer objection;
};
// Not decided yet, oldest first; those the caller may not decide are left out.
Expected<std::vector<ObjectionItem>> list_objections(House& house, const accounts::Caller& caller,
                                                     const YearKey& key);

// --- the calendar --------------------------------------------------------------------------------

struct CalendarAnswer {
  YearKey key;
  registry::Calendar calendar;  // reasons are left out for whoever may not know them
  registry::Phase phase = registry::Phase::open;
  std::optional<int> days_left;
  std::vector<std::string> unit_names;  // of the exceptions, as they are called now
};
Expected<CalendarAnswer> show_calendar(House& house, const accounts::Caller& caller,
                                       const YearKey& key);

struct CalendarGiven {
  std::optional<Date> opens_on;
  std::optional<Date> closes_on;
  std::optional<Date> extended_to;
  std::string reason;  // of an extension that is new
  registry::Targets targets;
};
Expected<CalendarAnswer> put_calendar(House& house, const accounts::Caller& caller,
                                      const YearKey& key, const CalendarGiven& given);
// `until`: nothing ends the exception of the unit.
Expected<CalendarAnswer> set_exception(House& house, const accounts::Caller& caller,
                                       const YearKey& key, const std::string& unit,
                                       const std::optional<Date>& until, const std::string& reason);
enum class Lock { on, off };
Expected<CalendarAnswer> set_lock(House& house, const accounts::Caller& caller, const YearKey& key,
                                  Lock lock, const std::string& reason);

}  // namespace jalur::app
