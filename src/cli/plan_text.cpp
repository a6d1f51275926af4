#include "cli/plan_text.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/session.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

using Cells = std::vector<std::string>;

std::string days(PersonDays effort, Language language) {
  return fmt::format(fmt::runtime(Text{"{} orang-hari", "{} person-days"}.in(language)), effort);
}

std::string head(const PlanReport& report, Language language) {
  const RegionYear& data = report.data;
  const Text from = report.question.from == Basis::claimed
                        ? Text{"dari parameter mandiri", "from the claimed levels"}
                        : Text{"dari parameter terverifikasi", "from the verified levels"};
  std::string text = paragraph("", fmt::format("{} ({}), {}, {} {}, {}", data.name, data.code.str(),
                                               data.year, Text{"aturan", "ruleset"}.in(language),
                                               report.ruleset.id, from.in(language)));
  if (!data.illustration.empty()) {
    text += paragraph(Text{"Data contoh: ", "Sample data: "}.in(language), data.illustration);
  }
  if (report.catalogue != nullptr) {
    text += paragraph(
        "", Text{"Upaya menurut katalog " + report.catalogue->id +
                     "; hampir semua angkanya perkiraan kami (lihat docs/algorithms/effort.md).",
                 "Effort by the catalogue " + report.catalogue->id +
                     "; nearly all its figures are estimates of ours (docs/algorithms/effort.md)."}
                .in(language));
  }
  return text + '\n';
}

// What the answer is, in one sentence.
Text outcome(const PlanReport& report, Language language) {
  const Plan& plan = report.plan;
  const std::string target = shown(report.question.target, language);
  const std::string before = shown(plan.index_before.rounded(), language);
  const std::string after = shown(plan.index_after.rounded(), language);
  switch (plan.status) {
    case PlanStatus::already_met:
      return {fmt::format("Indeks {} sudah mencapai target {}; tidak perlu berbuat apa-apa.",
                          before, target),
              fmt::format("The index, {}, already meets the target of {}; nothing is to be done.",
                          before, target)};
    case PlanStatus::unreachable:
      return {fmt::format("Target {} tidak terjangkau: dengan semua langkah yang ada, indeks "
                          "paling tinggi {} (sekarang {}).",
                          target, shown(plan.best_index.rounded(), language), before),
              fmt::format("The target of {} is out of reach: with every step there is, the index "
                          "becomes {} at the most (now {}).",
                          target, shown(plan.best_index.rounded(), language), before)};
    case PlanStatus::bounded:
      return {fmt::format("Indeks {} menjadi {} ({}) dengan {}. Waktu habis sebelum terbukti "
                          "paling hemat: tidak ada rencana di bawah {}.",
                          before, after, plan.class_after, days(plan.effort, language),
                          days(plan.least_effort, language)),
              fmt::format("The index goes from {} to {} ({}) with {}. Time ran out before this was "
                          "proven to be the least: no plan takes less than {}.",
                          before, after, plan.class_after, days(plan.effort, language),
                          days(plan.least_effort, language))};
    case PlanStatus::optimal:
      break;
  }
  return {fmt::format("Indeks {} menjadi {} ({}) dengan {}, paling hemat dari semua rencana.",
                      before, after, plan.class_after, days(plan.effort, language)),
          fmt::format("The index goes from {} to {} ({}) with {}, the least of all plans.", before,
                      after, plan.class_after, days(plan.effort, language))};
}

std::string list(const Text& title, const std::vector<std::string>& ids, Language language) {
  if (ids.empty()) return {};
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
  return paragraph(title.in(language) + ": ", all);
}

std::string bundles(const PlanReport& report, Language language) {
  std::vector<Cells> rows;
  for (const Bundle& bundle : report.effort.bundles) {
    const auto& done = report.plan.bundles;
    if (std::find(done.begin(), done.end(), bundle.id) == done.end()) continue;
    rows.push_back(
        {bundle.id, std::to_string(bundle.raises.size()), std::to_string(bundle.effort)});
  }
  if (rows.empty()) return {};
  return '\n' + text_table({{Text{"Paket", "Bundle"}.in(language), Column::Kind::stretch},
                            {Text{"Klaim", "Claims"}.in(language), Column::Kind::right},
                            {Text{"Orang-hari", "Person-days"}.in(language), Column::Kind::right}},
                           rows);
}

