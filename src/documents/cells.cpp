#include "documents/cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "documents/xml.h"

namespace jalur::documents {

namespace {

tl::unexpected<Error> refuse(std::string_view part, XmlOutcome outcome) {
  switch (outcome) {
    case XmlOutcome::document_type:
      return fail(
          ErrorCode::invalid_input,
          {fmt::format("bagian \"{}\" memuat DOCTYPE, yang tidak ada dalam buku kerja", part),
           fmt::format("part \"{}\" has a DOCTYPE, which no workbook has", part)});
    case XmlOutcome::too_deep:
    case XmlOutcome::tag_too_long:
      return fail(ErrorCode::too_large,
                  {fmt::format("bagian \"{}\" bersusun terlalu dalam atau panjang", part),
                   fmt::format("part \"{}\" is nested too deep or has too long a tag", part)});
    default:
      return fail(
          ErrorCode::invalid_input,
          {fmt::format("berkas rusak pada bagian \"{}\"; simpan ulang sebagai .xlsx", part),
           fmt::format("the file is damaged in part \"{}\"; save it as .xlsx again", part)});
  }
}

// A sink that can say no. `too_long` tells text limits from plain damage.
class CheckedSink : public XmlSink {
 public:
  bool wants_more() const override { return !damaged_ && !too_long_; }
  bool too_long() const { return too_long_; }

 protected:
  void gather(std::string& text, std::string_view piece) {
    too_long_ = too_long_ || text.size() + piece.size() > limits::cell_text_bytes;
    if (!too_long_) text += piece;
  }
  bool damaged_ = false;
  bool too_long_ = false;
};

Expected<void> parse_part(const std::string& part, std::string_view bytes, CheckedSink& sink) {
  const XmlOutcome outcome = parse_xml(bytes, sink);
  if (outcome == XmlOutcome::whole) return {};
  if (!sink.too_long()) return refuse(part, outcome);
  return fail(ErrorCode::too_large,
              {fmt::format("bagian \"{}\" memuat terlalu banyak teks, atau teks lebih dari 32.767 "
                           "karakter dalam satu sel",
                           part),
               fmt::format("part \"{}\" holds too many texts, or more than 32,767 characters in "
                           "one cell",
                           part)});
}

bool is_true(std::string_view word) { return word == "1" || word == "true"; }

// xl/workbook.xml: which sheets there are, and from which day dates count.
class WorkbookSink : public CheckedSink {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr" && is_true(attributes.at("date1904"))) {
      dates = DateSystem::from_1904;
    }
    if (element != "sheet") return;
    damaged_ = damaged_ || relation_of.size() >= limits::workbook_parts;
    const std::string name(attributes.at("name"));
    damaged_ = damaged_ || !relation_of.emplace(name, attributes.at("id")).second;
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  DateSystem dates = DateSystem::from_1900;
  std::map<std::string, std::string, std::less<>> relation_of;  // by sheet name
};

// A part is named from the folder "xl/" or from the root.
std::string part_name(std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return fmt::format("xl/{}", target);
}

// xl/_rels/workbook.xml.rels: which part holds which sheet, and the shared texts.
class RelationSink : public CheckedSink {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship" || attributes.at("TargetMode") == "External") return;
    damaged_ = damaged_ || part_of.size() >= limits::workbook_parts;
    const std::string part = part_name(attributes.at("Target"));
    if (attributes.at("Type").ends_with("/sharedStrings")) shared_texts = part;
    if (attributes.at("Type").ends_with("/worksheet")) part_of.emplace(attributes.at("Id"), part);
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string, std::less<>> part_of;
  std::string shared_texts;
};

// Text inside <si> or <is>: runs are joined, how to pronounce it (<rPh>) is left out.
class RichText {
 public:
  void open(std::string_view element) {
    if (element == "rPh") pronouncing_ = true;
    if (element == "t") inside_ = !pronouncing_;
  }
  void close(std::string_view element) {
    if (element == "rPh") pronouncing_ = false;
    if (element == "t") inside_ = false;
  }
  bool inside() const { return inside_; }

