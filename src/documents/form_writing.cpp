#include "documents/form_writing.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::documents {

namespace {
constexpr std::size_t prepared_rows = 500;
constexpr std::size_t spare_rows = 100;  // after the filled ones
}  // namespace

Prompt level_prompt(const Indicator& indicator, const std::string& heading) {
  std::string message;
  for (std::size_t i = 0; i < 3; ++i) {
    message += fmt::format("{}: {}\n", i + 1, shortened(indicator.levels[i], 72));
  }
  return {shortened(heading, 29), message};
}

std::string level_note(const Indicator& indicator) {
  std::string note = fmt::format("{} {}\n0: belum diisi\n", indicator.id.str(), indicator.name.id);
  for (std::size_t i = 0; i < 3; ++i) {
    note += fmt::format("{}: {}\n", i + 1, indicator.levels[i]);
  }
  return note;
}

Range filled_rows(std::size_t filled, std::uint32_t column) {
  const std::size_t rows = std::max(prepared_rows, filled + spare_rows);
  return {{1, column}, {index(std::min(rows, limits::innovations_per_year)), column}};
}

void write_level(SheetFile& sheet, Address at, const Levels& levels, IndicatorId id) {
  if (const auto level = levels.find(id)) sheet.number(at, number(*level), Style::level);
}

}  // namespace jalur::documents
