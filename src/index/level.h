// The level an indicator stands at, and sets of them.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/ids.h"

namespace jalur {

// The national form calls it "parameter". 0 is "not filled": nothing claimed, or no valid evidence.
enum class Level : std::uint8_t { none = 0, one = 1, two = 2, three = 3 };

constexpr int number(Level level) { return static_cast<int>(level); }
constexpr std::optional<Level> level_of(std::int64_t number) {
  if (number < 0 || number > 3) return std::nullopt;
  return static_cast<Level>(number);
}

// Levels by indicator; one that is missing is Level::none. Kept sorted by indicator.
class Levels {
 public:
  using Entry = std::pair<IndicatorId, Level>;

  Level at(IndicatorId indicator) const;
  std::optional<Level> find(IndicatorId indicator) const;
  void set(IndicatorId indicator, Level level);

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  bool operator==(const Levels&) const = default;

 private:
  std::vector<Entry> entries_;
};

}  // namespace jalur