 private:
  bool inside_ = false;
  bool pronouncing_ = false;
};

class SharedTextSink : public CheckedSink {
 public:
  explicit SharedTextSink(std::deque<std::string>& texts) : texts_(texts) {}

  void open(std::string_view element, const XmlAttributes&) override {
    rich_.open(element);
    if (element == "si") current_.clear();
  }
  void close(std::string_view element) override {
    rich_.close(element);
    if (element != "si") return;
    too_long_ = too_long_ || texts_.size() >= limits::workbook_strings;
    if (!too_long_) texts_.push_back(unspelled(current_));
  }
  void text(std::string_view piece) override {
    if (rich_.inside()) gather(current_, piece);
  }

 private:
  std::deque<std::string>& texts_;
  RichText rich_;
  std::string current_;
};

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

// xl/worksheets/*.xml
class SheetSink : public CheckedSink {
 public:
  // `shared` is how many of the texts came from the shared ones.
  SheetSink(Sheet& sheet, std::deque<std::string>& texts, std::size_t shared)
      : sheet_(sheet), texts_(texts), shared_(shared) {}

  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "row") open_row(attributes);
    if (element == "c") open_cell(attributes);
    if (element == "v") in_value_ = in_cell_;
    if (in_cell_) rich_.open(element);
  }
  void close(std::string_view element) override {
    rich_.close(element);
    if (element == "v") in_value_ = false;
    if (element == "c" && in_cell_) close_cell();
  }
  void text(std::string_view piece) override {
    if (in_value_ || (in_cell_ && rich_.inside())) gather(current_, piece);
  }

 private:
  void open_row(const XmlAttributes& attributes) {
    const auto given = attributes.find("r");
    const auto number = given ? parse_number<std::uint32_t>(*given) : next_.row + 1;
    damaged_ = damaged_ || !number || *number < 1 || *number > 1'048'576;
    if (!damaged_) next_ = {*number, 0};  // next_.row is the row's number, one past its index
  }

  void open_cell(const XmlAttributes& attributes) {
    const auto given = attributes.find("r");
    const auto implied = Address{next_.row == 0 ? 0 : next_.row - 1, next_.column};
    const auto address = given ? parse_address(*given) : implied;
    damaged_ = damaged_ || !address || next_.row == 0 || address->row + 1 != next_.row;
    if (damaged_) return;
    at_ = *address;
    next_.column = at_.column + 1;
    type_ = attributes.at("t");
    current_.clear();
    in_cell_ = true;
  }

  void close_cell() {
    in_cell_ = false;
    const Cell cell = finished();
    if (cell.kind == Cell::Kind::blank || damaged_) return;
    if (at_.row >= row_limit || at_.column >= limits::sheet_columns) {
      if (!sheet_.beyond_) sheet_.beyond_ = at_;
      return;
    }
    place(cell);
  }

  void place(const Cell& cell) {
    if (sheet_.rows_.size() <= at_.row) sheet_.rows_.resize(at_.row + 1);
    std::vector<Cell>& row = sheet_.rows_[at_.row];
    if (row.size() <= at_.column) row.resize(at_.column + 1);
    damaged_ = damaged_ || row[at_.column].kind != Cell::Kind::blank;
    row[at_.column] = cell;
    sheet_.columns_ = std::max(sheet_.columns_, row.size());
  }

  Cell finished() {
    if (current_.empty()) return {};
    if (type_ == "s") return shared_text();
    if (type_ == "e") return {Cell::Kind::fault, 0, kept(current_)};
    if (type_ == "b") return {Cell::Kind::truth, is_true(current_) ? 1.0 : 0.0, {}};
    if (type_ == "inlineStr" || type_ == "str" || type_ == "d") {
      return {Cell::Kind::text, 0, kept(unspelled(current_))};
    }
    return number();
  }

  Cell number() {
    const auto value = parse_number<double>(current_);
    if (!value || !std::isfinite(*value)) return {Cell::Kind::fault, 0, kept(current_)};
    return {Cell::Kind::number, *value, {}};
  }

  Cell shared_text() {
    const auto index = parse_number<std::size_t>(current_);
    damaged_ = damaged_ || !index || *index >= shared_;
    if (damaged_ || texts_[*index].empty()) return {};
    return {Cell::Kind::text, 0, texts_[*index]};
  }

  std::string_view kept(std::string text) {
    too_long_ = too_long_ || texts_.size() >= limits::workbook_strings;
    if (too_long_) return {};
    return texts_.emplace_back(std::move(text));
  }

  Sheet& sheet_;
  std::deque<std::string>& texts_;
  std::size_t shared_;
  Address next_;  // row: number of the row under way, 0 before the first
  Address at_;
  std::string type_;
  std::string current_;
  RichText rich_;
  bool in_cell_ = false;
  bool in_value_ = false;
};

