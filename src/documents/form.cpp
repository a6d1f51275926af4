#include "documents/form.h"

#include <charconv>

#include <fmt/format.h>

namespace jalur::documents::form {

namespace {
constexpr std::string_view design_start = "Rancang bangun (";
}

std::string further_design_heading(std::size_t piece) {
  return fmt::format("{}{})", design_start, piece + 1);
}

std::optional<std::size_t> further_design_of(std::string_view heading) {
  if (heading.size() <= design_start.size() || !heading.ends_with(')')) return std::nullopt;
  if (!same_word(heading.substr(0, design_start.size()), design_start)) return std::nullopt;
  const char* from = heading.data() + design_start.size();
  const char* to = heading.data() + heading.size() - 1;
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(from, to, number);
  if (error != std::errc() || stop != to || number < 2) return std::nullopt;
  return number - 1;
}

std::string level_heading(const Indicator& indicator) {
  return fmt::format("{} {}", indicator.id.str(), indicator.short_name.id);
}

std::string verified_heading(const Indicator& indicator) {
  return fmt::format("V{}", level_heading(indicator));
}

std::optional<LevelColumn> level_column_of(std::string_view heading) {
  std::string_view id = heading.substr(0, heading.find(' '));
  const bool verified = id.starts_with('V') || id.starts_with('v');
  if (verified) id.remove_prefix(1);
  const auto indicator = IndicatorId::parse(id);
  if (!indicator) return std::nullopt;
  return LevelColumn{*indicator, verified};
}

}  // namespace jalur::documents::form
