#include "accounts/token.h"

#include <algorithm>

namespace jalur::accounts {

namespace {

bool is_base64url(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

}  // namespace

std::string token_of(const RegionCode& region, std::string_view random_base64url) {
  return region.str() + "." + std::string(random_base64url);
}

std::optional<RegionCode> region_of_token(std::string_view token) {
  const auto dot = token.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto random = token.substr(dot + 1);
  if (random.size() != token_characters || !std::all_of(random.begin(), random.end(), is_base64url))
    return std::nullopt;
  return RegionCode::parse(token.substr(0, dot));
}

}  // namespace jalur::accounts
