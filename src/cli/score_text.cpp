#include "cli/score_text.h"

#include <map>

#include "cli/session.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

using Row = std::vector<std::string>;

// One line of the table of figures, made for the claimed and for the verified figure alike.
struct FigureLine {
  Text label;
  std::string (*cell)(const Figure&, const Ruleset&, Language);
};

std::string whole(int number) { return std::to_string(number); }

std::string of_most(Hundredths figure, Points most, Language language) {
  return shown(figure, language) + " / " + shown(most, language);
}

std::string gate_cell(const Figure& figure, const Ruleset& ruleset, Language language) {
  if (ruleset.formula.basic_services_required == 0) {
    return Text{"tidak ada", "none"}.in(language);
  }
  const Text met{"terpenuhi", "met"};
  const Text missed{"tidak terpenuhi", "not met"};
  return (figure.gate_met ? met : missed).in(language);
}

const std::vector<FigureLine>& figure_lines() {
  static const std::vector<FigureLine> lines = {
      {{"Indeks", "Index"},
       [](const Figure& f, const Ruleset&, Language l) { return shown(f.index.rounded(), l); }},
      {{"Predikat", "Class"},
       [](const Figure& f, const Ruleset&, Language) { return f.class_name; }},
      {{"Satuan pemerintahan daerah", "Government indicators"},
       [](const Figure& f, const Ruleset& r, Language l) {
         return of_most(f.government, r.government_maximum(), l);
       }},
      {{"Rerata kematangan", "Mean maturity"},
       [](const Figure& f, const Ruleset& r, Language l) {
         return of_most(f.maturity_mean.rounded(), r.maturity_maximum(), l);
       }},
      {{"Jumlah inovasi", "Number of innovations"},
       [](const Figure& f, const Ruleset& r, Language l) {
         return of_most(f.number, r.number_maximum(), l);
       }},
      {{"Total", "Total"},
       [](const Figure& f, const Ruleset&, Language l) {
         return of_most(f.total.rounded(), f.maximum, l);
       }},
      {{"Inovasi yang dihitung", "Innovations counted"},
       [](const Figure& f, const Ruleset&, Language) { return whole(f.innovations); }},
      {{"Pembagi rerata", "Divisor of the mean"},
       [](const Figure& f, const Ruleset&, Language) { return whole(f.divisor); }},
      {{"Urusan pelayanan dasar", "Basic services covered"},
       [](const Figure& f, const Ruleset& r, Language) {
         return whole(f.basic_services_covered) + " / " +
                std::to_string(r.formula.basic_services.size());
       }},
      {{"Syarat pelayanan dasar", "Basic-service gate"}, gate_cell},
  };
  return lines;
}

std::string head(const ScoreReport& report, Language language) {
  const Text ruleset{"aturan", "ruleset"};
  std::string text = paragraph("", report.data.name + " (" + report.data.code.str() + "), " +
                                       std::to_string(report.data.year) + ", " +
                                       ruleset.in(language) + " " + report.ruleset.id);
  if (!report.data.illustration.empty()) {
    const Text sample{"Data contoh: ", "Sample data: "};
    text += paragraph(sample.in(language), report.data.illustration);
  }
  if (report.ruleset.prognosis) {
    const Text note{"Aturan ini belum berlaku; ini perkiraan.",
                    "This ruleset is not in force; it is a forecast."};
    text += paragraph("", note.in(language));
  }
  return text + '\n';
}

std::string figures(const ScoreReport& report, Language language) {
  const Text claimed{"Mandiri", "Claimed"};
  const Text verified{"Terverifikasi", "Verified"};
  const Text not_yet{"belum ada", "not yet"};
  std::vector<Row> rows;
  for (const auto& line : figure_lines()) {
    Row row{line.label.in(language), line.cell(report.score.claimed, report.ruleset, language)};
    row.push_back(report.score.verified
                      ? line.cell(*report.score.verified, report.ruleset, language)
                      : (rows.empty() ? not_yet.in(language) : "-"));
    rows.push_back(std::move(row));
  }
  return text_table({{"", Column::Kind::left},
                     {claimed.in(language), Column::Kind::right},
                     {verified.in(language), Column::Kind::right}},
                    rows);
}

std::string excluded(const ScoreReport& report, Language language) {
  if (report.score.excluded.empty()) return {};
  std::map<std::string, std::string> name_of;
  for (const auto& innovation : report.data.innovations) name_of[innovation.id] = innovation.name;
  const Text title{"Tidak dihitung", "Not counted"};
  std::string text =
      '\n' + title.in(language) + " (" + std::to_string(report.score.excluded.size()) + ")\n";
  for (const auto& exclusion : report.score.excluded) {
    text += paragraph("  " + exclusion.innovation + "  ",
                      name_of[exclusion.innovation] + ": " + exclusion.text.in(language));
  }
  return text;
}

std::string next_steps(const ScoreReport& report, Language language) {
  if (report.next.empty()) return {};
  const Text title{"Satu parameter lebih tinggi yang paling menaikkan indeks mandiri",
                   "The next levels that add most to the claimed index"};
  const Text government{"(pemerintah daerah)", "(government)"};
  std::vector<Row> rows;
  for (const auto& step : report.next) {
    const std::string where = step.innovation != nullptr
                                  ? step.innovation->id + " " + step.innovation->name
                                  : government.in(language);
    rows.push_back(
        {shown_change(step.index_effect.rounded(), language), step.indicator->id.str(),
         step.indicator->short_name.in(language),
         std::to_string(number(step.from)) + " > " + std::to_string(number(step.from) + 1), where});
  }
  return '\n' + title.in(language) + "\n\n" +
         text_table({{Text{"Indeks", "Index"}.in(language), Column::Kind::right},
                     {"No", Column::Kind::left},
                     {Text{"Indikator", "Indicator"}.in(language), Column::Kind::left},
                     {Text{"Parameter", "Level"}.in(language), Column::Kind::left},
                     {Text{"Inovasi", "Innovation"}.in(language), Column::Kind::stretch}},
                    rows);
}

// Those of the formula, the classes and the eligibility bear on every region; the many of single
// indicators are counted and are read in the JSON answer or on the page of the rules.
std::string assumptions(const ScoreReport& report, Language language) {
  const Text title{"Asumsi dalam aturan ini, karena sumbernya belum kuat",
                   "Assumptions in this ruleset, where its sources are weak"};
  std::string text;
  std::size_t of_indicators = 0;
  for (const auto& assumption : report.ruleset.assumptions) {
    if (assumption.of.starts_with("indicators.")) {
      ++of_indicators;
    } else {
      text += paragraph("  ", assumption.of + ": " + assumption.text.in(language));
    }
  }
  if (of_indicators > 0) {
    const std::string count = std::to_string(of_indicators);
    text += paragraph("  ", Text{count + " lagi pada indikator tertentu: lihat --format json",
                                 count + " more on single indicators: see --format json"}
                                .in(language));
  }
  if (text.empty()) return {};
  return '\n' + title.in(language) + " (" + std::to_string(report.ruleset.assumptions.size()) +
         ")\n" + text;
}

}  // namespace

std::string score_text(const ScoreReport& report, Language language) {
  std::string text = head(report, language) + figures(report, language);
  if (report.comparison) {
    text += comparison_text(*report.comparison, *report.own_ruleset, report.ruleset, language);
  }
  return text + excluded(report, language) + next_steps(report, language) +
         assumptions(report, language);
}

}  // namespace jalur::cli
