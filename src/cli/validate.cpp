#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/text_table.h"
#include "index/ruleset_load.h"

namespace jalur::cli {
namespace {

struct ValidateCall {
  std::vector<std::string> files;
};

// What stands in a good file, told in one line.
Expected<Text> contents_of_ruleset(Session& session, const std::string& file) {
  const auto toml = read_file(file, session.tools.in);
  if (!toml) return tl::unexpected(toml.error());
  const auto ruleset = load_ruleset(*toml, file, session.tools.reference.affairs);
  if (!ruleset) return tl::unexpected(ruleset.error());
  const std::string indicators = std::to_string(ruleset->indicators.size());
  const std::string assumptions = std::to_string(ruleset->assumptions.size());
  return Text{
      "aturan " + ruleset->id + ", " + indicators + " indikator, " + assumptions + " asumsi",
      "ruleset " + ruleset->id + ", " + indicators + " indicators, " + assumptions +
          " assumptions"};
}

Expected<Text> contents_of_region_year(Session& session, const std::string& file) {
  const auto data = read_region_year_file(session, file);
  if (!data) return tl::unexpected(data.error());
  const std::string what = data->name + " " + std::to_string(data->year);
  const std::string units = std::to_string(data->units.size());
  const std::string innovations = std::to_string(data->innovations.size());
  return Text{
      what + ", " + innovations + " inovasi, " + units + " unit, aturan " + data->ruleset,
      what + ", " + innovations + " innovations, " + units + " units, ruleset " + data->ruleset};
}

// load_ruleset names the file in its places already.
std::string place_of(const std::string& file, const Error& error) {
  const auto& field = error.problems.front().field;
  return is_ruleset_file(file) && field.compare(0, file.size(), file) == 0 ? "" : file;
}

int validate_files(Session& session, const ValidateCall& call) {
  int status = 0;
  Progress progress(session, {"Memeriksa berkas", "Checking files"}, call.files.size());
  for (const auto& file : call.files) {
    const auto contents = is_ruleset_file(file) ? contents_of_ruleset(session, file)
                                                : contents_of_region_year(session, file);
    progress.hide();
    if (!contents) {
      status = std::max(status, tell(session, contents.error(), place_of(file, contents.error())));
    } else {
      session.tools.out << harmless(file + ": ok: " + session.say(*contents)) << '\n';
    }
    progress.step();
  }
  return status;
}

}  // namespace

Command validate_command(CLI::App& app) {
  auto call = std::make_shared<ValidateCall>();
  auto* words = app.add_subcommand("validate", "Every fault of every file, one line each");
  words->add_option("FILE", call->files, "Region-year JSON or XLSX, or a ruleset (.toml)")
      ->required();
  return {words, [call](Session& session) { return validate_files(session, *call); }};
}

}  // namespace jalur::cli
