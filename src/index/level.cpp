#include "index/level.h"

#include <algorithm>

namespace jalur {

namespace {

template <class Entries>
auto place_of(Entries& entries, IndicatorId indicator) {
  return std::lower_bound(entries.begin(), entries.end(), indicator,
                          [](const Levels::Entry& e, IndicatorId id) { return e.first < id; });
}

}  // namespace

std::optional<Level> Levels::find(IndicatorId indicator) const {
  const auto it = place_of(entries_, indicator);
  if (it == entries_.end() || it->first != indicator) return std::nullopt;
  return it->second;
}

Level Levels::at(IndicatorId indicator) const { return find(indicator).value_or(Level::none); }

void Levels::set(IndicatorId indicator, Level level) {
  const auto it = place_of(entries_, indicator);
  if (it != entries_.end() && it->first == indicator) {
    it->second = level;
  } else {
    entries_.insert(it, {indicator, level});
  }
}

}  // namespace jalur
