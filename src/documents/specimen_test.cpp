#include "documents/specimen.h"

#include <stdexcept>

#include <fmt/format.h>
#include <zip.h>

#include "documents/cells.h"
#include "documents/form.h"
#include "documents/region_year_file.h"
#include "documents/workbook_file.h"

namespace jalur::documents::specimen {

namespace {

IndicatorId id(const char* text) { return IndicatorId::parse(text).value(); }

Indicator indicator(const char* number, Aspect aspect) {
  return {.id = id(number),
          .aspect = aspect,
          .variable = "Variabel",
          .name = {fmt::format("Indikator {}", number), fmt::format("Indicator {}", number)},
          .short_name = {"Regulasi", "Regulation"},
          .weight = Points::of(100),
          .mandatory = false,
          .levels = {"satu", "dua", "tiga"},
          .measures = {},
          .evidence = {},
          .sources = {}};
}

Ruleset make_ruleset() {
  Ruleset ruleset{.id = "iid-2026",
                  .year = 2026,
                  .title = {"Indeks Inovasi Daerah 2026", "Regional Innovation Index 2026"},
                  .prognosis = false,
                  .indicators = {},
                  .number_indicator = id("36"),
                  .number_name = {"Jumlah", "Number"},
                  .formula = {},
                  .classes = {{"Inovatif", Hundredths::of(4001), {}}},
                  .eligibility = {},
                  .sources = {},
                  .assumptions = {}};
  for (const char* number : {"1", "2a", "2b"}) {
    ruleset.indicators.push_back(indicator(number, Aspect::government));
  }
  for (const char* number : {"16", "17", "18"}) {
    ruleset.indicators.push_back(indicator(number, Aspect::innovation));
  }
  return ruleset;
}

Levels levels(std::initializer_list<std::pair<const char*, Level>> entries) {
  Levels levels;
  for (const auto& [number, level] : entries) levels.set(id(number), level);
  return levels;
}

std::string show(const Levels& levels) {
  std::string text;
  for (const auto& [indicator, level] : levels) {
    text += fmt::format("{}={} ", indicator.str(), number(level));
  }
  return text;
}

std::string show(const std::optional<Levels>& levels) {
  return levels ? fmt::format("[{}]", show(*levels)) : "none";
}

std::string show(const std::optional<Date>& date) { return date ? to_string(*date) : "none"; }

std::string show(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) text += fmt::format("{} ", number);
  return text;
}

using Shown = std::vector<std::pair<std::string, std::string>>;

Shown show(const Innovation& innovation) {
  return {{"id", innovation.id},
          {"name", innovation.name},
          {"unit", innovation.unit},
          {"affairs", show(innovation.affairs)},
          {"stage", std::string(word(innovation.stage))},
          {"implemented_on", show(innovation.implemented_on)},
          {"developed_on", show(innovation.developed_on)},
          {"state", std::string(word(innovation.state))},
          {"levels", show(innovation.levels)},
          {"verified_levels", show(innovation.verified_levels)},
          {"design", innovation.design}};
}

Shown show(const RegionYear& data) {
  Shown shown{{"code", data.code.str()},
              {"name", data.name},
              {"kind", std::string(word(data.kind))},
              {"year", std::to_string(data.year)},
              {"ruleset", data.ruleset},
              {"illustration", data.illustration},
              {"government", show(data.government)},
              {"government_verified", show(data.government_verified)}};
  for (const Unit& unit : data.units) shown.emplace_back(word(unit.kind), unit.name);
  for (const Innovation& innovation : data.innovations) {
    for (auto& pair : show(innovation)) shown.push_back(std::move(pair));
  }
  return shown;
}

void add_part(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
    throw std::runtime_error("cannot add " + name);
  }
}

