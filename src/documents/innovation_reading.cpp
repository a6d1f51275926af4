#include "documents/innovation_reading.h"

#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/limits.h"

namespace jalur::documents {

namespace {

using Column = form::InnovationColumn;

std::uint32_t index(std::size_t i) { return static_cast<std::uint32_t>(i); }

// Where the columns are.
struct Layout {
  std::map<Column, std::uint32_t> fixed;
  std::map<IndicatorId, std::uint32_t> claimed;
  std::map<IndicatorId, std::uint32_t> verified;
  std::map<std::size_t, std::uint32_t> further_design;  // by piece
};

class HeadingReading {
 public:
  HeadingReading(const CellReading& cells, const Ruleset& ruleset)
      : cells_(cells), ruleset_(ruleset) {}

  Layout read() {
    for (std::uint32_t column = 0; column < cells_.sheet().columns(); ++column) {
      const std::string heading = cells_.label({0, column});
      if (!heading.empty()) take(heading, column);
    }
    complain_of_missing();
    return std::move(layout_);
  }

 private:
  void take(const std::string& heading, std::uint32_t column) {
    for (const auto& known : form::innovation_headings) {
      if (same_word(known.text, heading)) return put(layout_.fixed, known.column, column);
    }
    if (const auto piece = form::further_design_of(heading)) {
      return put(layout_.further_design, *piece, column);
    }
    const auto level = form::level_column_of(heading);
    if (!level) return complain_of_heading(column);
    const Indicator* indicator = ruleset_.find(level->indicator);
    if (indicator == nullptr || indicator->aspect != Aspect::innovation) {
      return complain_of_indicator(column);
    }
    put(level->verified ? layout_.verified : layout_.claimed, level->indicator, column);
  }

  template <class Key>
  void put(std::map<Key, std::uint32_t>& columns, Key key, std::uint32_t column) {
    if (!columns.emplace(key, column).second) cells_.complain({0, column}, doubled());
  }

  void complain_of_heading(std::uint32_t column) {
    cells_.complain({0, column}, {"judul kolom ini tidak dikenal; pakai judul dari templat",
                                  "this heading is not known; use those of the template"});
  }

  void complain_of_indicator(std::uint32_t column) {
    const std::string known = ids_of(ruleset_, Aspect::innovation);
    cells_.complain(
        {0, column},
        {fmt::format("indikator ini tidak ada dalam {}; yang ada: {}", ruleset_.id, known),
         fmt::format("{} does not have this indicator; there are: {}", ruleset_.id, known)});
  }

  void complain_of_missing() {
    std::vector<std::string> missing;
    for (const auto& known : form::innovation_headings) {
      if (!layout_.fixed.contains(known.column)) missing.emplace_back(known.text);
    }
    for (const Indicator* indicator : indicators_of(ruleset_, Aspect::innovation)) {
      if (!layout_.claimed.contains(indicator->id)) missing.push_back(indicator->id.str());
    }
    if (missing.empty()) return;
    const std::string list = fmt::format("{}", fmt::join(missing, ", "));
    cells_.complain({0, 0}, {fmt::format("baris judul tidak memuat kolom: {}", list),
                             fmt::format("the headings lack the columns: {}", list)});
  }

  const CellReading& cells_;
  const Ruleset& ruleset_;
  Layout layout_;
};

class RowReading {
 public:
  RowReading(const CellReading& cells, const Layout& layout) : cells_(cells), layout_(layout) {}

  Innovation read(std::uint32_t row) {
    row_ = row;
    Innovation innovation;
    innovation.id = cells_.needed_text(at(Column::id), limits::id_bytes);
    innovation.name = cells_.needed_text(at(Column::name), limits::name_bytes);
    innovation.unit = cells_.needed_text(at(Column::unit), limits::name_bytes);
    innovation.affairs = affairs();
    innovation.stage =
        cells_.needed_word(at(Column::stage), form::stages).value_or(Stage::initiative);
    innovation.state =
        cells_.needed_word(at(Column::state), form::states).value_or(SubmissionState::draft);
    innovation.implemented_on = cells_.date(at(Column::implemented_on));
    innovation.developed_on = cells_.date(at(Column::developed_on));
    innovation.design = design();
    innovation.levels = levels(layout_.claimed);
    innovation.verified_levels = verified_levels();
    complain_if_doubled(innovation.id);
    return innovation;
  }

 private:
  Address at(Column column) const { return {row_, layout_.fixed.at(column)}; }

  void complain_if_doubled(const std::string& id) {
    if (id.empty() || ids_.insert(id).second) return;
    cells_.complain(at(Column::id),
                    {"id ini sudah dipakai inovasi lain; tiap inovasi punya id sendiri",
                     "this id is used by another innovation; each has its own"});
  }

