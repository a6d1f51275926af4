#include "documents/innovation_file.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "documents/form_writing.h"

namespace jalur::documents {

namespace {

constexpr double heading_points = 45;

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

}  // namespace

void write_innovations(WorkbookFile& file, const RegionYear* data, const Ruleset& ruleset) {
  InnovationSheet(file, data, ruleset).write();
}

}  // namespace jalur::documents
