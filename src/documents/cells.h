// The cells of a workbook's sheets, without fonts, formulas and pictures.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/limits.h"
#include "documents/package.h"
#include "documents/spelling.h"

namespace jalur::documents {

// Rows read from a sheet, its headings included.
inline constexpr std::size_t row_limit = limits::innovations_per_year + 1;

// A formula counts as what it last gave.
struct Cell {
  enum class Kind : std::uint8_t { blank, text, number, truth, fault };
  Kind kind = Kind::blank;
  double number = 0;      // truth: 0 or 1
  std::string_view text;  // belongs to the Workbook; fault: "#N/A" and its like
};

class Sheet {
 public:
  explicit Sheet(std::string name) : name_(std::move(name)) {}
  const std::string& name() const { return name_; }
  std::size_t rows() const { return rows_.size(); }
  std::size_t columns() const { return columns_; }
  const Cell& at(std::size_t row, std::size_t column) const;
  bool row_is_blank(std::size_t row) const;
  // The first filled cell past what is read (limits::sheet_columns, row_limit).
  const std::optional<Address>& beyond() const { return beyond_; }

 private:
  friend class SheetSink;
  std::string name_;
  std::vector<std::vector<Cell>> rows_;
  std::size_t columns_ = 0;
  std::optional<Address> beyond_;
};

// Moving it keeps the texts where they are.
struct Workbook {
  DateSystem dates = DateSystem::from_1900;
  std::vector<Sheet> sheets;  // those asked for that are there

  std::unique_ptr<std::deque<std::string>> texts;  // what the cells point into

  const Sheet* find(std::string_view name) const;  // nullptr: not there
  Sheet& add(std::string_view name);
};

// Reads the sheets with these names; others are not looked at. Errors: invalid_input, too_large.
Expected<Workbook> read_cells(Package package, const std::vector<std::string_view>& names);

}  // namespace jalur::documents
