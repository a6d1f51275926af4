// How values of the domain stand in the database's columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/level.h"
#include "index/region_year.h"

namespace jalur::store {

// Levels in one column: "5a=2 16=3", in the order of the indicators.
std::string packed(const Levels& levels);
std::optional<std::string> packed(const std::optional<Levels>& levels);
// Affairs in one column: "2 16".
std::string packed(const std::vector<int>& affairs);
std::optional<std::string> packed(const std::optional<Date>& date);
std::optional<std::string> packed(const std::optional<Instant>& instant);

// The readers throw Damaged for what packed() never wrote.
Levels levels_from(std::string_view text);
std::optional<Levels> verified_from(const std::optional<std::string>& text);
std::vector<int> affairs_from(std::string_view text);
std::optional<Date> date_from(const std::optional<std::string>& text);
Instant instant_from(const std::string& text);
std::optional<Instant> instant_from(const std::optional<std::string>& text);

std::string word(RegionKind kind);
std::string word(Stage stage);
std::string word(SubmissionState state);
std::string word(Unit::Kind kind);
RegionKind region_kind_from(std::string_view word);
Stage stage_from(std::string_view word);
SubmissionState state_from(std::string_view word);
Unit::Kind unit_kind_from(std::string_view word);

// For LIKE ... ESCAPE '!': a text typed by a person, to be found anywhere in a folded one, with
// nothing in it read as a wild card.
std::string pattern_of(const std::string& search);

}  // namespace jalur::store