  std::vector<int> affairs() const {
    std::vector<int> affairs;
    const auto main = cells_.needed_whole(at(Column::main_affair), 1, 38);
    if (main) affairs.push_back(*main);
    const std::string further = cells_.label(at(Column::further_affairs));
    if (!further.empty() && !add_affairs(further, affairs)) {
      cells_.complain(
          at(Column::further_affairs),
          {"harus nomor urusan 1 sampai 38 dipisah koma, masing-masing sekali, misalnya 2, 16",
           "it must be affairs from 1 to 38 with commas, each once, such as 2, 16"});
    }
    return affairs;
  }

  static bool add_affairs(std::string_view list, std::vector<int>& affairs) {
    while (true) {
      const std::size_t comma = list.find(',');
      const std::string_view item = trimmed(list.substr(0, comma));
      int affair = 0;
      const auto [stop, error] = std::from_chars(item.data(), item.data() + item.size(), affair);
      if (error != std::errc() || stop != item.data() + item.size()) return false;
      if (affair < 1 || affair > 38 || std::count(affairs.begin(), affairs.end(), affair) > 0) {
        return false;
      }
      affairs.push_back(affair);
      if (comma == std::string_view::npos) return true;
      list.remove_prefix(comma + 1);
    }
  }

  std::string design() const {
    std::string text = cells_.text(at(Column::design), limits::prose_bytes);
    for (const auto& [piece, column] : layout_.further_design) {
      text += cells_.text({row_, column},
                          limits::prose_bytes - std::min(text.size(), limits::prose_bytes));
    }
    return text;
  }

  Levels levels(const std::map<IndicatorId, std::uint32_t>& columns) const {
    Levels levels;
    for (const auto& [indicator, column] : columns) {
      if (const auto level = cells_.level({row_, column})) levels.set(indicator, *level);
    }
    return levels;
  }

  std::optional<Levels> verified_levels() const {
    const auto answer = cells_.word(at(Column::verified), form::answers);
    Levels verified = levels(layout_.verified);
    if (answer == form::Answer::no && !verified.empty()) {
      cells_.complain(at(Column::verified),
                      {"Tidak, padahal kolom V terisi; kosongkan salah satunya",
                       "No, while the V columns are filled in; empty one of them"});
    }
    if (answer == form::Answer::yes || !verified.empty()) return verified;
    return std::nullopt;
  }

  const CellReading& cells_;
  const Layout& layout_;
  std::uint32_t row_ = 0;
  std::set<std::string> ids_;
};

tl::unexpected<Error> too_much_text() {
  const auto most = limits::region_year_bytes >> 20U;
  return fail(ErrorCode::too_large,
              {fmt::format("teks seluruh inovasi melebihi {} MiB", most),
               fmt::format("the texts of all innovations are more than {} MiB", most)},
              std::string(form::innovation_sheet));
}

std::size_t text_bytes(const Innovation& innovation) {
  return innovation.id.size() + innovation.name.size() + innovation.unit.size() +
         innovation.design.size();
}

}  // namespace

Expected<InnovationRows> read_innovations(const CellReading& cells, const Ruleset& ruleset) {
  complain_of_strays(cells);
  const Layout layout = HeadingReading(cells, ruleset).read();
  InnovationRows rows;
  if (layout.fixed.size() < form::innovation_headings.size()) return rows;  // told already
  RowReading reading(cells, layout);
  std::size_t bytes = 0;
  for (std::uint32_t row = 1; row < cells.sheet().rows(); ++row) {
    if (cells.sheet().row_is_blank(row)) continue;
    rows.innovations.push_back(reading.read(row));
    rows.places.push_back(cells.place({row, layout.fixed.at(Column::id)}));
    bytes += text_bytes(rows.innovations.back());
    if (bytes > limits::region_year_bytes) return too_much_text();
  }
  return rows;
}

std::string ids_of(const Ruleset& ruleset, Aspect aspect) {
  std::vector<std::string> ids;
  for (const Indicator* indicator : indicators_of(ruleset, aspect)) {
    ids.push_back(indicator->id.str());
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

Text doubled() { return {"disebut dua kali", "it stands there twice"}; }

void complain_of_strays(const CellReading& cells) {
  const Sheet& sheet = cells.sheet();
  if (sheet.beyond()) {
    cells.complain(*sheet.beyond(), {fmt::format("di luar batas lembar: {} baris, {} kolom",
                                                 row_limit, limits::sheet_columns),
                                     fmt::format("past the limits of a sheet: {} rows, {} columns",
                                                 row_limit, limits::sheet_columns)});
  }
  for (std::size_t column = 0; column < sheet.columns(); ++column) {
    if (!cells.label({0, index(column)}).empty()) continue;
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
      if (cells.label({index(row), index(column)}).empty()) continue;
      cells.complain({index(row), index(column)},
                     {"kolom ini tidak berjudul; isi judul atau hapus",
                      "this column has no heading; give one or empty it"});
      break;
    }
  }
}

}  // namespace jalur::documents
