// Tables and paragraphs for a terminal of 80 columns. Widths count characters, not bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jalur::cli {

inline constexpr std::size_t terminal_columns = 80;

// Without control characters, so that no file can play with the terminal it is shown on. Tables and
// paragraphs are made so already.
std::string harmless(std::string_view text);

std::size_t width_of(std::string_view utf8);

// The text as lines of at most `width` characters, broken at spaces, and inside a word only when it
// is longer than a line.
std::vector<std::string> wrapped(std::string_view utf8, std::size_t width);

// A paragraph within the terminal: the first line begins with `first`, the further ones with as
// many spaces.
std::string paragraph(std::string_view first, std::string_view utf8);

struct Column {
  // `stretch` takes what the others leave and breaks its cells into lines. One column at the most.
  enum class Kind { left, right, stretch };
  std::string heading;
  Kind kind = Kind::left;
};

// Headings, a rule, the rows. No line is longer than the terminal as long as the columns that do
// not stretch leave room. Without any heading the head is left out.
std::string text_table(const std::vector<Column>& columns,
                       const std::vector<std::vector<std::string>>& rows);

}  // namespace jalur::cli
