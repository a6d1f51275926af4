// What the sheets of the form share while they are written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "documents/form.h"
#include "documents/workbook_file.h"
#include "index/ruleset.h"

namespace jalur::documents {

inline const std::vector<std::string> level_words{"0", "1", "2", "3"};

template <class Words>
std::vector<std::string> words_of(const Words& words) {
  std::vector<std::string> texts;
  for (const auto& word : words) texts.emplace_back(word.word);
  return texts;
}

inline std::uint32_t index(std::size_t i) { return static_cast<std::uint32_t>(i); }

template <class Headings, class Column>
std::uint32_t column_of(const Headings& headings, Column column) {
  std::uint32_t i = 0;
  while (headings[i].column != column) ++i;
  return i;
}

template <class Headings>
void write_headings(SheetFile& sheet, const Headings& headings) {
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    sheet.columns(i, i, headings[i].width, Style::text);
    sheet.text({0, i}, headings[i].text, Style::heading);
  }
}

// What the levels mean: beside the cell while it is filled in, and as a note on the heading.
Prompt level_prompt(const Indicator& indicator, const std::string& heading);
std::string level_note(const Indicator& indicator);

// Rows of the form whose cells get a drop-down: below the headings.
Range filled_rows(std::size_t filled, std::uint32_t column);

// A level that is missing leaves its cell blank.
void write_level(SheetFile& sheet, Address at, const Levels& levels, IndicatorId id);

}  // namespace jalur::documents
