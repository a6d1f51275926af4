#include "documents/region_year_file.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/limits.h"
#include "documents/form.h"
#include "documents/guide.h"
#include "documents/workbook_file.h"

namespace jalur::documents {

namespace {

constexpr std::size_t prepared_rows = 500;
constexpr std::size_t spare_rows = 100;  // after the filled ones
constexpr double heading_points = 45;

const std::vector<std::string> level_words{"0", "1", "2", "3"};

template <class Words>
std::vector<std::string> words_of(const Words& words) {
  std::vector<std::string> texts;
  for (const auto& word : words) texts.emplace_back(word.word);
  return texts;
}

std::uint32_t index(std::size_t i) { return static_cast<std::uint32_t>(i); }

template <class Headings, class Column>
std::uint32_t column_of(const Headings& headings, Column column) {
  std::uint32_t i = 0;
  while (headings[i].column != column) ++i;
  return i;
}

Prompt level_prompt(const Indicator& indicator, const std::string& heading) {
  std::string message;
  for (std::size_t i = 0; i < 3; ++i) {
    message += fmt::format("{}: {}\n", i + 1, shortened(indicator.levels[i], 72));
  }
  return {shortened(heading, 29), message};
}

std::string level_note(const Indicator& indicator) {
  std::string note = fmt::format("{} {}\n0: belum diisi\n", indicator.id.str(), indicator.name.id);
  for (std::size_t i = 0; i < 3; ++i) {
    note += fmt::format("{}: {}\n", i + 1, indicator.levels[i]);
  }
  return note;
}

// Rows of the form whose cells get a drop-down: below the headings.
Range filled_rows(std::size_t filled, std::uint32_t column) {
  const std::size_t rows = std::max(prepared_rows, filled + spare_rows);
  return {{1, column}, {index(std::min(rows, limits::innovations_per_year)), column}};
}

template <class Headings>
void write_headings(SheetFile& sheet, const Headings& headings) {
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    sheet.columns(i, i, headings[i].width, Style::text);
    sheet.text({0, i}, headings[i].text, Style::heading);
  }
}

// --- "Daerah"

std::string value_of(form::RegionField field, const RegionYear* data, const Ruleset& ruleset) {
  switch (field) {
    case form::RegionField::version:
      return std::string(form::format_name);
    case form::RegionField::year:
      return std::to_string(data != nullptr ? data->year : ruleset.year);
    case form::RegionField::ruleset:
      return data != nullptr ? data->ruleset : ruleset.id;
    default:
      break;
  }
  if (data == nullptr) return {};
  switch (field) {
    case form::RegionField::code:
      return data->code.str();
    case form::RegionField::name:
      return data->name;
    case form::RegionField::kind:
      return form::word_of(form::region_kinds, data->kind);
    case form::RegionField::illustration:
      return data->illustration;
    default:
      return data->government_verified ? form::word_of(form::answers, form::Answer::yes) : "";
  }
}

void write_region(WorkbookFile& file, const RegionYear* data, const Ruleset& ruleset) {
  SheetFile sheet = file.add_sheet(std::string(form::region_sheet));
  sheet.columns(0, 0, 26, Style::given);
  sheet.columns(1, 1, 60, Style::text);
  sheet.text({0, 0}, form::field_heading, Style::heading);
  sheet.text({0, 1}, form::value_heading, Style::heading);
  for (std::uint32_t i = 0; i < form::region_fields.size(); ++i) {
    const auto& field = form::region_fields[i];
    sheet.text({i + 1, 0}, field.text, Style::given);
    sheet.text({i + 1, 1}, value_of(field.column, data, ruleset), Style::text);
  }
  const auto cell = [](form::RegionField field) {
    const std::uint32_t row = column_of(form::region_fields, field) + 1;
    return Range{{row, 1}, {row, 1}};
  };
  sheet.prompt_only(cell(form::RegionField::code),
                    {"Kode daerah", "Kode Kemendagri, misalnya 14 atau 14.01"});
  sheet.choose(cell(form::RegionField::kind), words_of(form::region_kinds), {"Jenis daerah", ""});
  sheet.prompt_only(cell(form::RegionField::illustration),
                    {"Ilustrasi", "Isi hanya bila data ini contoh: jelaskan dalam satu kalimat."});
  sheet.choose(
      cell(form::RegionField::verified), words_of(form::answers),
      {"Pemerintah diverifikasi", "Ya bila parameter lembar Pemerintah sudah diverifikasi."});
  sheet.freeze(1, 0);
}

// --- "Unit"

void write_units(WorkbookFile& file, const RegionYear* data) {
  SheetFile sheet = file.add_sheet(std::string(form::unit_sheet));
  write_headings(sheet, form::unit_headings);
  const std::size_t count = data != nullptr ? data->units.size() : 0;
  for (std::size_t i = 0; i < count; ++i) {
    sheet.text({index(i + 1), 0}, data->units[i].name, Style::text);
    sheet.text({index(i + 1), 1}, form::word_of(form::unit_kinds, data->units[i].kind),
               Style::text);
  }
  sheet.choose(filled_rows(count, 1), words_of(form::unit_kinds), {"Jenis unit", ""});
  sheet.freeze(1, 0);
}

// --- "Pemerintah"

void write_level(SheetFile& sheet, Address at, const Levels& levels, IndicatorId id) {
  if (const auto level = levels.find(id)) sheet.number(at, number(*level), Style::level);
}

void write_government_row(SheetFile& sheet, std::uint32_t row, const Indicator& indicator,
                          const RegionYear* data) {
  sheet.text({row, 0}, indicator.id.str(), Style::given);
  sheet.text({row, 1}, indicator.name.id, Style::given);
  for (std::uint32_t i = 0; i < 3; ++i) {
    sheet.text({row, 2 + i}, indicator.levels[i], Style::given);
  }
  const Prompt prompt = level_prompt(indicator, form::level_heading(indicator));
  for (const std::uint32_t column : {5U, 6U}) {
    sheet.choose({{row, column}, {row, column}}, level_words, prompt);
  }
  if (data == nullptr) return;
  write_level(sheet, {row, 5}, data->government, indicator.id);
  if (data->government_verified) {
    write_level(sheet, {row, 6}, *data->government_verified, indicator.id);
  }
}

void write_government(WorkbookFile& file, const RegionYear* data, const Ruleset& ruleset) {
  SheetFile sheet = file.add_sheet(std::string(form::government_sheet));
  write_headings(sheet, form::government_headings);
  sheet.columns(5, 6, 14, Style::level);
  sheet.text({0, 5}, form::government_headings[5].text, Style::heading_claimed);
  sheet.text({0, 6}, form::government_headings[6].text, Style::heading_verified);
  std::uint32_t row = 1;
  for (const Indicator* indicator : indicators_of(ruleset, Aspect::government)) {
    write_government_row(sheet, row++, *indicator, data);
  }
  sheet.freeze(1, 2);
  sheet.print_on_one_width();
}

// --- "Inovasi"

class InnovationSheet {
 public:
  InnovationSheet(WorkbookFile& file, const RegionYear* data, const Ruleset& ruleset)
      : sheet_(file.add_sheet(std::string(form::innovation_sheet))),
        data_(data),
        indicators_(indicators_of(ruleset, Aspect::innovation)) {}

