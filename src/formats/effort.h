// jalur.effort/1: what it takes to raise claims, as JSON. The shape is told in docs/formats.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.h"
#include "index/region_year.h"
#include "index/ruleset.h"
#include "planning/effort.h"

namespace jalur {

namespace effort_limits {
inline constexpr std::size_t bytes = 32u << 20;  // the file
inline constexpr std::size_t steps = 100'000;
inline constexpr std::size_t bundles = 64;
inline constexpr std::size_t raises = 200'000;  // of all bundles together
inline constexpr std::size_t new_innovations = 200;
inline constexpr PersonDays person_days = 1'000'000;  // of one step, bundle or new innovation
}  // namespace effort_limits

// Errors: invalid_input with one problem per fault (`steps[3].to`), too_large. Innovations are
// checked against the region's year, drafts too; indicators against the ruleset.
Expected<Effort> read_effort(std::string_view json, const RegionYear& data, const Ruleset& ruleset);

std::string write_effort(const Effort& effort);

}  // namespace jalur
