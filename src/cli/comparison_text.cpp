#include "cli/score_text.h"
#include "cli/session.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

using Row = std::vector<std::string>;

std::string index_cell(const std::optional<Figure>& figure, Language language) {
  return figure ? shown(figure->index.rounded(), language) : "-";
}

Row index_row(const Ruleset& ruleset, const Score& score, Language language) {
  return {ruleset.id, index_cell(score.claimed, language), index_cell(score.verified, language)};
}

Row cause_row(const CauseEffect& cause, Language language) {
  return {"  " + cause.text.in(language), shown_change(cause.claimed, language),
          cause.verified ? shown_change(*cause.verified, language) : "-"};
}

std::string to_review(const Comparison& comparison, Language language) {
  if (comparison.levels_to_review.empty()) return {};
  std::string list;
  for (const auto& id : comparison.levels_to_review) list += (list.empty() ? "" : ", ") + id.str();
  const Text text{
      "Bunyi atau batas parameternya berubah, periksa lagi klaim pada indikator ",
      "The words or borders of their levels changed, judge these claims anew: indicators "};
  return '\n' + paragraph("", text.in(language) + list + ".");
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const Ruleset& from, const Ruleset& to,
                            Language language) {
  std::vector<Row> rows{index_row(from, comparison.from, language)};
  for (const auto& cause : comparison.causes) rows.push_back(cause_row(cause, language));
  rows.push_back(index_row(to, comparison.to, language));
  const Text title{"Dibandingkan dengan aturan tahun itu sendiri",
                   "Compared with the year's own ruleset"};
  return '\n' + title.in(language) + "\n\n" +
         text_table({{"", Column::Kind::stretch},
                     {Text{"Mandiri", "Claimed"}.in(language), Column::Kind::right},
                     {Text{"Terverifikasi", "Verified"}.in(language), Column::Kind::right}},
                    rows) +
         '\n' + paragraph("", comparison.class_change.in(language)) +
         to_review(comparison, language);
}

}  // namespace jalur::cli
