#include "house.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "documents/documents.h"
#include "index/ruleset_load.h"

namespace jalur::fuzz {

namespace {

constexpr std::size_t sample_innovations = 3;

Ruleset load() {
  auto loaded = load_ruleset(file("rulesets/iid-2026.toml"), "iid-2026.toml", affairs());
  must(loaded.has_value(), "the ruleset that ships is good");
  return *loaded;
}

}  // namespace

std::string file(const std::string& name) {
  std::ifstream in(std::string(JALUR_SOURCE_DIR "/") + name, std::ios::binary);
  must(in.good(), name.c_str());
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

const std::vector<Affair>& affairs() {
  static const auto loaded = load_affairs(file("reference/affairs.toml"), "affairs.toml");
  return *loaded;
}

const Ruleset& ruleset() {
  static const Ruleset loaded = load();
  return loaded;
}

const FindRuleset& finder() {
  static const FindRuleset find = [](const std::string& id) {
    return id == ruleset().id ? &ruleset() : nullptr;
  };
  return find;
}

RegionYear sample() {
  auto data = read_region_year(file("samples/kampar-2026.json"), finder());
  must(data.has_value(), "the sample that ships is good");
  data->innovations.resize(sample_innovations);
  return *data;
}

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "must hold: %s\n", what);
  std::abort();
}

void must_be_told(const Error& error) {
  must(!error.problems.empty(), "an error has a problem");
  must(error.code != ErrorCode::defect, "a wrong file is no defect of ours");
  for (const Problem& problem : error.problems) {
    must(!problem.text.id.empty() && !problem.text.en.empty(), "a problem has its sentences");
  }
}

void must_come_back(const RegionYear& data) {
  const std::string json = write_region_year(data);
  const auto from_json = read_region_year(json, finder());
  must(from_json.has_value(), "what was read can be written as JSON and read");
  must(write_region_year(*from_json) == json, "JSON comes back the same");
  const auto documents = make_documents();
  const auto workbook = documents->region_year_workbook(data, ruleset());
  must(workbook.has_value(), "what was read can be written as a workbook");
  const auto from_workbook = documents->read_region_year(*workbook, "back.xlsx", finder());
  must(from_workbook.has_value(), "the workbook can be read");
  must(write_region_year(*from_workbook) == json, "the workbook comes back the same");
}

}  // namespace jalur::fuzz
