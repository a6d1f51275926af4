#include "store/words.h"

#include <array>
#include <charconv>
#include <utility>

#include "store/failure.h"

namespace jalur::store {

namespace {

template <class Value, std::size_t Count>
using Table = std::array<std::pair<Value, std::string_view>, Count>;

constexpr Table<RegionKind, 3> region_kinds{{{RegionKind::province, "province"},
                                             {RegionKind::regency, "regency"},
                                             {RegionKind::city, "city"}}};
constexpr Table<Stage, 3> stages{{{Stage::initiative, "initiative"},
                                  {Stage::trial, "trial"},
                                  {Stage::implementation, "implementation"}}};
constexpr Table<SubmissionState, 4> states{{{SubmissionState::draft, "draft"},
                                            {SubmissionState::withheld, "withheld"},
                                            {SubmissionState::submitted, "submitted"},
                                            {SubmissionState::rejected, "rejected"}}};
constexpr Table<Unit::Kind, 6> unit_kinds{{{Unit::Kind::agency, "agency"},
                                           {Unit::Kind::sub_district, "sub_district"},
                                           {Unit::Kind::health_centre, "health_centre"},
                                           {Unit::Kind::school, "school"},
                                           {Unit::Kind::village, "village"},
                                           {Unit::Kind::other, "other"}}};

[[noreturn]] void damaged(std::string_view what, std::string_view text) {
  throw Damaged(std::string(what) + " \"" + shortened(text, 60) + "\"");
}

template <class Value, std::size_t Count>
std::string word_in(const Table<Value, Count>& table, Value value) {
  for (const auto& [known, word] : table) {
    if (known == value) return std::string(word);
  }
  return {};
}

template <class Value, std::size_t Count>
Value value_in(const Table<Value, Count>& table, std::string_view word) {
  for (const auto& [value, known] : table) {
    if (known == word) return value;
  }
  damaged("word", word);
}

// Takes the next part, up to a space, off the front.
std::string_view next_part(std::string_view& text) {
  const std::string_view part = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

int number_from(std::string_view text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) damaged("number", text);
  return number;
}

Levels::Entry entry_from(std::string_view part) {
  const auto sign = part.find('=');
  const auto indicator = IndicatorId::parse(part.substr(0, sign));
  if (sign == std::string_view::npos || !indicator) damaged("level", part);
  const auto level = level_of(number_from(part.substr(sign + 1)));
  if (!level) damaged("level", part);
  return {*indicator, *level};
}

}  // namespace

std::string packed(const Levels& levels) {
  std::string text;
  for (const auto& [indicator, level] : levels) {
    if (!text.empty()) text += ' ';
    text += indicator.str();
    text += '=';
    text += static_cast<char>('0' + number(level));
  }
  return text;
}

std::optional<std::string> packed(const std::optional<Levels>& levels) {
  return levels ? std::optional(packed(*levels)) : std::nullopt;
}

std::string packed(const std::vector<int>& affairs) {
  std::string text;
  for (const int affair : affairs) {
    if (!text.empty()) text += ' ';
    text += std::to_string(affair);
  }
  return text;
}

std::optional<std::string> packed(const std::optional<Date>& date) {
  return date ? std::optional(to_string(*date)) : std::nullopt;
}

std::optional<std::string> packed(const std::optional<Instant>& instant) {
  return instant ? std::optional(to_string(*instant)) : std::nullopt;
}

Levels levels_from(std::string_view text) {
  Levels levels;
  while (!text.empty()) {
    const auto [indicator, level] = entry_from(next_part(text));
    levels.set(indicator, level);
  }
  return levels;
}

std::optional<Levels> verified_from(const std::optional<std::string>& text) {
  return text ? std::optional(levels_from(*text)) : std::nullopt;
}

std::vector<int> affairs_from(std::string_view text) {
  std::vector<int> affairs;
  while (!text.empty()) affairs.push_back(number_from(next_part(text)));
  return affairs;
}

std::optional<Date> date_from(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const auto date = parse_date(*text);
  if (!date) damaged("date", *text);
  return date;
}

Instant instant_from(const std::string& text) {
  const auto instant = parse_instant(text);
  if (!instant) damaged("instant", text);
  return *instant;
}

std::optional<Instant> instant_from(const std::optional<std::string>& text) {
  return text ? std::optional(instant_from(*text)) : std::nullopt;
}

std::string word(RegionKind kind) { return word_in(region_kinds, kind); }
std::string word(Stage stage) { return word_in(stages, stage); }
std::string word(SubmissionState state) { return word_in(states, state); }
std::string word(Unit::Kind kind) { return word_in(unit_kinds, kind); }
RegionKind region_kind_from(std::string_view word) { return value_in(region_kinds, word); }
Stage stage_from(std::string_view word) { return value_in(stages, word); }
SubmissionState state_from(std::string_view word) { return value_in(states, word); }
Unit::Kind unit_kind_from(std::string_view word) { return value_in(unit_kinds, word); }

std::string pattern_of(const std::string& search) {
  std::string pattern = "%";
  for (const char character : folded(search)) {
    if (character == '%' || character == '_' || character == '!') pattern += '!';
    pattern += character;
  }
  return pattern + "%";
}

}  // namespace jalur::store
