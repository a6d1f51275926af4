#include "cli/text_table.h"

#include <algorithm>

namespace jalur::cli {
namespace {

constexpr std::size_t gap = 2;                 // spaces between columns
constexpr std::size_t narrowest_stretch = 10;  // characters

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Bytes of the first `characters` characters.
std::size_t bytes_of(std::string_view utf8, std::size_t characters) {
  std::size_t at = 0;
  while (at < utf8.size() && characters > 0) {
    ++at;
    while (at < utf8.size() && continues_character(utf8[at])) ++at;
    --characters;
  }
  return at;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" \n\t\r", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string padded(const std::string& cell, std::size_t width, Column::Kind kind) {
  const std::size_t characters = width_of(cell);
  const std::string space(width > characters ? width - characters : 0, ' ');
  return kind == Column::Kind::right ? space + cell : cell + space;
}

std::vector<std::size_t> widths_of(const std::vector<Column>& columns,
                                   const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t width = width_of(columns[i].heading);
    for (const auto& row : rows) width = std::max(width, width_of(row[i]));
    widths.push_back(width);
    if (columns[i].kind != Column::Kind::stretch) taken += width;
    if (i > 0) taken += gap;
  }
  const std::size_t left =
      terminal_columns > taken + narrowest_stretch ? terminal_columns - taken : narrowest_stretch;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].kind == Column::Kind::stretch) widths[i] = std::min(widths[i], left);
  }
  return widths;
}

void append_line(std::string& text, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  text += harmless(line) + '\n';
}

void append_row(std::string& text, const std::vector<Column>& columns,
                const std::vector<std::size_t>& widths, const std::vector<std::string>& row) {
  std::vector<std::vector<std::string>> cells;
  std::size_t lines = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool breaks = columns[i].kind == Column::Kind::stretch;
    cells.push_back(breaks ? wrapped(row[i], widths[i]) : std::vector<std::string>{row[i]});
    lines = std::max(lines, cells.back().size());
  }
  for (std::size_t line = 0; line < lines; ++line) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out.append(gap, ' ');
      out += padded(line < cells[i].size() ? cells[i][line] : "", widths[i], columns[i].kind);
    }
    append_line(text, std::move(out));
  }
}

void append_head(std::string& text, const std::vector<Column>& columns,
                 const std::vector<std::size_t>& widths) {
  std::vector<std::string> headings;
  std::vector<std::string> rules;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    headings.push_back(columns[i].heading);
    rules.emplace_back(widths[i], '-');
  }
  append_row(text, columns, widths, headings);
  append_row(text, columns, widths, rules);
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    // C1 controls are written C2 80 .. C2 9F in UTF-8; some terminals obey them.
    const bool second_of_c1 = byte >= 0x80 && byte <= 0x9F && i > 0 && result[i - 1] == '\xC2';
    if (second_of_c1) result[i] = '\xA0';
    if (byte < 0x20 || byte == 0x7F) result[i] = ' ';
  }
  return result;
}

std::size_t width_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return !continues_character(c); }));
}

std::vector<std::string> wrapped(std::string_view utf8, std::size_t width) {
  std::vector<std::string> lines{""};
  for (auto word : words_of(utf8)) {
    if (!lines.back().empty() && width_of(lines.back()) + 1 + width_of(word) > width) {
      lines.emplace_back();
    }
    while (width_of(word) > width) {
      const std::size_t cut = bytes_of(word, width);
      lines.back() += word.substr(0, cut);
      lines.emplace_back();
      word.remove_prefix(cut);
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

std::string paragraph(std::string_view first, std::string_view utf8) {
  const std::size_t indent = width_of(first);
  const auto lines = wrapped(utf8, terminal_columns - indent);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    append_line(text, (i == 0 ? std::string(first) : std::string(indent, ' ')) + lines[i]);
  }
  return text;
}

std::string text_table(const std::vector<Column>& columns,
                       const std::vector<std::vector<std::string>>& rows) {
  const auto widths = widths_of(columns, rows);
  const bool headed = std::any_of(columns.begin(), columns.end(),
                                  [](const Column& column) { return !column.heading.empty(); });
  std::string text;
  if (headed) append_head(text, columns, widths);
  for (const auto& row : rows) append_row(text, columns, widths, row);
  return text;
}

}  // namespace jalur::cli
