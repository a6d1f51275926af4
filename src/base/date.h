// Calendar dates and instants as the house writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace jalur {

using Date = std::chrono::year_month_day;

// UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// Reads "2024-05-01"; nothing when it is not a date of the calendar in just this form.
std::optional<Date> parse_date(std::string_view text);

// Reads "2026-11-24T05:30:00.000Z", just as to_string() writes it; else nothing.
std::optional<Instant> parse_instant(std::string_view text);

// Reads RFC 3339 as people and other programs write it: with or without a fraction of a second, in
// UTC ("Z") or with an offset ("+07:00"). What is finer than a millisecond is cut off.
std::optional<Instant> parse_time(std::string_view text);

std::string to_string(const Date& date);        // "2024-05-01"
std::string to_string(const Instant& instant);  // "2026-11-24T05:30:00.000Z", RFC 3339

}  // namespace jalur
