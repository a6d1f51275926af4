// Names of things that travel between rooms, each with a type of its own.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace jalur {

// Ministry code of a region: "14" (province) or "14.01" (regency, city).
class RegionCode {
 public:
  RegionCode() = default;  // names no region
  static std::optional<RegionCode> parse(std::string_view text);
  const std::string& str() const { return code_; }
  std::string province() const { return code_.substr(0, 2); }
  auto operator<=>(const RegionCode&) const = default;

 private:
  explicit RegionCode(std::string_view text) : code_(text) {}
  std::string code_;
};

// National number of an indicator with its sub-letter where there is one: "1", "5a", "16". Orders
// as the national list does: 1, 2a, 2b, 3 ... 36.
class IndicatorId {
 public:
  constexpr IndicatorId() = default;  // names no indicator
  static std::optional<IndicatorId> parse(std::string_view text);
  int number() const { return number_; }
  std::string str() const;
  auto operator<=>(const IndicatorId&) const = default;

 private:
  constexpr IndicatorId(std::uint8_t number, char letter) : number_(number), letter_(letter) {}
  std::uint8_t number_ = 0;
  char letter_ = 0;  // 0 when there is none
};

// UUID version 7 (RFC 9562) as text: the instant in milliseconds, then the given random bits. Ids
// made later sort later.
std::string uuid7(Instant now, const std::array<std::uint8_t, 10>& random);
bool is_uuid(std::string_view text);

}  // namespace jalur
