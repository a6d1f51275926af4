#include <memory>
#include <ostream>

#include "base/csv.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/past_year.h"
#include "cli/score_text.h"
#include "formats/answers.h"

namespace jalur::cli {
namespace {

constexpr int most_next_levels = 1'000;

struct ScoreCall {
  std::string file;  // empty: the past is asked for
  PastYear past;
  std::string ruleset;  // empty: the year's own
  Format format = Format::text;
  int next = 0;
};

std::string level_cell(const std::optional<Level>& level) {
  return level ? std::to_string(number(*level)) : "";
}

std::string rows_csv(const std::vector<Row>& rows) {
  std::vector<std::vector<std::string>> table{
      {"innovation", "indicator", "level", "verified_level", "points", "index_effect"}};
  for (const auto& row : rows) {
    table.push_back({row.innovation.value_or(""), row.indicator.str(), level_cell(row.level),
                     level_cell(row.verified_level), row.points.str(), row.index_effect.str()});
  }
  return write_csv(table);
}

ScoreReport report_on(const RegionYear& data, const Ruleset& own, const Ruleset& ruleset,
                      const ScoreCall& call) {
  ScoreReport report{data, ruleset, score(data, ruleset), nullptr, std::nullopt, {}};
  if (&own != &ruleset) {
    report.own_ruleset = &own;
    report.comparison = compare(data, own, ruleset);
  }
  report.next = next_levels(data, ruleset, report.score, static_cast<std::size_t>(call.next));
  return report;
}

std::string document(Session& session, const ScoreReport& report, Format format) {
  if (format == Format::text) return score_text(report, session.language);
  const auto rows = explain(report.data, report.ruleset);
  if (format == Format::csv) return rows_csv(rows);
  if (!report.comparison) {
    return score_json(report.score, rows, report.ruleset, nullptr, session.language);
  }
  const ComparedWith compared{*report.comparison, *report.own_ruleset};
  return score_json(report.score, rows, report.ruleset, &compared, session.language);
}

Error next_needs_text() {
  return fail(ErrorCode::invalid_input,
              {"--next hanya untuk tampilan teks; hapus --format atau --next",
               "--next is for the text only; leave out --format or --next"})
      .value();
}

// A file or the past, and not both.
void check_source(const ScoreCall& call) {
  if (call.file.empty() && call.past.at.empty()) throw CLI::RequiredError("FILE");
  if (!call.file.empty() && !call.past.at.empty()) throw CLI::ExcludesError("FILE", "--at");
}

Expected<RegionYear> data_of(Session& session, const ScoreCall& call) {
  if (call.file.empty()) return read_past_year(session, call.past);
  return read_region_year_file(session, call.file);
}

int score_file(Session& session, const ScoreCall& call) {
  if (call.next > 0 && call.format != Format::text) return tell(session, next_needs_text());
  const auto data = data_of(session, call);
  if (!data) return tell(session, data.error(), call.file);
  const auto own = session.rulesets.get(data->ruleset);
  if (!own) return tell(session, own.error(), call.file);
  const auto ruleset = call.ruleset.empty() ? own : session.rulesets.get(call.ruleset);
  if (!ruleset) return tell(session, ruleset.error());
  print_document(session, document(session, report_on(*data, **own, **ruleset, call), call.format));
  return 0;
}

}  // namespace

Command score_command(CLI::App& app) {
  auto call = std::make_shared<ScoreCall>();
  auto* words = app.add_subcommand("score", "The index of a region's year, now or as it stood");
  words->add_option("FILE", call->file, "Region-year JSON or XLSX; - reads standard input");
  add_past_year(*words, call->past);
  words->add_option("--ruleset", call->ruleset, "Score under this ruleset, and tell why it differs")
      ->type_name("ID");
  add_format(*words, call->format, {Format::text, Format::json, Format::csv});
  words->add_option("--next", call->next, "Show the N next levels that add most")
      ->type_name("N")
      ->check(CLI::Range(1, most_next_levels));
  words->parse_complete_callback([call] { check_source(*call); });
  return {words, [call](Session& session) { return score_file(session, *call); }};
}

}  // namespace jalur::cli
