// A workbook being written: libxlsxwriter behind the few verbs that this room needs.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xlsxwriter.h>

#include "base/date.h"
#include "base/error.h"
#include "documents/spelling.h"

namespace jalur::documents {

enum class Style {
  plain,
  text,              // never taken for a number or a formula, on one line
  prose,             // the same, wrapped
  level,             // centred
  date,              // 2024-05-01
  title,             // large, of the guide
  heading,           // white on teal
  heading_claimed,   // white on blue-green
  heading_verified,  // white on slate
  given,             // what the form says and nobody fills in
};
inline constexpr std::size_t style_count = 10;

// From the first row and column to the last, both included.
struct Range {
  Address first;
  Address last;
};

// Told beside a cell while it is being filled in. Title at most 32 characters, message 255.
struct Prompt {
  std::string title;
  std::string message;
};

class WorkbookFile;

// A sheet of a WorkbookFile, which must outlive it. What libxlsxwriter refuses is remembered by the
// file and told at the end.
class SheetFile {
 public:
  void text(Address at, std::string_view text, Style style);
  void number(Address at, double number, Style style);
  // As it looks with so many decimals: 14.10 stays 14.10.
  void decimal(Address at, double number, int decimals);
  void date(Address at, const Date& date);  // one without a serial number is written as text
  void columns(std::uint32_t first, std::uint32_t last, double width, Style style);
  void row_height(std::uint32_t row, double points);
  void freeze(std::uint32_t rows, std::uint32_t columns);
  void filter(const Range& range);
  void note(Address at, const std::string& text);
  void print_on_one_width();

  // Only these words may be chosen.
  void choose(const Range& cells, std::vector<std::string> words, Prompt prompt);
  // The words in these cells are offered; others may be written.
  void offer(const Range& cells, std::string source, Prompt prompt);
  void whole_number(const Range& cells, int from, int to, Prompt prompt);
  void prompt_only(const Range& cells, Prompt prompt);

 private:
  friend class WorkbookFile;
  SheetFile(WorkbookFile& file, lxw_worksheet* sheet) : file_(&file), sheet_(sheet) {}
  void validate(const Range& cells, lxw_data_validation& rule, Prompt& prompt);

  WorkbookFile* file_;
  lxw_worksheet* sheet_;
};

class WorkbookFile {
 public:
  // `created` goes into the file's properties, so that the same content gives the same bytes.
  static Expected<std::unique_ptr<WorkbookFile>> create(const Date& created);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  SheetFile add_sheet(const std::string& name);
  // The whole file. Nothing more may be written to it. Errors: too_large (a text that no cell
  // holds), unavailable (no memory or no room for temporary files).
  Expected<std::string> finish();

 private:
  friend class SheetFile;
  WorkbookFile(int descriptor, lxw_workbook* workbook);
  lxw_format* format(Style style) { return formats_[static_cast<std::size_t>(style)]; }
  lxw_format* decimal_format(int decimals);
  void make_formats();
  void keep(lxw_error error);

  int descriptor_;  // of a file in memory
  lxw_workbook* workbook_;
  std::array<lxw_format*, style_count> formats_{};
  std::vector<lxw_format*> decimal_formats_;
  lxw_error first_error_ = LXW_NO_ERROR;
};

}  // namespace jalur::documents
