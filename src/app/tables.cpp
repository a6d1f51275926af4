// Lists as people open them in a spreadsheet.
#include <fmt/format.h>

#include "app/use_cases.h"
#include "app/year_rules.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

std::string stage_name(Stage stage, Language language) {
  static const Text names[] = {
      {"Inisiatif", "Initiative"}, {"Uji coba", "Trial"}, {"Penerapan", "Implementation"}};
  return names[static_cast<std::size_t>(stage)].in(language);
}

std::string state_name(SubmissionState state, Language language) {
  static const Text names[] = {{"Draf", "Draft"},
                               {"Ditahan", "Withheld"},
                               {"Diajukan", "Submitted"},
                               {"Ditolak", "Rejected"}};
  return names[static_cast<std::size_t>(state)].in(language);
}

std::vector<std::string> headings(const std::vector<Text>& texts, Language language) {
  std::vector<std::string> found;
  for (const Text& text : texts) found.push_back(text.in(language));
  return found;
}

std::string joined(const std::vector<int>& affairs) {
  return fmt::format("{}", fmt::join(affairs, ", "));
}

std::string shown(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

std::string shown(const std::optional<Fraction>& figure) {
  return figure ? figure->rounded().str() : "";
}

std::vector<std::string> row_of(const InnovationItem& item,
                                const std::optional<Exclusion>& exclusion, Language language) {
  const Innovation& innovation = item.innovation;
  return {innovation.id,
          innovation.name,
          innovation.unit,
          joined(innovation.affairs),
          stage_name(innovation.stage, language),
          state_name(innovation.state, language),
          shown(innovation.implemented_on),
          shown(innovation.developed_on),
          item.maturity.claimed.str(),
          item.maturity.verified.str(),
          std::to_string(item.words),
          exclusion ? exclusion->text.in(language) : ""};
}

}  // namespace

Expected<Table> innovations_table(House& house, const accounts::Caller& caller,
                                  InnovationQuery query, Language language) {
  Table table{Text{"Inovasi", "Innovations"}.in(language),
              headings({{"Id", "Id"},
                        {"Nama inovasi", "Name"},
                        {"Perangkat daerah", "Unit"},
                        {"Urusan", "Affairs"},
                        {"Tahapan", "Stage"},
                        {"Status", "State"},
                        {"Tanggal penerapan", "Implemented on"},
                        {"Tanggal pengembangan", "Developed on"},
                        {"Kematangan mandiri", "Claimed maturity"},
                        {"Kematangan terverifikasi", "Verified maturity"},
                        {"Kata rancang bangun", "Words of the design"},
                        {"Tidak dinilai karena", "Not assessed because"}},
                       language),
              {}};
  query.limit = limits::page_most;
  query.after.clear();
  do {
    const auto list = list_innovations(house, caller, query);
    if (!list) return tl::unexpected(list.error());
    for (std::size_t i = 0; i < list->page.items.size(); ++i) {
      table.rows.push_back(row_of(list->page.items[i], list->exclusions[i], language));
    }
    query.after = list->page.next;
  } while (!query.after.empty() && table.rows.size() < limits::innovations_per_year);
  return table;
}

Expected<Table> units_table(House& house, const YearKey& key, UnitSort sort, Language language) {
  const auto page =
      unit_standings(house, key, sort, {}, static_cast<int>(2 * limits::units_per_region));
  if (!page) return tl::unexpected(page.error());
  Table table{Text{"Unit", "Units"}.in(language),
              headings({{"Unit", "Unit"},
                        {"Inovasi", "Innovations"},
                        {"Dinilai", "Assessed"},
                        {"Kematangan mandiri", "Claimed maturity"},
                        {"Kematangan terverifikasi", "Verified maturity"},
                        {"Klaim", "Claims"},
                        {"Klaim terverifikasi", "Verified claims"}},
                       language),
              {}};
  for (const Indicator* indicator : page->indicators) {
    table.headings.push_back(indicator->id.str() + " " + indicator->short_name.in(language));
  }
  for (const UnitStanding& standing : page->items) {
    std::vector<std::string> row{standing.unit.name,
                                 std::to_string(standing.innovations),
                                 std::to_string(standing.counted),
                                 shown(standing.maturity_claimed),
                                 shown(standing.maturity_verified),
                                 std::to_string(standing.claims),
                                 std::to_string(standing.claims_verified)};
    for (const auto& level : standing.mean_levels) row.push_back(shown(level));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace jalur::app
