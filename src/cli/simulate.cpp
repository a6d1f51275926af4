#include <algorithm>
#include <memory>
#include <thread>

#include "base/csv.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "formats/region_year.h"
#include "formats/simulation.h"
#include "planning/survival.h"

namespace jalur::cli {
namespace {

struct SimulateCall {
  std::vector<std::string> files;
  std::vector<std::string> past;
  std::string ruleset;  // empty: the year's own
  Draws draws;
  Format format = Format::text;
};

int threads_here() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::string band(const std::string& low, const std::string& high) { return low + " - " + high; }

std::string likeliest_class(const SimulatedRegion& region) {
  const auto likeliest =
      std::max_element(region.classes.begin(), region.classes.end(),
                       [](const auto& a, const auto& b) { return a.chance < b.chance; });
  return likeliest->name + " " + std::to_string((likeliest->chance + 50) / 100) + " %";
}

std::vector<std::string> text_row(const SimulatedRegion& region, Language language) {
  return {std::to_string(region.rank.p50),
          band(std::to_string(region.rank.p5), std::to_string(region.rank.p95)),
          region.code.str(),
          region.name,
          shown(region.index.mean, language),
          band(shown(region.index.p5, language), shown(region.index.p95, language)),
          likeliest_class(region)};
}

std::string closing_lines(const SimulationAnswer& answer, Language language) {
  int waiting = 0;
  for (const auto& region : answer.regions) waiting += region.waiting;
  const std::string draws = std::to_string(answer.draws.count);
  const std::string seed = std::to_string(answer.draws.seed);
  const std::string learnt = std::to_string(answer.learnt);
  const std::string waits = std::to_string(waiting);
  const Text summary{draws + " undian, benih " + seed + "; klaim yang menunggu: " + waits +
                         "; peluangnya dipelajari dari " + learnt + " klaim yang diverifikasi.",
                     draws + " draws, seed " + seed + "; claims that wait: " + waits +
                         "; their chances are learnt from " + learnt + " verified claims."};
  std::string lines = '\n' + paragraph("", summary.in(language));
  for (const auto& each : simulation_assumptions(answer)) {
    lines += paragraph("", each.text.in(language) + ".");
  }
  return lines;
}

std::string simulation_text(const SimulationAnswer& answer, Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& region : answer.regions) rows.push_back(text_row(region, language));
  return text_table({{Text{"Per.", "Rank"}.in(language), Column::Kind::right},
                     {"5-95 %", Column::Kind::left},
                     {Text{"Kode", "Code"}.in(language), Column::Kind::left},
                     {Text{"Daerah", "Region"}.in(language), Column::Kind::stretch},
                     {Text{"Indeks", "Index"}.in(language), Column::Kind::right},
                     {"5-95 %", Column::Kind::left},
                     {Text{"Predikat", "Class"}.in(language), Column::Kind::left}},
                    rows) +
         closing_lines(answer, language);
}

// Of all rulesets, in the order they appear.
std::vector<std::string> class_names(const SimulationAnswer& answer) {
  std::vector<std::string> names;
  for (const auto& region : answer.regions) {
    for (const auto& each : region.classes) {
      if (std::find(names.begin(), names.end(), each.name) == names.end()) {
        names.push_back(each.name);
      }
    }
  }
  return names;
}

std::string chance_cell(const SimulatedRegion& region, const std::string& name) {
  for (const auto& each : region.classes) {
    if (each.name == name) return chance_str(each.chance);
  }
  return "";
}

void append(std::vector<std::string>& cells, const RankBand& rank) {
  cells.insert(cells.end(), {rank.mean.str(), std::to_string(rank.p5), std::to_string(rank.p50),
                             std::to_string(rank.p95)});
}

std::string simulation_csv(const SimulationAnswer& answer) {
  const auto names = class_names(answer);
  std::vector<std::vector<std::string>> table{
      {"region", "name", "kind", "year", "ruleset", "waiting", "index_mean", "index_p5",
       "index_p50", "index_p95", "rank_mean", "rank_p5", "rank_p50", "rank_p95",
       "rank_in_kind_mean", "rank_in_kind_p5", "rank_in_kind_p50", "rank_in_kind_p95"}};
  table.front().insert(table.front().end(), names.begin(), names.end());
  for (const auto& region : answer.regions) {
    std::vector<std::string> cells{
        region.code.str(),           region.name,           std::string(word(region.kind)),
        std::to_string(region.year), region.ruleset,        std::to_string(region.waiting),
        region.index.mean.str(),     region.index.p5.str(), region.index.p50.str(),
        region.index.p95.str()};
    append(cells, region.rank);
    append(cells, region.rank_in_kind);
    for (const auto& name : names) cells.push_back(chance_cell(region, name));
    table.push_back(std::move(cells));
  }
  return write_csv(table);
}

std::string document(Session& session, const SimulationAnswer& answer, Format format) {
  if (format == Format::json) return simulation_json(answer, session.language);
  if (format == Format::csv) return simulation_csv(answer);
  return simulation_text(answer, session.language);
}

Error too_many_regions(std::size_t files) {
  const std::string most = std::to_string(simulation_regions);
  return fail(ErrorCode::too_large,
              {"paling banyak " + most + " berkas sekaligus; kurangi daftarnya",
               "at most " + most + " files at once; shorten the list"},
              "FILE", std::to_string(files))
      .value();
}

// The claims of this year that are verified, and those of the past.
Survival learnt_from(const std::vector<Input>& inputs, const std::vector<Input>& past) {
  Survival survival;
  for (const auto& [file, data] : inputs) survival.learn(data);
  for (const auto& [file, data] : past) survival.learn(data);
  return survival;
}

int simulate_inputs(Session& session, const std::vector<Input>& inputs, const Survival& survival,
                    const SimulateCall& call) {
  std::vector<Contender> contenders;
  for (const auto& [file, data] : inputs) {
    const auto ruleset = session.rulesets.get(call.ruleset.empty() ? data.ruleset : call.ruleset);
    if (!ruleset) return tell(session, ruleset.error(), call.ruleset.empty() ? file : "");
    contenders.push_back({&data, *ruleset, survival.chances_of(data)});
  }
  const SimulationAnswer answer{call.draws, survival.claims(), simulate(contenders, call.draws)};
  print_document(session, document(session, answer, call.format));
  return 0;
}

int simulate_files(Session& session, const SimulateCall& call) {
  if (call.files.size() > simulation_regions) {
    return tell(session, too_many_regions(call.files.size()));
  }
  auto every = call.files;
  every.insert(every.end(), call.past.begin(), call.past.end());
  int status = 0;
  auto inputs = read_inputs(session, every, status);
  if (status != 0) return status;
  const auto first_past = inputs.begin() + static_cast<std::ptrdiff_t>(call.files.size());
  const std::vector<Input> past(std::make_move_iterator(first_past),
                                std::make_move_iterator(inputs.end()));
  inputs.erase(first_past, inputs.end());
  return simulate_inputs(session, inputs, learnt_from(inputs, past), call);
}

}  // namespace

Command simulate_command(CLI::App& app) {
  auto call = std::make_shared<SimulateCall>();
  call->draws.threads = threads_here();
  auto* words = app.add_subcommand("simulate", "What verification may bring, with chances");
  words->add_option("FILE", call->files, "Region-year files, one per region")->required();
  words->add_option("--past", call->past, "Verified years to learn from as well")
      ->type_name("FILE");
  words->add_option("--draws", call->draws.count, "How often the ranks are drawn; else 10000")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, simulation_draws));
  words->add_option("--seed", call->draws.seed, "Same seed, same answer; else 1")
      ->type_name("S")
      ->check(CLI::Range(std::uint64_t{0}, simulation_seed));
  words->add_option("--ruleset", call->ruleset, "All under this ruleset")->type_name("ID");
  add_format(*words, call->format, {Format::text, Format::json, Format::csv});
  return {words, [call](Session& session) { return simulate_files(session, *call); }};
}

}  // namespace jalur::cli