namespace {

class WorkbookReading {
 public:
  explicit WorkbookReading(Package package) : package_(std::move(package)) {
    book_.texts = std::make_unique<std::deque<std::string>>();
  }

  Expected<Workbook> run(const std::vector<std::string_view>& names) {
    if (auto done = part("xl/workbook.xml", contents_); !done) return failed(done);
    if (auto done = part("xl/_rels/workbook.xml.rels", relations_); !done) return failed(done);
    book_.dates = contents_.dates;
    if (auto done = shared_texts(); !done) return failed(done);
    shared_ = book_.texts->size();
    for (const std::string_view name : names) {
      if (auto done = sheet(name); !done) return failed(done);
    }
    return std::move(book_);
  }

 private:
  static tl::unexpected<Error> failed(Expected<void>& done) {
    return tl::unexpected(std::move(done).error());
  }

  Expected<void> part(const std::string& name, CheckedSink& sink) {
    const auto found = package_.find(name);
    if (found == package_.end()) return refuse(name, XmlOutcome::malformed);
    auto done = parse_part(name, found->second, sink);
    package_.erase(found);  // its bytes are not needed again
    return done;
  }

  Expected<void> shared_texts() {
    if (relations_.shared_texts.empty()) return {};
    SharedTextSink sink(*book_.texts);
    return part(relations_.shared_texts, sink);
  }

  Expected<void> sheet(std::string_view name) {
    const auto relation = contents_.relation_of.find(name);
    if (relation == contents_.relation_of.end()) return {};
    const auto target = relations_.part_of.find(relation->second);
    if (target == relations_.part_of.end()) {
      return refuse("xl/_rels/workbook.xml.rels", XmlOutcome::malformed);
    }
    Sheet& sheet = book_.add(name);
    SheetSink sink(sheet, *book_.texts, shared_);
    return part(target->second, sink);
  }

  Package package_;
  WorkbookSink contents_;
  RelationSink relations_;
  std::size_t shared_ = 0;
  Workbook book_;
};

const Cell blank_cell;

}  // namespace

const Cell& Sheet::at(std::size_t row, std::size_t column) const {
  if (row >= rows_.size() || column >= rows_[row].size()) return blank_cell;
  return rows_[row][column];
}

bool Sheet::row_is_blank(std::size_t row) const {
  if (row >= rows_.size()) return true;
  return std::all_of(rows_[row].begin(), rows_[row].end(), [](const Cell& cell) {
    return cell.kind == Cell::Kind::blank ||
           (cell.kind == Cell::Kind::text && trimmed(cell.text).empty());
  });
}

Sheet& Workbook::add(std::string_view name) { return sheets.emplace_back(std::string(name)); }

const Sheet* Workbook::find(std::string_view name) const {
  const auto found = std::find_if(sheets.begin(), sheets.end(),
                                  [&](const Sheet& sheet) { return sheet.name() == name; });
  return found == sheets.end() ? nullptr : &*found;
}

Expected<Workbook> read_cells(Package package, const std::vector<std::string_view>& names) {
  return WorkbookReading(std::move(package)).run(names);
}

}  // namespace jalur::documents
