// Values out of cells, each complaint naming its sheet and cell: "Inovasi!Q7".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "documents/cells.h"
#include "documents/form.h"
#include "index/level.h"

namespace jalur::documents {

class CellReading {
 public:
  CellReading(const Sheet& sheet, DateSystem dates, Problems& problems)
      : sheet_(sheet), dates_(dates), problems_(problems) {}

  const Sheet& sheet() const { return sheet_; }
  bool is_blank(Address at) const { return cell(at).kind == Cell::Kind::blank; }
  bool is_number(Address at) const { return cell(at).kind == Cell::Kind::number; }
  std::string place(Address at) const;
  void complain(Address at, Text text) const;

  // As it stands, white space and all; a number as it would have been typed. Blank: empty.
  std::string text(Address at, std::size_t limit_bytes) const;
  // The same, with a complaint when it is empty.
  std::string needed_text(Address at, std::size_t limit_bytes) const;
  // For headings and the like: no complaint, no white space around it.
  std::string label(Address at) const;

  // A number, or a text of nothing but digits. Nothing and a complaint otherwise.
  std::optional<int> needed_whole(Address at, int least, int most) const;
  // Blank is nothing. Anything but 0, 1, 2, 3 is nothing and a complaint.
  std::optional<Level> level(Address at) const;
  // A date of the spreadsheet, or a text such as 2024-05-01.
  std::optional<Date> date(Address at) const;

  template <class Value, std::size_t count>
  std::optional<Value> needed_word(Address at,
                                   const std::array<form::Word<Value>, count>& words) const {
    const auto value = form::value_of(words, label(at));
    if (!value) complain_of_word(at, list_of(words));
    return value;
  }
  template <class Value, std::size_t count>
  std::optional<Value> word(Address at, const std::array<form::Word<Value>, count>& words) const {
    if (label(at).empty()) return std::nullopt;
    return needed_word(at, words);
  }

 private:
  const Cell& cell(Address at) const { return sheet_.at(at.row, at.column); }
  void complain_of_word(Address at, const std::string& known) const;

  template <class Words>
  static std::string list_of(const Words& words) {
    std::string list;
    for (const auto& word : words) {
      if (!list.empty()) list += ", ";
      list += word.word;
    }
    return list;
  }

  const Sheet& sheet_;
  DateSystem dates_;
  Problems& problems_;
};

}  // namespace jalur::documents
