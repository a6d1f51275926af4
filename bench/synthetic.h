// A made-up nation of the real size, the same for the same seed on every machine. No figure of it
// says anything about a real region.
#pragma once

#include <cstdint>
#include <vector>

#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur::bench {

inline constexpr int nation_regions = 546;         // 38 provinces, 415 regencies, 93 cities
inline constexpr int nation_innovations = 36'742;  // reported in 2025

// Every region with some innovations, many with few and few with many, as the published counts are.
std::vector<RegionYear> synthetic_nation(const Ruleset& ruleset, std::uint64_t seed);

}  // namespace jalur::bench