  void write() {
    write_headings(sheet_, form::innovation_headings);
    sheet_.row_height(0, heading_points);
    level_columns();
    fixed_columns();
    for (std::size_t i = 0; i < count(); ++i) row(index(i + 1), data_->innovations[i]);
    sheet_.freeze(1, 2);
    sheet_.print_on_one_width();
  }

 private:
  using Column = form::InnovationColumn;

  std::size_t count() const { return data_ != nullptr ? data_->innovations.size() : 0; }
  static std::uint32_t at(Column column) { return column_of(form::innovation_headings, column); }
  std::uint32_t claimed_at(std::size_t i) const {
    return index(form::innovation_headings.size() + i);
  }
  std::uint32_t verified_at(std::size_t i) const { return claimed_at(indicators_.size() + i); }

  void level_columns() {
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      level_column(claimed_at(i), *indicators_[i], form::level_heading(*indicators_[i]),
                   Style::heading_claimed);
      level_column(verified_at(i), *indicators_[i], form::verified_heading(*indicators_[i]),
                   Style::heading_verified);
    }
  }

  void level_column(std::uint32_t column, const Indicator& indicator, const std::string& heading,
                    Style style) {
    sheet_.columns(column, column, 12, Style::level);
    sheet_.text({0, column}, heading, style);
    sheet_.note({0, column}, level_note(indicator));
    sheet_.choose(filled_rows(count(), column), level_words, level_prompt(indicator, heading));
  }

  void fixed_columns() {
    const auto rows = [&](Column column) { return filled_rows(count(), at(column)); };
    sheet_.offer(rows(Column::unit), unit_names(),
                 {"Perangkat daerah", "Pilih dari lembar Unit atau tulis."});
    sheet_.whole_number(rows(Column::main_affair), 1, 38,
                        {"Urusan utama", "Nomor urusan 1 sampai 38; 1 sampai 6 pelayanan dasar."});
    sheet_.prompt_only(rows(Column::further_affairs),
                       {"Urusan lain", "Nomor urusan dipisah koma, misalnya 2, 16"});
    sheet_.choose(rows(Column::stage), words_of(form::stages), {"Tahapan", ""});
    sheet_.choose(rows(Column::state), words_of(form::states), {"Status", ""});
    sheet_.choose(rows(Column::verified), words_of(form::answers),
                  {"Diverifikasi", "Ya bila kolom V sudah diperiksa."});
    // A number typed into a text column would become a text that the whole-number rule refuses.
    sheet_.columns(at(Column::main_affair), at(Column::main_affair), 9, Style::plain);
    for (const Column column : {Column::implemented_on, Column::developed_on}) {
      sheet_.columns(at(column), at(column), 14, Style::date);
      sheet_.prompt_only(rows(column), {"Tanggal", "Misalnya 2024-05-01"});
    }
  }

