// The claims of a region's year that a plan may raise: where each stands today.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/region_year.h"
#include "index/score.h"
#include "planning/effort.h"

namespace jalur {

// The innovations that count for the index, in the order of the data. `data` must outlive them.
std::vector<const Innovation*> counted_innovations(const RegionYear& data, const Ruleset& ruleset);

// Where the claims stand; nothing is verified: no level at all.
const Levels& levels_of(const Innovation& innovation, Basis basis);
const Levels& government_of(const RegionYear& data, Basis basis);

// "Dinas Kesehatan" as part of an id: "dinas-kesehatan". ASCII only, at most `most` bytes.
std::string slug(std::string_view name, std::size_t most);

}  // namespace jalur
