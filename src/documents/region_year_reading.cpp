#include "documents/region_year_reading.h"

#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/limits.h"
#include "documents/cell_reading.h"
#include "documents/cells.h"
#include "documents/columns.h"
#include "documents/form.h"
#include "documents/innovation_reading.h"

namespace jalur::documents {

namespace {

// --- "Daerah"

class RegionReading {
 public:
  RegionReading(const CellReading& cells, const FindRuleset& find, RegionYear& data)
      : cells_(cells), find_(find), data_(data) {}

  // The ruleset that the sheet names; nullptr and a complaint when there is none such.
  const Ruleset* read() {
    find_fields();
    if (!complete()) return nullptr;
    check_version();
    read_code();
    data_.name = cells_.needed_text(at(Field::name), limits::name_bytes);
    data_.kind =
        cells_.needed_word(at(Field::kind), form::region_kinds).value_or(RegionKind::regency);
    data_.year = cells_.needed_whole(at(Field::year), 2000, 2100).value_or(0);
    if (has(Field::illustration)) {
      data_.illustration = cells_.text(at(Field::illustration), limits::name_bytes);
    }
    return read_ruleset();
  }

  // Whether the government's levels were verified, as the sheet says.
  std::optional<form::Answer> verified() const {
    if (!has(Field::verified)) return std::nullopt;
    return cells_.word(at(Field::verified), form::answers);
  }

 private:
  using Field = form::RegionField;

  bool has(Field field) const { return rows_.contains(field); }
  Address at(Field field) const { return {rows_.at(field), 1}; }

  void find_fields() {
    for (std::uint32_t row = 0; row < cells_.sheet().rows(); ++row) {
      const std::string label = cells_.label({row, 0});
      if (label.empty() || same_word(label, form::field_heading)) continue;
      take(label, row);
    }
  }

  void take(const std::string& label, std::uint32_t row) {
    for (const auto& field : form::region_fields) {
      if (!same_word(field.text, label)) continue;
      if (!rows_.emplace(field.column, row).second) cells_.complain({row, 0}, doubled());
      return;
    }
    cells_.complain({row, 0}, {"isian ini tidak dikenal; pakai isian dari templat",
                               "this field is not known; use those of the template"});
  }

  bool complete() const {
    std::vector<std::string_view> missing;
    for (const auto& field : form::region_fields) {
      const bool optional = field.column == Field::illustration || field.column == Field::verified;
      if (!optional && !has(field.column)) missing.push_back(field.text);
    }
    if (missing.empty()) return true;
    const std::string list = fmt::format("{}", fmt::join(missing, ", "));
    cells_.complain({0, 0}, {fmt::format("lembar ini tidak memuat isian: {}", list),
                             fmt::format("this sheet lacks the fields: {}", list)});
    return false;
  }

  void check_version() const {
    if (cells_.label(at(Field::version)) == form::format_name) return;
    cells_.complain(at(Field::version), {fmt::format("harus {}", form::format_name),
                                         fmt::format("it must be {}", form::format_name)});
  }

  // A code that a spreadsheet took for a number has lost its zeros: 14.1 was 14.10.
  void read_code() {
    std::string text = cells_.label(at(Field::code));
    if (cells_.is_number(at(Field::code)) && text.size() == 4) text += '0';
    const auto code = RegionCode::parse(text);
    if (!code) {
      cells_.complain(at(Field::code), {"harus kode Kemendagri seperti 14 atau 14.01",
                                        "it must be a Ministry code such as 14 or 14.01"});
    }
    data_.code = code.value_or(RegionCode{});
  }

  const Ruleset* read_ruleset() {
    data_.ruleset = cells_.label(at(Field::ruleset));
    const Ruleset* ruleset = find_(data_.ruleset);
    if (ruleset == nullptr) {
      cells_.complain(at(Field::ruleset), {"aturan ini tidak ada; lihat `jalur rulesets`",
                                           "there is no such ruleset; see `jalur rulesets`"});
    }
    return ruleset;
  }

  const CellReading& cells_;
  const FindRuleset& find_;
  RegionYear& data_;
  std::map<Field, std::uint32_t> rows_;
};

// --- "Unit"

std::vector<Unit> read_units(const CellReading& cells) {
  complain_of_strays(cells);
  const auto columns = columns_of(cells, form::unit_headings, {});
  std::vector<Unit> units;
  if (columns.size() < form::unit_headings.size()) return units;
  std::set<std::string> names;
  for (std::uint32_t row = 1; row < cells.sheet().rows(); ++row) {
    if (cells.sheet().row_is_blank(row)) continue;
    const Address name_at{row, columns.at(form::UnitColumn::name)};
    const Address kind_at{row, columns.at(form::UnitColumn::kind)};
    units.push_back({cells.needed_text(name_at, limits::name_bytes),
                     cells.needed_word(kind_at, form::unit_kinds).value_or(Unit::Kind::other)});
    if (!names.insert(units.back().name).second) cells.complain(name_at, doubled());
    if (units.size() <= limits::units_per_region) continue;
    cells.complain(name_at, {fmt::format("paling banyak {} unit", limits::units_per_region),
                             fmt::format("at most {} units", limits::units_per_region)});
    break;
  }
  return units;
}

// --- "Pemerintah"

class GovernmentReading {
 public:
  GovernmentReading(const CellReading& cells, const Ruleset& ruleset)
      : cells_(cells), ruleset_(ruleset) {}

