#include <memory>
#include <set>

#include "base/csv.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "formats/answers.h"
#include "formats/region_year.h"
#include "index/ranking.h"

namespace jalur::cli {
namespace {

struct RankCall {
  std::vector<std::string> files;
  Basis by = Basis::claimed;
  Format format = Format::text;
};

Contestant contestant_of(const RegionYear& data, const Ruleset& ruleset, Basis by) {
  Contestant contestant{data.code, data.name, data.kind, data.year, ruleset.id, std::nullopt, ""};
  const Score scored = score(data, ruleset);
  const std::optional<Figure> figure = by == Basis::claimed ? scored.claimed : scored.verified;
  if (figure) {
    contestant.index = figure->index;
    contestant.class_name = figure->class_name;
  }
  return contestant;
}

std::string rank_cell(const std::optional<int>& rank) { return rank ? std::to_string(*rank) : "-"; }

std::string unlike_rulesets(const std::vector<Ranked>& ranking, Language language) {
  std::set<std::string> ids;
  for (const auto& row : ranking) ids.insert(row.contestant.ruleset);
  if (ids.size() < 2) return {};
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ", ") + id;
  const Text note{"Perhatian: dinilai dengan aturan yang berbeda: ",
                  "Mind: these were scored under different rulesets: "};
  return '\n' + paragraph("", note.in(language) + list + ".");
}

std::string ranking_text(const std::vector<Ranked>& ranking, Basis by, Language language) {
  const Text index =
      by == Basis::claimed ? Text{"Mandiri", "Claimed"} : Text{"Terverifikasi", "Verified"};
  std::vector<std::vector<std::string>> rows;
  for (const auto& [contestant, rank, rank_in_kind] : ranking) {
    rows.push_back({rank_cell(rank), rank_cell(rank_in_kind), contestant.code.str(),
                    contestant.name, std::to_string(contestant.year),
                    contestant.index ? shown(contestant.index->rounded(), language) : "-",
                    contestant.class_name});
  }
  return text_table({{Text{"Per.", "Rank"}.in(language), Column::Kind::right},
                     {Text{"Sejenis", "In kind"}.in(language), Column::Kind::right},
                     {Text{"Kode", "Code"}.in(language), Column::Kind::left},
                     {Text{"Daerah", "Region"}.in(language), Column::Kind::stretch},
                     {Text{"Tahun", "Year"}.in(language), Column::Kind::left},
                     {index.in(language), Column::Kind::right},
                     {Text{"Predikat", "Class"}.in(language), Column::Kind::left}},
                    rows) +
         unlike_rulesets(ranking, language);
}

std::string ranking_csv(const std::vector<Ranked>& ranking) {
  std::vector<std::vector<std::string>> table{
      {"rank", "rank_in_kind", "region", "name", "kind", "year", "ruleset", "index", "class"}};
  for (const auto& [contestant, rank, rank_in_kind] : ranking) {
    table.push_back(
        {rank ? std::to_string(*rank) : "", rank_in_kind ? std::to_string(*rank_in_kind) : "",
         contestant.code.str(), contestant.name, std::string(word(contestant.kind)),
         std::to_string(contestant.year), contestant.ruleset,
         contestant.index ? contestant.index->rounded().str() : "", contestant.class_name});
  }
  return write_csv(table);
}

std::string document(Session& session, const std::vector<Ranked>& ranking, const RankCall& call) {
  if (call.format == Format::json) return ranking_json(ranking, call.by);
  if (call.format == Format::csv) return ranking_csv(ranking);
  return ranking_text(ranking, call.by, session.language);
}

int rank_files(Session& session, const RankCall& call) {
  int status = 0;
  const auto inputs = read_inputs(session, call.files, status);
  if (status != 0) return status;
  std::vector<Contestant> contestants;
  for (const auto& [file, data] : inputs) {
    const auto ruleset = session.rulesets.get(data.ruleset);
    if (!ruleset) return tell(session, ruleset.error(), file);
    contestants.push_back(contestant_of(data, **ruleset, call.by));
  }
  print_document(session, document(session, rank(std::move(contestants)), call));
  return 0;
}

}  // namespace

Command rank_command(CLI::App& app) {
  auto call = std::make_shared<RankCall>();
  auto* words = app.add_subcommand("rank", "Regions by their index, best first");
  words->add_option("FILE", call->files, "Region-year files, one per region")->required();
  const auto take_basis = [call](const std::string& word) {
    call->by = word == "verified" ? Basis::verified : Basis::claimed;
  };
  words->add_option_function<std::string>("--by", take_basis, "claimed unless given")
      ->type_name("INDEX")
      ->check(CLI::IsMember({"claimed", "verified"}));
  add_format(*words, call->format, {Format::text, Format::json, Format::csv});
  return {words, [call](Session& session) { return rank_files(session, *call); }};
}

}  // namespace jalur::cli
