#include "documents/table_file.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "documents/workbook_file.h"

namespace jalur::documents {

namespace {

constexpr std::size_t sheet_name_bytes = 31;  // Excel's limit, in characters
constexpr std::size_t sheet_rows = 1'048'576;
constexpr std::size_t exact_digits = 15;  // that a spreadsheet's number keeps
constexpr double least_width = 8;
constexpr double most_width = 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "-12.50": an optional minus, digits without a leading zero, at most one dot with digits after.
// The number of decimals, nothing when it is not so.
std::optional<int> decimals_of(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view part =
      dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  if (whole.empty() || (dot != std::string_view::npos && part.empty())) return std::nullopt;
  if (whole.size() > 1 && whole.front() == '0') return std::nullopt;
  if (whole.size() + part.size() > exact_digits) return std::nullopt;
  const bool digits = std::all_of(whole.begin(), whole.end(), is_digit) &&
                      std::all_of(part.begin(), part.end(), is_digit);
  return digits ? std::optional(static_cast<int>(part.size())) : std::nullopt;
}

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// OWASP, "CSV Injection": what makes a spreadsheet take a text for a formula.
bool runs_as_formula(std::string_view cell) {
  constexpr std::string_view triggers = "=+-@\t\r\n";
  return !cell.empty() && triggers.find(cell.front()) != std::string_view::npos &&
         !decimals_of(cell);
}

std::string csv_cell(std::string_view cell) {
  std::string text = runs_as_formula(cell) ? "'" : "";
  text += cell;
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    row += csv_cell(cells[i]);
  }
  return row + "\r\n";
}

// Without what Excel does not allow in a sheet's name.
std::string sheet_name(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) text += c;
  }
  text = shortened(text, sheet_name_bytes - 3);
  return trimmed(text).empty() ? "Tabel" : text;
}

bool holds_codes(std::string_view heading) {
  constexpr std::string_view words[] = {"kode", "code", "id", "region", "nomor", "indikator"};
  const std::string_view first = heading.substr(0, heading.find(' '));
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return same_word(word, first); });
}

class TableSheet {
 public:
  TableSheet(SheetFile sheet, const app::Table& table) : sheet_(sheet), table_(table) {}

  void write() {
    for (std::size_t i = 0; i < table_.headings.size(); ++i) {
      sheet_.columns(index(i), index(i), width(i), Style::plain);
      sheet_.text({0, index(i)}, table_.headings[i], Style::heading);
    }
    for (std::size_t i = 0; i < table_.rows.size(); ++i) row(index(i + 1), table_.rows[i]);
    sheet_.freeze(1, 0);
    if (table_.headings.empty()) return;
    sheet_.filter({{0, 0}, {index(table_.rows.size()), index(table_.headings.size() - 1)}});
  }

 private:
  static std::uint32_t index(std::size_t i) { return static_cast<std::uint32_t>(i); }

  double width(std::size_t column) const {
    double widest = least_width;
    for (const auto& cells : table_.rows) {
      if (column < cells.size())
        widest = std::max(widest, static_cast<double>(cells[column].size()));
    }
    const auto heading = static_cast<double>(table_.headings[column].size());
    return std::min(std::max(widest, heading) + 2, most_width);
  }

  void row(std::uint32_t row, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) cell({row, index(i)}, cells[i]);
  }

  void cell(Address at, const std::string& text) {
    const bool code = at.column < table_.headings.size() && holds_codes(table_.headings[at.column]);
    const auto decimals = code ? std::nullopt : decimals_of(text);
    if (decimals) {
      sheet_.decimal(at, number_of(text), *decimals);
    } else {
      sheet_.text(at, text, Style::text);
    }
  }

  SheetFile sheet_;
  const app::Table& table_;
};

}  // namespace

std::string csv_of(const app::Table& table) {
  std::string text = "\xEF\xBB\xBF";
  text += csv_row(table.headings);
  for (const auto& row : table.rows) text += csv_row(row);
  return text;
}

Expected<std::string> xlsx_of(const app::Table& table) {
  if (table.rows.size() >= sheet_rows) {
    return fail(ErrorCode::too_large,
                {fmt::format("{} baris, paling banyak {}", table.rows.size(), sheet_rows - 1),
                 fmt::format("{} rows, at most {}", table.rows.size(), sheet_rows - 1)});
  }
  using namespace std::chrono;
  auto file = WorkbookFile::create(year{2000} / 1 / 1);  // any fixed day: same table, same bytes
  if (!file) return tl::unexpected(std::move(file).error());
  TableSheet((*file)->add_sheet(sheet_name(table.name)), table).write();
  return (*file)->finish();
}

}  // namespace jalur::documents
