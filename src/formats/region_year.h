// jalur.region-year/1: a region's year as JSON, read with care and written back the same.
// The shape is told in docs/formats.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur {

// Which ruleset an id names; nullptr when there is none such.
using FindRuleset = std::function<const Ruleset*(const std::string&)>;

// Errors: invalid_input with one problem per fault (`innovations[3].levels.16`), too_large.
// Indicators are checked against the ruleset the file names.
Expected<RegionYear> read_region_year(std::string_view json, const FindRuleset& find_ruleset);

std::string write_region_year(const RegionYear& data);

// The checks on a region's year that do not depend on the file it came from: the ruleset and its
// indicators, lengths, doubled ids, affairs. `place(i)` names innovation i in messages.
void check_region_year(const RegionYear& data, const FindRuleset& find_ruleset,
                       const std::function<std::string(std::size_t)>& place, Problems& problems);

// Words of the shape.
std::string_view word(RegionKind kind);
std::string_view word(Stage stage);
std::string_view word(SubmissionState state);
std::string_view word(Unit::Kind kind);
std::optional<RegionKind> region_kind_of(std::string_view word);
std::optional<Stage> stage_of(std::string_view word);
std::optional<SubmissionState> state_of(std::string_view word);
std::optional<Unit::Kind> unit_kind_of(std::string_view word);

}  // namespace jalur
