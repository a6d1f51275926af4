#include "base/ids.h"

#include <fmt/format.h>

namespace jalur {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<RegionCode> RegionCode::parse(std::string_view text) {
  const bool province = text.size() == 2;
  const bool below = text.size() == 5 && text[2] == '.' && is_digit(text[3]) && is_digit(text[4]);
  if (!province && !below) return std::nullopt;
  if (!is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
  return RegionCode(text);
}

std::optional<IndicatorId> IndicatorId::parse(std::string_view text) {
  if (text.empty() || text[0] == '0') return std::nullopt;
  int number = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 2 && is_digit(text[i]); ++i) number = number * 10 + (text[i] - '0');
  if (i == 0) return std::nullopt;
  char letter = 0;
  if (i < text.size() && text[i] >= 'a' && text[i] <= 'z') letter = text[i++];
  if (i != text.size()) return std::nullopt;
  return IndicatorId(static_cast<std::uint8_t>(number), letter);
}

std::string IndicatorId::str() const {
  std::string text = fmt::format("{}", number_);
  if (letter_ != 0) text += letter_;
  return text;
}

std::string uuid7(Instant now, const std::array<std::uint8_t, 10>& random) {
  const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count()) & 0xFFFF'FFFF'FFFFU;
  const auto version = static_cast<std::uint8_t>(0x70U | (random[0] & 0x0FU));
  const auto variant = static_cast<std::uint8_t>(0x80U | (random[2] & 0x3FU));
  return fmt::format("{:08x}-{:04x}-{:02x}{:02x}-{:02x}{:02x}-{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}",
                     ms >> 16U, ms & 0xFFFFU, version, random[1], variant, random[3], random[4],
                     random[5], random[6], random[7], random[8], random[9]);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = is_digit(c) || (c >= 'a' && c <= 'f');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

}  // namespace jalur