// Steps of one unit stand together; those of the region itself come first.
std::string steps(const PlanReport& report, Language language) {
  std::map<std::string, const Innovation*> by_id;
  for (const Innovation& innovation : report.data.innovations) by_id[innovation.id] = &innovation;
  struct Line {
    std::string unit;
    Cells cells;
  };
  std::vector<Line> lines;
  for (const PlanStep& step : report.plan.steps) {
    const Innovation* innovation = step.claim.innovation ? by_id[*step.claim.innovation] : nullptr;
    const std::string unit = innovation != nullptr   ? innovation->unit
                             : step.claim.innovation ? Text{"(inovasi baru)", "(new)"}.in(language)
                                                     : Text{"(daerah)", "(region)"}.in(language);
    const Indicator& indicator = *report.ruleset.find(step.claim.indicator);
    lines.push_back({innovation != nullptr ? unit : "",
                     {unit, step.claim.innovation.value_or("-"), indicator.id.str(),
                      indicator.short_name.in(language),
                      fmt::format("{} > {}", number(step.from), number(step.to)),
                      std::to_string(step.effort)}});
  }
  if (lines.empty()) return {};
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.unit < b.unit; });
  std::vector<Cells> rows;
  for (Line& line : lines) rows.push_back(std::move(line.cells));
  return '\n' + text_table({{Text{"Unit", "Unit"}.in(language), Column::Kind::stretch},
                            {Text{"Inovasi", "Innovation"}.in(language), Column::Kind::left},
                            {"No", Column::Kind::left},
                            {Text{"Indikator", "Indicator"}.in(language), Column::Kind::left},
                            {Text{"Par.", "Level"}.in(language), Column::Kind::left},
                            {Text{"Hari", "Days"}.in(language), Column::Kind::right}},
                           rows);
}

// The curve at the class borders and at every full point.
std::string curve(const PlanReport& report, Language language) {
  if (!report.curve) return {};
  const auto is_border = [&](Hundredths index) {
    const auto& classes = report.ruleset.classes;
    return std::any_of(classes.begin(), classes.end(),
                       [index](const ClassBand& band) { return band.from == index; });
  };
  std::vector<Cells> rows;
  const std::vector<CurvePoint>& points = report.curve->points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Hundredths index = points[i].index;
    const bool is_shown = i == 0 || i + 1 == points.size() || index.count() % 100 == 0;
    if (!is_shown && !is_border(index)) continue;
    rows.push_back({shown(index, language), std::to_string(points[i].effort),
                    is_border(index) ? report.ruleset.class_of(index).name : ""});
  }
  std::string text =
      '\n' + text_table({{Text{"Indeks", "Index"}.in(language), Column::Kind::right},
                         {Text{"Orang-hari", "Person-days"}.in(language), Column::Kind::right},
                         {"", Column::Kind::left}},
                        rows);
  if (report.curve->is_exact) return text;
  return text + paragraph("", Text{"Waktu habis: rencana yang lebih hemat mungkin ada.",
                                   "Time ran out: plans that take less may exist."}
                                  .in(language));
}

// Why claims stop short, each reason once with how many it holds back.
std::string out_of_reach(const PlanReport& report, Language language) {
  if (report.plan.status != PlanStatus::unreachable || report.out_of_reach.empty()) return {};
  std::map<std::string, int> reasons;
  for (const OutOfReach& each : report.out_of_reach) ++reasons[each.text.in(language)];
  std::string text = '\n' +
                     Text{"Yang tidak dapat dinaikkan lagi, dan sebabnya",
                          "What cannot be raised any more, and why"}
                         .in(language) +
                     '\n';
  for (const auto& [reason, count] : reasons) {
    text += paragraph(fmt::format("- {}x ", count), reason);
  }
  return text;
}

}  // namespace

std::string plan_text(const PlanReport& report, Language language) {
  return head(report, language) + paragraph("", outcome(report, language).in(language)) +
         list({"Inovasi baru", "New innovations"}, report.plan.started, language) +
         list({"Tidak diajukan", "Withheld"}, report.plan.withheld, language) +
         bundles(report, language) + steps(report, language) + curve(report, language) +
         out_of_reach(report, language);
}

}  // namespace jalur::cli
