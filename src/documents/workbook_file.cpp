#include "documents/workbook_file.h"

#include <ctime>
#include <utility>

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

namespace jalur::documents {

namespace {

constexpr lxw_color_t teal = 0x0E7490;
constexpr lxw_color_t blue_green = 0x0F766E;
constexpr lxw_color_t slate = 0x475569;
constexpr lxw_color_t pale = 0xF1F5F9;
constexpr std::uint8_t paper_a4 = 9;

lxw_col_t column_of(Address at) { return static_cast<lxw_col_t>(at.column); }

tl::unexpected<Error> cannot_write(lxw_error error) {
  if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
    return fail(ErrorCode::too_large,
                {"sebuah teks lebih panjang dari 32.767 karakter, batas satu sel",
                 "a text is longer than the 32,767 characters of a cell"});
  }
  return fail(ErrorCode::unavailable,
              {fmt::format("buku kerja tidak dapat ditulis: {}", lxw_strerror(error)),
               fmt::format("the workbook cannot be written: {}", lxw_strerror(error))});
}

Expected<std::string> read_all(int descriptor) {
  const off_t size = lseek(descriptor, 0, SEEK_END);
  std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got =
        pread(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (got <= 0) return cannot_write(LXW_ERROR_ZIP_FILE_OPERATION);
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::time_t seconds_of(const Date& date) {
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days{date});
}

lxw_format* heading(lxw_workbook* workbook, lxw_color_t colour) {
  lxw_format* format = workbook_add_format(workbook);
  format_set_bold(format);
  format_set_font_color(format, LXW_COLOR_WHITE);
  format_set_bg_color(format, colour);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

}  // namespace

// --- the file

Expected<std::unique_ptr<WorkbookFile>> WorkbookFile::create(const Date& created) {
  const int descriptor = memfd_create("workbook", MFD_CLOEXEC);
  if (descriptor < 0) return cannot_write(LXW_ERROR_CREATING_XLSX_FILE);
  lxw_workbook* workbook = workbook_new(fmt::format("/proc/self/fd/{}", descriptor).c_str());
  if (workbook == nullptr) {
    close(descriptor);
    return cannot_write(LXW_ERROR_MEMORY_MALLOC_FAILED);
  }
  std::unique_ptr<WorkbookFile> file(new WorkbookFile(descriptor, workbook));
  lxw_doc_properties properties = {};
  properties.created = seconds_of(created);
  file->keep(workbook_set_properties(workbook, &properties));
  file->make_formats();
  return file;
}

WorkbookFile::WorkbookFile(int descriptor, lxw_workbook* workbook)
    : descriptor_(descriptor), workbook_(workbook) {}

WorkbookFile::~WorkbookFile() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  close(descriptor_);
}

SheetFile WorkbookFile::add_sheet(const std::string& name) {
  return {*this, workbook_add_worksheet(workbook_, name.c_str())};
}

Expected<std::string> WorkbookFile::finish() {
  if (first_error_ != LXW_NO_ERROR) return cannot_write(first_error_);
  keep(workbook_close(std::exchange(workbook_, nullptr)));
  if (first_error_ != LXW_NO_ERROR) return cannot_write(first_error_);
  return read_all(descriptor_);
}

void WorkbookFile::keep(lxw_error error) {
  if (first_error_ == LXW_NO_ERROR) first_error_ = error;
}

void WorkbookFile::make_formats() {
  const auto set = [&](Style style, lxw_format* made) {
    formats_[static_cast<std::size_t>(style)] = made;
    return made;
  };
  const auto add = [&](Style style) { return set(style, workbook_add_format(workbook_)); };
  set(Style::heading, heading(workbook_, teal));
  set(Style::heading_claimed, heading(workbook_, blue_green));
  set(Style::heading_verified, heading(workbook_, slate));
  add(Style::plain);
  format_set_align(add(Style::level), LXW_ALIGN_CENTER);
  format_set_num_format(add(Style::date), "yyyy-mm-dd");
  format_set_num_format(add(Style::text), "@");
  lxw_format* prose = add(Style::prose);
  format_set_num_format(prose, "@");
  format_set_text_wrap(prose);
  lxw_format* title = add(Style::title);
  format_set_bold(title);
  format_set_font_size(title, 16);
  format_set_font_color(title, teal);
  lxw_format* given = add(Style::given);
  format_set_text_wrap(given);
  format_set_bg_color(given, pale);
  for (const Style style :
       {Style::plain, Style::level, Style::date, Style::text, Style::prose, Style::given}) {
    format_set_align(format(style), LXW_ALIGN_VERTICAL_TOP);
  }
}

lxw_format* WorkbookFile::decimal_format(int decimals) {
  const auto index = static_cast<std::size_t>(decimals);
  if (decimal_formats_.size() <= index) decimal_formats_.resize(index + 1);
  if (decimal_formats_[index] == nullptr) {
    decimal_formats_[index] = workbook_add_format(workbook_);
    const std::string pattern = decimals == 0 ? "0" : "0." + std::string(index, '0');
    format_set_num_format(decimal_formats_[index], pattern.c_str());
  }
  return decimal_formats_[index];
}

// --- a sheet

void SheetFile::text(Address at, std::string_view text, Style style) {
  if (text.empty()) return;
  file_->keep(worksheet_write_string(sheet_, at.row, column_of(at), spelled(text).c_str(),
                                     file_->format(style)));
}

void SheetFile::number(Address at, double number, Style style) {
  file_->keep(worksheet_write_number(sheet_, at.row, column_of(at), number, file_->format(style)));
}

void SheetFile::decimal(Address at, double number, int decimals) {
  file_->keep(worksheet_write_number(sheet_, at.row, column_of(at), number,
                                     file_->decimal_format(decimals)));
}

void SheetFile::date(Address at, const Date& date) {
  const auto serial = serial_of(date, DateSystem::from_1900);
  if (!serial) return text(at, jalur::to_string(date), Style::text);
  number(at, *serial, Style::date);
}

void SheetFile::columns(std::uint32_t first, std::uint32_t last, double width, Style style) {
  file_->keep(worksheet_set_column(sheet_, static_cast<lxw_col_t>(first),
                                   static_cast<lxw_col_t>(last), width, file_->format(style)));
}

void SheetFile::row_height(std::uint32_t row, double points) {
  file_->keep(worksheet_set_row(sheet_, row, points, nullptr));
}

void SheetFile::freeze(std::uint32_t rows, std::uint32_t columns) {
  worksheet_freeze_panes(sheet_, rows, static_cast<lxw_col_t>(columns));
}

void SheetFile::filter(const Range& range) {
  file_->keep(worksheet_autofilter(sheet_, range.first.row, column_of(range.first), range.last.row,
                                   column_of(range.last)));
}

void SheetFile::note(Address at, const std::string& text) {
  lxw_comment_options options = {};
  options.width = 320;
  options.height = 110;
  file_->keep(
      worksheet_write_comment_opt(sheet_, at.row, column_of(at), spelled(text).c_str(), &options));
}

void SheetFile::print_on_one_width() {
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, paper_a4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  file_->keep(worksheet_repeat_rows(sheet_, 0, 0));
}

void SheetFile::validate(const Range& cells, lxw_data_validation& rule, Prompt& prompt) {
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.input_title = prompt.title.data();
  rule.input_message = prompt.message.data();
  file_->keep(worksheet_data_validation_range(sheet_, cells.first.row, column_of(cells.first),
                                              cells.last.row, column_of(cells.last), &rule));
}

void SheetFile::choose(const Range& cells, std::vector<std::string> words, Prompt prompt) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  std::string wrong = "Pilih salah satu dari daftar.";
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = list.data();
  rule.error_message = wrong.data();
  validate(cells, rule, prompt);
}

void SheetFile::offer(const Range& cells, std::string source, Prompt prompt) {
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = source.data();
  rule.show_error = LXW_VALIDATION_OFF;
  validate(cells, rule, prompt);
}

void SheetFile::whole_number(const Range& cells, int from, int to, Prompt prompt) {
  std::string wrong = fmt::format("Isi bilangan bulat {} sampai {}.", from, to);
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_INTEGER;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = from;
  rule.maximum_number = to;
  rule.error_message = wrong.data();
  validate(cells, rule, prompt);
}

void SheetFile::prompt_only(const Range& cells, Prompt prompt) {
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  validate(cells, rule, prompt);
}

}  // namespace jalur::documents
