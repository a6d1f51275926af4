// What a session's cookie and a one-time link hold: the region, a dot, and 43 characters of
// base64url that stand for 32 random bytes. The region comes first so that the record is found by
// its primary key; base64url has no dot, so the last one parts the two: "14.01.mFx...".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"

namespace jalur::accounts {

inline constexpr std::size_t token_random_bytes = 32;
inline constexpr std::size_t token_characters = 43;  // of base64url without padding

std::string token_of(const RegionCode& region, std::string_view random_base64url);

// Nothing when this cannot be a token.
std::optional<RegionCode> region_of_token(std::string_view token);

}  // namespace jalur::accounts
