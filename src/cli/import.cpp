#include <memory>
#include <ostream>

#include "app/use_cases.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

struct ImportCall {
  std::vector<std::string> files;
  HousePlace place;
};

Text receipt_line(const RegionYear& data, const app::ImportReceipt& receipt) {
  const std::string what = data.code.str() + " " + std::to_string(data.year) + ": ";
  const std::string fresh = std::to_string(receipt.innovations_new);
  const std::string changed = std::to_string(receipt.innovations_changed);
  const std::string withdrawn = std::to_string(receipt.innovations_withdrawn);
  const std::string claims = std::to_string(receipt.claims_changed);
  const std::string revision = std::to_string(receipt.year_revision);
  return {what + "inovasi baru " + fresh + ", berubah " + changed + ", ditarik " + withdrawn +
              "; klaim berubah " + claims + "; revisi " + revision,
          what + "innovations new " + fresh + ", changed " + changed + ", withdrawn " + withdrawn +
              "; claims changed " + claims + "; revision " + revision};
}

// Each file is one transaction, and its receipt is printed when it is durable: after a failure half
// way the receipts tell what is in.
int write_inputs(Session& session, app::House& house, const std::vector<Input>& inputs) {
  for (const auto& input : inputs) {
    Progress progress(session, {"Menyimpan " + input.file, "Storing " + input.file},
                      input.data.innovations.size());
    const auto receipt = app::import_region_year(
        house, command_line(), input.data,
        [&](std::int64_t done, std::int64_t total) { progress.show(done, total); });
    progress.hide();
    if (!receipt) return tell(session, receipt.error(), input.file);
    session.tools.out << harmless(input.file + ": " +
                                  session.say(receipt_line(input.data, *receipt)))
                      << std::endl;
  }
  return 0;
}

int import_files(Session& session, const ImportCall& call) {
  int status = 0;
  const auto inputs = read_inputs(session, call.files, status);
  if (status != 0) return status;  // before anything is opened, so nothing has changed
  if (auto folder = prepare_folder(call.place.data); !folder) return tell(session, folder.error());
  const auto house = open_house(session, call.place);
  if (!house) return tell(session, house.error());
  return write_inputs(session, **house, inputs);
}

}  // namespace

Command import_command(CLI::App& app) {
  auto call = std::make_shared<ImportCall>();
  auto* words = app.add_subcommand("import", "Region-year files into the records");
  words->add_option("FILE", call->files, "Region-year JSON or XLSX; all are checked first")
      ->required();
  add_house(*words, call->place);
  return {words, [call](Session& session) { return import_files(session, *call); }};
}

}  // namespace jalur::cli
