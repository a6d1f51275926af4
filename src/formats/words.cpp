// The words of jalur.region-year/1 for the enumerations.
#include <algorithm>
#include <array>
#include <utility>

#include "formats/region_year.h"

namespace jalur {

namespace {

template <class Value, std::size_t count>
using Words = std::array<std::pair<Value, std::string_view>, count>;

constexpr Words<RegionKind, 3> region_kinds{{{RegionKind::province, "province"},
                                             {RegionKind::regency, "regency"},
                                             {RegionKind::city, "city"}}};
constexpr Words<Stage, 3> stages{{{Stage::initiative, "initiative"},
                                  {Stage::trial, "trial"},
                                  {Stage::implementation, "implementation"}}};
constexpr Words<SubmissionState, 4> states{{{SubmissionState::draft, "draft"},
                                            {SubmissionState::withheld, "withheld"},
                                            {SubmissionState::submitted, "submitted"},
                                            {SubmissionState::rejected, "rejected"}}};
constexpr Words<Unit::Kind, 6> unit_kinds{{{Unit::Kind::agency, "agency"},
                                           {Unit::Kind::sub_district, "sub_district"},
                                           {Unit::Kind::health_centre, "health_centre"},
                                           {Unit::Kind::school, "school"},
                                           {Unit::Kind::village, "village"},
                                           {Unit::Kind::other, "other"}}};

template <class Value, std::size_t count>
std::string_view word_in(const Words<Value, count>& words, Value value) {
  return std::find_if(words.begin(), words.end(),
                      [&](const auto& entry) { return entry.first == value; })
      ->second;
}

template <class Value, std::size_t count>
std::optional<Value> value_in(const Words<Value, count>& words, std::string_view word) {
  const auto it = std::find_if(words.begin(), words.end(),
                               [&](const auto& entry) { return entry.second == word; });
  if (it == words.end()) return std::nullopt;
  return it->first;
}

}  // namespace

std::string_view word(RegionKind kind) { return word_in(region_kinds, kind); }
std::string_view word(Stage stage) { return word_in(stages, stage); }
std::string_view word(SubmissionState state) { return word_in(states, state); }
std::string_view word(Unit::Kind kind) { return word_in(unit_kinds, kind); }
std::optional<RegionKind> region_kind_of(std::string_view word) {
  return value_in(region_kinds, word);
}
std::optional<Stage> stage_of(std::string_view word) { return value_in(stages, word); }
std::optional<SubmissionState> state_of(std::string_view word) { return value_in(states, word); }
std::optional<Unit::Kind> unit_kind_of(std::string_view word) { return value_in(unit_kinds, word); }

}  // namespace jalur
