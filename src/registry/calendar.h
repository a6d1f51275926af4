// The calendar of a region's year: when units may work, for how long each step may take.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"

namespace jalur::registry {

enum class Phase { not_open, open, closed, locked };

// Days that each step may take; `object` is the term within which a unit may object.
struct Targets {
  int endorse = 3;
  int verify = 7;
  int answer = 7;
  int object = 14;
  int decide = 14;
  bool operator==(const Targets&) const = default;
};

// One unit may work longer than the others.
struct UnitException {
  std::string unit;                // id
  std::vector<std::string> names;  // all it ever had: submissions name it by one of them
  Date until;
  std::string reason;
  bool operator==(const UnitException&) const = default;
};

// A year without dates is open. Days end at midnight of Western Indonesian Time (UTC+7), by which
// the ministry sets its own.
struct Calendar {
  std::optional<Date> opens_on;
  std::optional<Date> closes_on;    // the last day
  std::optional<Date> extended_to;  // the last day instead
  std::optional<Instant> locked_at;
  std::string lock_reason;
  Targets targets;
  std::vector<UnitException> exceptions;
  bool operator==(const Calendar&) const = default;
};

Date day_of(Instant instant);
// The last day on which a step that began then is in time.
Date due_on(Instant since, int days);

// `unit`: as submissions name it; empty: none in particular.
Phase phase(const Calendar& calendar, const std::string& unit, Date today);
std::optional<Date> last_day(const Calendar& calendar, const std::string& unit);
// 0 on the last day itself; nothing when it is not open or has no deadline.
std::optional<int> days_left(const Calendar& calendar, const std::string& unit, Date today);

// Whose hand wants to change something. Units only while it is open for them; coordinators and
// verifiers until the lock; nobody after it.
enum class Hand { unit, coordinator, verifier };
// Errors: conflict, with the date.
Expected<void> check_may_change(const Calendar& calendar, const std::string& unit, Date today,
                                Hand hand);

// Errors: invalid_input, every fault at once.
Expected<void> check(const Calendar& calendar);

// What is said where it has to be told why: at least 10 characters, at most 4,000.
// Errors: invalid_input.
Expected<void> check_reason(const std::string& reason);

}  // namespace jalur::registry