  static std::string unit_names() {
    return fmt::format("={}!$A$2:$A${}", form::unit_sheet, limits::units_per_region + 1);
  }

  void row(std::uint32_t row, const Innovation& innovation) {
    const auto text = [&](Column column, std::string_view value) {
      sheet_.text({row, at(column)}, value, Style::text);
    };
    text(Column::id, innovation.id);
    text(Column::name, innovation.name);
    text(Column::unit, innovation.unit);
    text(Column::stage, form::word_of(form::stages, innovation.stage));
    text(Column::state, form::word_of(form::states, innovation.state));
    if (innovation.verified_levels) {
      text(Column::verified, form::word_of(form::answers, form::Answer::yes));
    }
    affairs(row, innovation);
    date(row, Column::implemented_on, innovation.implemented_on);
    date(row, Column::developed_on, innovation.developed_on);
    design(row, innovation.design);
    levels(row, innovation);
  }

  void affairs(std::uint32_t row, const Innovation& innovation) {
    if (innovation.affairs.empty()) return;
    sheet_.number({row, at(Column::main_affair)}, innovation.affairs.front(), Style::plain);
    std::string further;
    for (std::size_t i = 1; i < innovation.affairs.size(); ++i) {
      further += fmt::format("{}{}", i > 1 ? ", " : "", innovation.affairs[i]);
    }
    sheet_.text({row, at(Column::further_affairs)}, further, Style::text);
  }

  void date(std::uint32_t row, Column column, const std::optional<Date>& date) {
    if (date) sheet_.date({row, at(column)}, *date);
  }

  // What one cell does not hold goes on in columns at the end, made when first needed.
  void design(std::uint32_t row, const std::string& text) {
    const std::vector<std::string> pieces = cell_pieces(text);
    sheet_.text({row, at(Column::design)}, pieces[0], Style::text);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      const std::uint32_t column = verified_at(indicators_.size()) + index(i - 1);
      sheet_.text({0, column}, form::further_design_heading(i), Style::heading);
      sheet_.text({row, column}, pieces[i], Style::text);
    }
  }

  void levels(std::uint32_t row, const Innovation& innovation) {
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      write_level(sheet_, {row, claimed_at(i)}, innovation.levels, indicators_[i]->id);
      if (!innovation.verified_levels) continue;
      write_level(sheet_, {row, verified_at(i)}, *innovation.verified_levels, indicators_[i]->id);
    }
  }

  SheetFile sheet_;
  const RegionYear* data_;
  std::vector<const Indicator*> indicators_;
};

Expected<std::string> write(const RegionYear* data, const Ruleset& ruleset) {
  auto file = WorkbookFile::create(std::chrono::year{ruleset.year} / 1 / 1);
  if (!file) return tl::unexpected(std::move(file).error());
  write_guide(**file, ruleset);
  write_region(**file, data, ruleset);
  write_units(**file, data);
  write_government(**file, data, ruleset);
  InnovationSheet(**file, data, ruleset).write();
  return (*file)->finish();
}

// --- what the ruleset has no place for

class Fit {
 public:
  Fit(const Ruleset& ruleset, Problems& problems) : ruleset_(ruleset), problems_(problems) {}

  void check(const Levels& levels, Aspect aspect, const std::string& place) {
    for (const auto& [id, level] : levels) {
      const Indicator* indicator = ruleset_.find(id);
      if (indicator != nullptr && indicator->aspect == aspect) continue;
      problems_.add(place, id.str(),
                    {fmt::format("indikator ini tidak ada dalam {}", ruleset_.id),
                     fmt::format("{} does not have this indicator", ruleset_.id)});
    }
  }
  void check(const std::optional<Levels>& levels, Aspect aspect, const std::string& place) {
    if (levels) check(*levels, aspect, place);
  }

 private:
  const Ruleset& ruleset_;
  Problems& problems_;
};

}  // namespace

Expected<std::string> empty_region_year_file(const Ruleset& ruleset) {
  return write(nullptr, ruleset);
}

Expected<std::string> region_year_file(const RegionYear& data, const Ruleset& ruleset) {
  Problems problems;
  Fit fit(ruleset, problems);
  fit.check(data.government, Aspect::government, "government");
  fit.check(data.government_verified, Aspect::government, "government_verified");
  for (const Innovation& innovation : data.innovations) {
    fit.check(innovation.levels, Aspect::innovation, innovation.id);
    fit.check(innovation.verified_levels, Aspect::innovation, innovation.id);
  }
  if (!problems.none()) return std::move(problems).as_error();
  return write(&data, ruleset);
}

}  // namespace jalur::documents
