#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

struct TemplateCall {
  std::string ruleset;
  std::string out;  // empty: template-<ruleset>.xlsx here
  Existing existing = Existing::keep;
};

int write_template(Session& session, const TemplateCall& call) {
  const auto ruleset = session.rulesets.get(call.ruleset);
  if (!ruleset) return tell(session, ruleset.error());
  const auto workbook = session.tools.documents.template_workbook(**ruleset);
  if (!workbook) return tell(session, workbook.error());
  const std::string name = call.out.empty() ? "template-" + call.ruleset + ".xlsx" : call.out;
  const auto written = write_output(session, name, *workbook, call.existing);
  return written ? 0 : tell(session, written.error(), name);
}

}  // namespace

Command template_command(CLI::App& app) {
  auto call = std::make_shared<TemplateCall>();
  auto* words = app.add_subcommand("template", "An empty workbook to fill in (XLSX)");
  words->add_option("--ruleset", call->ruleset, "The ruleset whose indicators it asks for")
      ->type_name("ID")
      ->required();
  words->add_option("--out", call->out, "Where to; else template-ID.xlsx; - writes it out")
      ->type_name("FILE");
  add_force(*words, call->existing);
  return {words, [call](Session& session) { return write_template(session, *call); }};
}

}  // namespace jalur::cli
