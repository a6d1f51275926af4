#include "registry/calendar.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::registry {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::chrono::hours western_indonesian_time{7};

const UnitException* exception_of(const Calendar& calendar, const std::string& unit) {
  if (unit.empty()) return nullptr;
  for (const UnitException& exception : calendar.exceptions) {
    const auto& names = exception.names;
    if (std::find(names.begin(), names.end(), unit) != names.end()) return &exception;
  }
  return nullptr;
}

tl::unexpected<Error> locked(Instant at) {
  const std::string day = to_string(day_of(at));
  return fail(
      ErrorCode::conflict,
      {fmt::format("Tahun ini dikunci sejak {}; tidak ada yang dapat diubah lagi.", day),
       fmt::format("This year has been locked since {}; nothing can be changed any more.", day)});
}

tl::unexpected<Error> not_open_before(Date day) {
  const std::string text = to_string(day);
  return fail(ErrorCode::conflict,
              {fmt::format("Pengisian baru dibuka {}; kembalilah pada hari itu.", text),
               fmt::format("The year opens on {}; come back on that day.", text)});
}

tl::unexpected<Error> closed_after(Date day) {
  const std::string text = to_string(day);
  return fail(
      ErrorCode::conflict,
      {fmt::format("Pengisian ditutup setelah {}; mintalah pengecualian kepada koordinator.", text),
       fmt::format("The year closed after {}; ask the coordinator for an exception.", text)});
}

void check_target(Problems& problems, const char* field, int value) {
  if (value >= 1 && value <= limits::target_days_most) return;
  problems.add(field, std::to_string(value),
               {fmt::format("harus 1 sampai {} hari", limits::target_days_most),
                fmt::format("it must be 1 to {} days", limits::target_days_most)});
}

void check_dates(Problems& problems, const Calendar& calendar) {
  if (calendar.opens_on && calendar.closes_on && *calendar.opens_on > *calendar.closes_on) {
    problems.add("closes_on", to_string(*calendar.closes_on),
                 {"tidak boleh sebelum tanggal buka", "it must not lie before the opening"});
  }
  if (!calendar.extended_to) return;
  if (!calendar.closes_on) {
    problems.add("extended_to", to_string(*calendar.extended_to),
                 {"perpanjangan memerlukan tanggal tutup", "an extension needs a deadline"});
  } else if (*calendar.extended_to <= *calendar.closes_on) {
    problems.add("extended_to", to_string(*calendar.extended_to),
                 {"harus setelah tanggal tutup", "it must lie after the deadline"});
  }
}

}  // namespace

Date day_of(Instant instant) {
  return Date(std::chrono::floor<days>(instant + western_indonesian_time));
}

Date due_on(Instant since, int number) { return Date(sys_days(day_of(since)) + days(number)); }

std::optional<Date> last_day(const Calendar& calendar, const std::string& unit) {
  const auto general = calendar.extended_to ? calendar.extended_to : calendar.closes_on;
  const UnitException* exception = exception_of(calendar, unit);
  if (exception == nullptr || !general) return general;
  return std::max(*general, exception->until);
}

Phase phase(const Calendar& calendar, const std::string& unit, Date today) {
  if (calendar.locked_at) return Phase::locked;
  const UnitException* exception = exception_of(calendar, unit);
  if (exception != nullptr && today <= exception->until) return Phase::open;
  if (calendar.opens_on && today < *calendar.opens_on) return Phase::not_open;
  const auto last = last_day(calendar, unit);
  return last && today > *last ? Phase::closed : Phase::open;
}

std::optional<int> days_left(const Calendar& calendar, const std::string& unit, Date today) {
  const auto last = last_day(calendar, unit);
  if (!last || phase(calendar, unit, today) != Phase::open) return std::nullopt;
  return static_cast<int>((sys_days(*last) - sys_days(today)).count());
}

Expected<void> check_may_change(const Calendar& calendar, const std::string& unit, Date today,
                                Hand hand) {
  const Phase now = phase(calendar, unit, today);
  if (now == Phase::locked) return locked(*calendar.locked_at);
  if (hand != Hand::unit || now == Phase::open) return {};
  if (now == Phase::not_open) return not_open_before(*calendar.opens_on);
  return closed_after(*last_day(calendar, unit));
}

Expected<void> check(const Calendar& calendar) {
  Problems problems;
  check_dates(problems, calendar);
  check_target(problems, "targets.endorse", calendar.targets.endorse);
  check_target(problems, "targets.verify", calendar.targets.verify);
  check_target(problems, "targets.answer", calendar.targets.answer);
  check_target(problems, "targets.object", calendar.targets.object);
  check_target(problems, "targets.decide", calendar.targets.decide);
  if (problems.none()) return {};
  return std::move(problems).as_error();
}

Expected<void> check_reason(const std::string& reason) {
  const std::size_t characters = count_characters(reason);
  const bool blank = count_words(reason) == 0;
  if (!blank && characters >= limits::reason_characters &&
      characters <= limits::reason_characters_most) {
    return {};
  }
  return fail(ErrorCode::invalid_input,
              {fmt::format("alasan wajib ditulis, {} sampai {} karakter", limits::reason_characters,
                           limits::reason_characters_most),
               fmt::format("a reason must be given, of {} to {} characters",
                           limits::reason_characters, limits::reason_characters_most)},
              "reason", reason);
}

}  // namespace jalur::registry
