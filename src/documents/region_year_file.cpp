#include "documents/region_year_file.h"

#include <fmt/format.h>

#include "documents/form_writing.h"
#include "documents/guide.h"
#include "documents/innovation_file.h"

namespace jalur::documents {

namespace {

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

// --- all of it

Expected<std::string> write(const RegionYear* data, const Ruleset& ruleset) {
  auto file = WorkbookFile::create(std::chrono::year{ruleset.year} / 1 / 1);
  if (!file) return tl::unexpected(std::move(file).error());
  write_guide(**file, ruleset);
  write_region(**file, data, ruleset);
  write_units(**file, data);
  write_government(**file, data, ruleset);
  write_innovations(**file, data, ruleset);
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