std::string bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) throw std::runtime_error("cannot open the ZIP");
  std::string bytes;
  std::string buffer(64u << 10, '\0');
  while (true) {
    const zip_int64_t got = zip_source_read(source, buffer.data(), buffer.size());
    if (got <= 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

}  // namespace

const Ruleset& ruleset() {
  static const Ruleset made = make_ruleset();
  return made;
}

FindRuleset finder() {
  return [](const std::string& name) { return name == "iid-2026" ? &ruleset() : nullptr; };
}

RegionYear region_year() {
  using namespace std::chrono;
  RegionYear data;
  data.code = RegionCode::parse("14.01").value();
  data.name = "Kabupaten Kampar";
  data.kind = RegionKind::regency;
  data.year = 2026;
  data.ruleset = "iid-2026";
  data.illustration = "Data contoh";
  data.units = {{"Dinas Kesehatan", Unit::Kind::agency},
                {"Kecamatan Tapung", Unit::Kind::sub_district}};
  data.government = levels({{"1", Level::three}, {"2a", Level::none}});
  Innovation first;
  first.id = "i-001";
  first.name = "Antar Obat";
  first.unit = "Dinas Kesehatan";
  first.affairs = {2, 16};
  first.stage = Stage::implementation;
  first.implemented_on = year{2024} / 5 / 1;
  first.state = SubmissionState::submitted;
  first.levels = levels({{"16", Level::two}, {"17", Level::none}});
  first.verified_levels = levels({{"16", Level::one}});
  first.design = "Obat diantar ke rumah pasien.";
  Innovation second = first;
  second.id = "i-002";
  second.name = "Tapung Cepat";
  second.affairs = {5};
  second.stage = Stage::trial;
  second.implemented_on.reset();
  second.developed_on = year{2025} / 12 / 31;
  second.state = SubmissionState::draft;
  second.verified_levels.reset();
  second.design.clear();
  data.innovations = {first, second};
  return data;
}

std::string difference(const RegionYear& a, const RegionYear& b) {
  const Shown left = show(a);
  const Shown right = show(b);
  if (left.size() != right.size()) {
    return fmt::format("{} fields against {}", left.size(), right.size());
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    return fmt::format("{} \"{}\" against {} \"{}\"", left[i].first, left[i].second, right[i].first,
                       right[i].second);
  }
  return {};
}

std::string zip_of(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("cannot make a ZIP");
  for (const auto& [name, bytes] : parts) add_part(archive, name, bytes);
  if (zip_close(archive) != 0) throw std::runtime_error("cannot close the ZIP");
  return bytes_of(source);
}

Parts parts_of(const std::string& workbook) { return unpack(workbook, "test.xlsx").value(); }

FormCopy::FormCopy(const std::string& workbook) {
  const Workbook book = read_cells(unpack(workbook, "test.xlsx").value(),
                                   {form::region_sheet, form::unit_sheet, form::government_sheet,
                                    form::innovation_sheet, form::people_sheet})
                            .value();
  for (const Sheet& sheet : book.sheets) {
    for (std::uint32_t row = 0; row < sheet.rows(); ++row) {
      for (std::uint32_t column = 0; column < sheet.columns(); ++column) {
        const Cell& cell = sheet.at(row, column);
        if (cell.kind == Cell::Kind::blank) continue;
        const Value value =
            cell.kind == Cell::Kind::number ? Value(cell.number) : Value(std::string(cell.text));
        set(sheet.name(), cell_name(Address{row, column}), value);
      }
    }
  }
}

FormCopy& FormCopy::set(const std::string& sheet, const std::string& address, Value value) {
  sheets_[sheet][address] = std::move(value);
  return *this;
}

FormCopy& FormCopy::clear(const std::string& sheet, const std::string& address) {
  sheets_[sheet].erase(address);
  return *this;
}

FormCopy& FormCopy::drop(const std::string& sheet) {
  sheets_.erase(sheet);
  return *this;
}

std::string FormCopy::workbook() const {
  const auto file = WorkbookFile::create(std::chrono::year{2026} / 1 / 1).value_or(nullptr);
  for (const auto& [name, cells] : sheets_) {
    SheetFile sheet = file->add_sheet(name);
    for (const auto& [address, value] : cells) {
      const Address at = parse_address(address).value();
      if (const auto* number = std::get_if<double>(&value)) {
        sheet.number(at, *number, Style::plain);
      } else {
        sheet.text(at, std::get<std::string>(value), Style::text);
      }
    }
  }
  return file->finish().value();
}

}  // namespace jalur::documents::specimen
