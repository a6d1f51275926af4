// Reads an effort catalogue. Whatever does not add up is refused with file, line and one sentence
// per fault: an unknown key, a level left out, days that fall when the level rises, a document or
// source without an entry, a figure that rests on nothing.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.h"
#include "planning/catalogue.h"

namespace jalur {

namespace catalogue_limits {
inline constexpr std::size_t bytes = 1u << 20;
inline constexpr int lead_days = 3'650;
inline constexpr int person_days = 10'000;
inline constexpr int new_innovations = 50;
}  // namespace catalogue_limits

// `name` is used in messages only. Errors: invalid_input, too_large.
Expected<Catalogue> load_catalogue(std::string_view toml, std::string_view name);

}  // namespace jalur
