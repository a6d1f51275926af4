#include "base/csv.h"

namespace jalur {
namespace {

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
  }

  Expected<std::vector<std::vector<std::string>>> read() {
    while (at_ < text_.size()) {
      const auto row = read_row();
      if (!row) return tl::unexpected(row.error());
      const bool blank = row->size() == 1 && row->front().empty();
      if (!blank) rows_.push_back(*row);
    }
    return std::move(rows_);
  }

 private:
  Expected<std::vector<std::string>> read_row() {
    std::vector<std::string> row;
    while (true) {
      auto field = text_.substr(at_, 1) == "\"" ? read_quoted() : read_plain();
      if (!field) return tl::unexpected(field.error());
      row.push_back(std::move(*field));
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      end_line();
      return row;
    }
  }

  Expected<std::string> read_plain() {
    const auto end = std::min(text_.find_first_of(",\r\n\"", at_), text_.size());
    if (end < text_.size() && text_[end] == '"') return out_of_place();
    std::string field(text_.substr(at_, end - at_));
    at_ = end;
    return field;
  }

  Expected<std::string> read_quoted() {
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (text_.substr(at_ + 1, 1) == "\"") {
        field += text_[at_++];
      } else {
        ++at_;
        const auto next = text_.substr(at_, 1);
        if (next.empty() || next.find_first_of(",\r\n") == 0) return field;
        break;
      }
    }
    return out_of_place();
  }

  void end_line() {
    if (text_.substr(at_, 1) == "\r") ++at_;
    if (text_.substr(at_, 1) == "\n") {
      ++at_;
      ++line_;
    }
  }

  tl::unexpected<Error> out_of_place() const {
    return fail(
        ErrorCode::invalid_input,
        {"tanda kutip tidak pada tempatnya; kutip seluruh isian dan gandakan tanda kutip di "
         "dalamnya",
         "a quote is out of place; quote the whole field and double the quotes inside it"},
        "line " + std::to_string(line_));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<std::vector<std::string>> rows_;
};

std::string csv_field(const std::string& field) {
  if (field.find_first_of("\",\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

Expected<std::vector<std::vector<std::string>>> read_csv(std::string_view text) {
  return CsvReader(text).read();
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "," : "") + csv_field(row[i]);
    text += '\n';
  }
  return text;
}

}  // namespace jalur
