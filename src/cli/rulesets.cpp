#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "formats/answers.h"

namespace jalur::cli {
namespace {

struct RulesetsCall {
  std::string id;  // empty: all
  Format format = Format::text;
};

std::string rulesets_text(const std::vector<Ruleset>& rulesets, Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& ruleset : rulesets) {
    const Text in_force{"berlaku", "in force"};
    const Text expected{"perkiraan", "forecast"};
    rows.push_back({ruleset.id, std::to_string(ruleset.year),
                    (ruleset.prognosis ? expected : in_force).in(language),
                    std::to_string(ruleset.assumptions.size()), ruleset.title.in(language)});
  }
  return text_table({{"Id", Column::Kind::left},
                     {Text{"Tahun", "Year"}.in(language), Column::Kind::left},
                     {"Status", Column::Kind::left},
                     {Text{"Asumsi", "Assumptions"}.in(language), Column::Kind::right},
                     {Text{"Nama", "Title"}.in(language), Column::Kind::stretch}},
                    rows);
}

std::string class_lines(const Ruleset& ruleset, Language language) {
  const Text from{"mulai ", "from "};
  std::string text;
  for (const auto& band : ruleset.classes) {
    text += (text.empty() ? "" : "; ") + band.name + " " + from.in(language) +
            shown(band.from, language);
  }
  const Text title{"Predikat: ", "Classes: "};
  return paragraph(title.in(language), text);
}

std::string indicators_text(const Ruleset& ruleset, Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& indicator : ruleset.indicators) {
    rows.push_back({indicator.id.str(), shown(indicator.weight, language),
                    shown(indicator.maximum(), language), indicator.mandatory ? "*" : "",
                    indicator.name.in(language)});
  }
  return text_table({{"No", Column::Kind::left},
                     {Text{"Bobot", "Weight"}.in(language), Column::Kind::right},
                     {Text{"Paling tinggi", "Most"}.in(language), Column::Kind::right},
                     {Text{"Wajib", "Must"}.in(language), Column::Kind::left},
                     {Text{"Indikator", "Indicator"}.in(language), Column::Kind::stretch}},
                    rows);
}

int show_all(Session& session, Format format) {
  const auto& all = session.rulesets.all();
  print_document(
      session, format == Format::json ? rulesets_json(all) : rulesets_text(all, session.language));
  return 0;
}

int show(Session& session, const RulesetsCall& call) {
  if (call.id.empty()) return show_all(session, call.format);
  const auto ruleset = session.rulesets.get(call.id);
  if (!ruleset) return tell(session, ruleset.error());
  if (call.format == Format::json) {
    print_document(session, ruleset_json(**ruleset));
    return 0;
  }
  print_document(session, rulesets_text({**ruleset}, session.language) + '\n' +
                              class_lines(**ruleset, session.language) + '\n' +
                              indicators_text(**ruleset, session.language));
  return 0;
}

}  // namespace

Command rulesets_command(CLI::App& app) {
  auto call = std::make_shared<RulesetsCall>();
  auto* words = app.add_subcommand("rulesets", "The rulesets at hand, or one in full");
  words->add_option("ID", call->id, "Show this one");
  add_format(*words, call->format, {Format::text, Format::json});
  return {words, [call](Session& session) { return show(session, *call); }};
}

}  // namespace jalur::cli
