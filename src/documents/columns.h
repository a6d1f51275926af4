// Which column of a sheet holds what, told by its headings.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "documents/cell_reading.h"
#include "documents/form.h"
#include "documents/innovation_reading.h"

namespace jalur::documents {

// Columns by their heading. Complains of unknown, doubled and missing ones; the columns in
// `optional` may be missing.
template <class Column, std::size_t count>
std::map<Column, std::uint32_t> columns_of(const CellReading& cells,
                                           const std::array<form::Heading<Column>, count>& headings,
                                           const std::set<Column>& optional) {
  std::map<Column, std::uint32_t> columns;
  for (std::uint32_t i = 0; i < cells.sheet().columns(); ++i) {
    const std::string text = cells.label({0, i});
    if (text.empty()) continue;
    const auto known = std::find_if(headings.begin(), headings.end(), [&](const auto& heading) {
      return same_word(heading.text, text);
    });
    if (known == headings.end()) {
      cells.complain({0, i}, {"judul kolom ini tidak dikenal; pakai judul dari templat",
                              "this heading is not known; use those of the template"});
    } else if (!columns.emplace(known->column, i).second) {
      cells.complain({0, i}, doubled());
    }
  }
  for (const auto& heading : headings) {
    if (columns.contains(heading.column) || optional.contains(heading.column)) continue;
    cells.complain({0, 0}, {fmt::format("baris judul tidak memuat kolom: {}", heading.text),
                            fmt::format("the headings lack the column: {}", heading.text)});
  }
  return columns;
}

}  // namespace jalur::documents
