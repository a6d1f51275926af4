#include <memory>

#include "app/use_cases.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/options.h"
#include "formats/region_year.h"

namespace jalur::cli {
namespace {

struct ExportCall {
  HousePlace place;
  std::string region;
  int year = 0;
  Format format = Format::json;
  std::string out = "-";
  Existing existing = Existing::keep;
};

Expected<std::string> document(Session& session, const RegionYear& data, Format format) {
  if (format == Format::json) return write_region_year(data);
  const auto ruleset = session.rulesets.get(data.ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  return session.tools.documents.region_year_workbook(data, **ruleset);
}

int export_year(Session& session, const ExportCall& call) {
  const auto key = year_key(call.region, call.year);
  if (!key) return tell(session, key.error());
  if (auto there = check_folder(call.place); !there) return tell(session, there.error());
  const auto house = open_house(session, call.place);
  if (!house) return tell(session, house.error());
  const auto data = app::export_region_year(**house, *key);
  if (!data) return tell(session, data.error());
  const auto bytes = document(session, *data, call.format);
  if (!bytes) return tell(session, bytes.error());
  const auto written = write_output(session, call.out, *bytes, call.existing);
  return written ? 0 : tell(session, written.error(), call.out);
}

}  // namespace

Command export_command(CLI::App& app) {
  auto call = std::make_shared<ExportCall>();
  auto* words = app.add_subcommand("export", "A region's year out of the records, complete");
  add_house(*words, call->place);
  words->add_option("--region", call->region, "Ministry code, such as 14.01")
      ->type_name("CODE")
      ->required();
  words->add_option("--year", call->year, "Assessment year")->type_name("YEAR")->required();
  add_format(*words, call->format, {Format::json, Format::xlsx});
  words->add_option("--out", call->out, "Where to; - (the default) writes it out")
      ->type_name("FILE");
  add_force(*words, call->existing);
  return {words, [call](Session& session) { return export_year(session, *call); }};
}

}  // namespace jalur::cli