  void read() {
    using Column = form::GovernmentColumn;
    complain_of_strays(cells_);
    columns_ = columns_of(cells_, form::government_headings,
                          {Column::name, Column::words_1, Column::words_2, Column::words_3});
    if (!columns_.contains(Column::number) || !columns_.contains(Column::claimed) ||
        !columns_.contains(Column::verified)) {
      return;
    }
    for (std::uint32_t row = 1; row < cells_.sheet().rows(); ++row) {
      if (!cells_.sheet().row_is_blank(row)) read_row(row);
    }
    complain_of_missing();
  }

  Levels claimed;
  Levels verified;

 private:
  void read_row(std::uint32_t row) {
    const Address number_at{row, columns_.at(form::GovernmentColumn::number)};
    const auto id = IndicatorId::parse(cells_.label(number_at));
    const Indicator* indicator = id ? ruleset_.find(*id) : nullptr;
    if (indicator == nullptr || indicator->aspect != Aspect::government) {
      return complain_of_indicator(number_at);
    }
    if (!seen_.insert(*id).second) return cells_.complain(number_at, doubled());
    take(claimed, *id, {row, columns_.at(form::GovernmentColumn::claimed)});
    take(verified, *id, {row, columns_.at(form::GovernmentColumn::verified)});
  }

  void take(Levels& levels, IndicatorId id, Address at) {
    if (const auto level = cells_.level(at)) levels.set(id, *level);
  }

  void complain_of_indicator(Address at) const {
    const std::string known = ids_of(ruleset_, Aspect::government);
    cells_.complain(
        at, {fmt::format("indikator ini tidak ada dalam {}; yang ada: {}", ruleset_.id, known),
             fmt::format("{} does not have this indicator; there are: {}", ruleset_.id, known)});
  }

  void complain_of_missing() const {
    std::vector<std::string> missing;
    for (const Indicator* indicator : indicators_of(ruleset_, Aspect::government)) {
      if (!seen_.contains(indicator->id)) missing.push_back(indicator->id.str());
    }
    if (missing.empty()) return;
    const std::string list = fmt::format("{}", fmt::join(missing, ", "));
    cells_.complain({0, columns_.at(form::GovernmentColumn::number)},
                    {fmt::format("lembar ini tidak memuat baris indikator: {}", list),
                     fmt::format("this sheet lacks the rows of: {}", list)});
  }

  const CellReading& cells_;
  const Ruleset& ruleset_;
  std::map<form::GovernmentColumn, std::uint32_t> columns_;
  std::set<IndicatorId> seen_;
};

// --- all of it

class FileReading {
 public:
  FileReading(const Workbook& book, const FindRuleset& find) : book_(book), find_(find) {}

  Expected<RegionYear> run() && {
    if (!has_every_sheet()) return std::move(problems_).as_error();
    const CellReading region_cells = cells(form::region_sheet);
    RegionReading region(region_cells, find_, data_);
    const Ruleset* ruleset = region.read();
    data_.units = read_units(cells(form::unit_sheet));
    if (ruleset == nullptr) return std::move(problems_).as_error();
    read_government(*ruleset, region.verified());
    auto rows = read_innovations(cells(form::innovation_sheet), *ruleset);
    if (!rows) return tl::unexpected(std::move(rows).error());
    data_.innovations = std::move(rows->innovations);
    return checked(rows->places);
  }

 private:
  CellReading cells(std::string_view name) { return {*book_.find(name), book_.dates, problems_}; }

  bool has_every_sheet() {
    for (const std::string_view name :
         {form::region_sheet, form::unit_sheet, form::government_sheet, form::innovation_sheet}) {
      if (book_.find(name) != nullptr) continue;
      problems_.add(
          std::string(name), "",
          {"lembar ini tidak ada; pakai templat", "this sheet is missing; use the template"});
    }
    return problems_.none();
  }

  void read_government(const Ruleset& ruleset, std::optional<form::Answer> verified) {
    const CellReading government_cells = cells(form::government_sheet);
    GovernmentReading government(government_cells, ruleset);
    government.read();
    if (verified == form::Answer::no && !government.verified.empty()) {
      problems_.add(std::string(form::government_sheet), "",
                    {"kolom Terverifikasi terisi, padahal lembar Daerah menyebut Tidak",
                     "the column Terverifikasi is filled in, while the sheet Daerah says Tidak"});
    }
    data_.government = government.claimed;
    if (verified == form::Answer::yes || !government.verified.empty()) {
      data_.government_verified = government.verified;
    }
  }

  Expected<RegionYear> checked(const std::vector<std::string>& places) {
    if (problems_.none()) {
      check_region_year(
          data_, find_, [&](std::size_t i) { return places[i]; }, problems_);
    }
    if (!problems_.none()) return std::move(problems_).as_error();
    return std::move(data_);
  }

  const Workbook& book_;
  const FindRuleset& find_;
  Problems problems_;
  RegionYear data_;
};

}  // namespace

Expected<RegionYear> read_region_year_file(const std::string& bytes, const std::string& name,
                                           const FindRuleset& find_ruleset) {
  auto package = unpack(bytes, name);
  if (!package) return tl::unexpected(std::move(package).error());
  return read_region_year_package(std::move(*package), find_ruleset);
}

Expected<RegionYear> read_region_year_package(Package package, const FindRuleset& find_ruleset) {
  auto book = read_cells(std::move(package), {form::region_sheet, form::unit_sheet,
                                              form::government_sheet, form::innovation_sheet});
  if (!book) return tl::unexpected(std::move(book).error());
  return FileReading(*book, find_ruleset).run();
}

}  // namespace jalur::documents
