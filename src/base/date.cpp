#include "base/date.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace jalur {

namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 24) return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  const auto thousandth = digits(text.substr(20, 3));
  if (!day || !hour || !minute || !second || !thousandth) return std::nullopt;
  const Instant instant = std::chrono::sys_days(*day) + std::chrono::hours(*hour) +
                          std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
                          std::chrono::milliseconds(*thousandth);
  if (to_string(instant) != text) return std::nullopt;  // 25:00, another separator
  return instant;
}

namespace {

// What is added to UTC there; nothing when it is not written as "Z" or "+07:00".
std::optional<std::chrono::minutes> offset_of(std::string_view text) {
  if (text == "Z") return std::chrono::minutes(0);
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = digits(text.substr(1, 2));
  const auto minutes = digits(text.substr(4, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const auto offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return text[0] == '+' ? offset : -offset;
}

}  // namespace

std::optional<Instant> parse_time(std::string_view text) {
  if (text.size() < 20) return std::nullopt;
  std::string fraction;
  std::size_t zone = 19;
  if (text[19] == '.') {
    zone = std::min(text.find_first_not_of("0123456789", 20), text.size());
    fraction = text.substr(20, zone - 20);
    if (fraction.empty()) return std::nullopt;
  }
  fraction.resize(3, '0');
  const auto local = parse_instant(std::string(text.substr(0, 19)) + "." + fraction + "Z");
  const auto offset = offset_of(text.substr(zone));
  if (!local || !offset) return std::nullopt;
  return *local - *offset;
}

std::string to_string(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_string(const Instant& instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - day);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(Date(day)), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

}  // namespace jalur
