// Which levels of a claim work can still reach between two days, at what effort, and else why not.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/text.h"
#include "index/ruleset.h"
#include "planning/catalogue.h"

namespace jalur {

// The days there are, both inclusive, and the assessment year T that evidence is counted from.
struct Horizon {
  Date today;
  Date deadline;
  int year = 0;

  bool over() const;  // the deadline has passed
};

enum class OutOfReachReason {
  deadline_passed,
  too_late,    // the document takes longer than the days left
  years,       // the evidence must be of years in which it cannot be made any more, or not yet
  not_by_work  // nobody's days of work raise this
};

struct Hindrance {
  OutOfReachReason reason = OutOfReachReason::not_by_work;
  Text text;  // a sentence without its full stop, in small letters
};

class Reach {
 public:
  // All three must outlive it.
  Reach(const Ruleset& ruleset, const Catalogue& catalogue, const Horizon& horizon)
      : ruleset_(ruleset), catalogue_(catalogue), horizon_(horizon) {}

  // What hinders the step from one level to a higher one; nothing: it can be made.
  std::optional<Hindrance> hindrance(IndicatorId indicator, Level from, Level to) const;

  // What hinders a document of this kind to bring the indicator to a level.
  std::optional<Hindrance> hindrance(IndicatorId indicator, Level to,
                                     std::string_view document) const;

  // The whole effort of that step, when the catalogue has one.
  std::optional<PersonDays> effort(IndicatorId indicator, Level from, Level to) const;

  // What hinders an innovation to come about in this way.
  std::optional<Hindrance> hindrance(const Catalogue::Start& start) const;

 private:
  struct Task {
    int lead_days = 0;
    YearSpan years;  // of the calendar
  };
  std::optional<Hindrance> hindrance(const Task& task) const;
  Hindrance wrong_years(const Task& task) const;
  std::optional<YearSpan> evidence_years(IndicatorId indicator) const;  // counted from T
  Task task_of(IndicatorId indicator, int lead_days, const std::optional<YearSpan>& made_in) const;

  const Ruleset& ruleset_;
  const Catalogue& catalogue_;
  const Horizon& horizon_;
};

}  // namespace jalur
