#include "documents/people_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/limits.h"
#include "documents/cell_reading.h"
#include "documents/columns.h"
#include "documents/form_writing.h"
#include "documents/package.h"

namespace jalur::documents {

namespace {

using Column = form::PersonColumn;

std::vector<std::string> role_words() {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < accounts::role_count; ++i)
    words.push_back(accounts::name_of(static_cast<accounts::Role>(i)).id);
  return words;
}

void write_people(WorkbookFile& file, std::size_t units) {
  SheetFile sheet = file.add_sheet(std::string(form::people_sheet));
  write_headings(sheet, form::person_headings);
  const auto cells = [](Column column) {
    return filled_rows(0, column_of(form::person_headings, column));
  };
  if (units > 0) {
    sheet.offer(cells(Column::unit), fmt::format("={}!$A$2:$A${}", form::unit_sheet, units + 1),
                {"Unit", "Wajib untuk operator dan kepala unit; tempat bekerja bagi yang lain."});
  }
  sheet.choose(cells(Column::role), role_words(),
               {"Peran", "Satu peran; peran lain ditambahkan nanti di Pengaturan."});
  sheet.freeze(1, 0);
}

void write_units(WorkbookFile& file, const std::vector<std::string>& units) {
  SheetFile sheet = file.add_sheet(std::string(form::unit_sheet));
  sheet.columns(0, 0, 60, Style::text);
  sheet.text({0, 0}, "Nama unit", Style::heading);
  for (std::size_t i = 0; i < units.size(); ++i)
    sheet.text({index(i + 1), 0}, units[i], Style::given);
}

void write_guide(WorkbookFile& file) {
  SheetFile sheet = file.add_sheet(std::string(form::guide_sheet));
  sheet.columns(0, 0, 100, Style::prose);
  sheet.text({0, 0}, "Mendaftarkan orang", Style::title);
  const std::array<std::string_view, 4> lines{
      "Satu baris untuk satu orang pada lembar Orang; nama lembar dan judul kolom jangan diubah.",
      "Surel dipakai untuk masuk dan tidak boleh sama dengan milik orang lain.",
      "Operator dan kepala unit harus disertai unitnya, ditulis seperti pada lembar Unit.",
      "Setelah berkas dimasukkan, setiap orang mendapat satu tautan untuk membuat kata sandi."};
  for (std::size_t i = 0; i < lines.size(); ++i)
    sheet.text({index(i + 2), 0}, lines[i], Style::prose);
}

class PeopleReading {
 public:
  explicit PeopleReading(const CellReading& cells) : cells_(cells) {}

  std::vector<app::PersonRow> read() {
    complain_of_strays(cells_);
    columns_ = columns_of(cells_, form::person_headings, {});
    if (columns_.size() < form::person_headings.size()) return {};
    for (std::uint32_t row = 1; row < cells_.sheet().rows(); ++row)
      if (!cells_.sheet().row_is_blank(row) && !take(row)) break;
    return std::move(people_);
  }

 private:
  // False when there are too many.
  bool take(std::uint32_t row) {
    if (people_.size() >= limits::people_per_file) {
      cells_.complain(at(row, Column::name),
                      {fmt::format("paling banyak {} orang", limits::people_per_file),
                       fmt::format("at most {} people", limits::people_per_file)});
      return false;
    }
    people_.push_back({placed(row, Column::name, limits::person_name_bytes),
                       placed(row, Column::email, limits::email_bytes),
                       placed(row, Column::unit, limits::name_bytes), role(row),
                       cells_.place(at(row, Column::role))});
    return true;
  }

  Address at(std::uint32_t row, Column column) const { return {row, columns_.at(column)}; }

  // White space around it says nothing here.
  app::PlacedText placed(std::uint32_t row, Column column, std::size_t limit_bytes) const {
    const Address address = at(row, column);
    return {std::string(trimmed(cells_.text(address, limit_bytes))), cells_.place(address)};
  }

  accounts::Role role(std::uint32_t row) const {
    const std::string word = cells_.label(at(row, Column::role));
    const auto words = role_words();
    for (std::size_t i = 0; i < words.size(); ++i)
      if (same_word(words[i], word)) return static_cast<accounts::Role>(i);
    const auto known = fmt::format("{}", fmt::join(words, ", "));
    cells_.complain(at(row, Column::role),
                    {"harus salah satu dari: " + known, "it must be one of: " + known});
    return accounts::Role::operator_;
  }

  const CellReading& cells_;
  std::map<Column, std::uint32_t> columns_;
  std::vector<app::PersonRow> people_;
};

}  // namespace

Expected<std::string> empty_people_file(const std::vector<std::string>& units) {
  using namespace std::chrono;
  auto file = WorkbookFile::create(year{2000} / 1 / 1);  // any fixed day: same units, same bytes
  if (!file) return tl::unexpected(std::move(file).error());
  write_people(**file, units.size());
  write_units(**file, units);
  write_guide(**file);
  return (*file)->finish();
}

Expected<std::vector<app::PersonRow>> read_people_file(const std::string& bytes,
                                                       const std::string& name) {
  auto package = unpack(bytes, name);
  if (!package) return tl::unexpected(std::move(package).error());
  const auto book = read_cells(std::move(*package), {form::people_sheet});
  if (!book) return tl::unexpected(book.error());
  Problems problems;
  const Sheet* sheet = book->find(form::people_sheet);
  if (sheet == nullptr) {
    problems.add(std::string(form::people_sheet), "",
                 {"lembar ini tidak ada; pakai templat dari `jalur people template`",
                  "this sheet is missing; use the template of `jalur people template`"});
    return std::move(problems).as_error();
  }
  const CellReading cells(*sheet, book->dates, problems);
  auto people = PeopleReading(cells).read();
  if (!problems.none()) return std::move(problems).as_error();
  if (people.empty())
    return fail(ErrorCode::invalid_input,
                {"lembar ini belum memuat seorang pun", "this sheet does not name anybody yet"},
                std::string(form::people_sheet));
  return people;
}

}  // namespace jalur::documents
