#include <algorithm>
#include <memory>
#include <ostream>

#include "app/use_cases.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "formats/answers.h"

namespace jalur::cli {
namespace {

struct LevelCall {
  CLI::App* words = nullptr;
  std::string indicator;
  std::string figure;
  std::string ruleset;
  std::string measure;  // empty: the only one
  Format format = Format::text;
};

// People in Indonesia write 5,10. With a comma and a dot it is left as it is, and refused.
std::string with_dot(std::string figure) {
  if (figure.find('.') == std::string::npos) std::replace(figure.begin(), figure.end(), ',', '.');
  return figure;
}

std::string level_text(const app::MeasuredLevel& measured, Language language) {
  const Indicator& indicator = *measured.indicator;
  const int level = number(measured.level);
  const Text reaches{": parameter ", ": level "};
  std::string text = paragraph("", indicator.id.str() + " " + indicator.name.in(language) +
                                       reaches.in(language) + std::to_string(level));
  text += paragraph("  ", measured.measure->name.in(language) + ": " +
                              shown(measured.figure, language) + " " + measured.measure->unit);
  if (level > 0) {
    const Text asked{"Parameter ini: ", "This level: "};
    text +=
        paragraph("  ", asked.in(language) + indicator.levels[static_cast<std::size_t>(level - 1)]);
  }
  return text;
}

int show_level(Session& session, const LevelCall& call, const std::string& figure) {
  const auto ruleset = session.rulesets.get(call.ruleset);
  if (!ruleset) return tell(session, ruleset.error());
  const auto measured = app::level_of_figure(**ruleset, call.indicator, call.measure, figure);
  if (!measured) return tell(session, measured.error());
  print_document(session, call.format == Format::json ? measured_level_json(*measured)
                                                      : level_text(*measured, session.language));
  return 0;
}

// A figure below zero looks like an option: the parser leaves it over.
int level(Session& session, const LevelCall& call) {
  const auto left_over = call.words->remaining();
  const bool below_zero = call.figure.empty() && left_over.size() == 1 &&
                          left_over.front().find_first_of("0123456789") == 1;
  if (!left_over.empty() && !below_zero) throw CLI::ExtrasError(left_over);
  if (!below_zero && call.figure.empty()) throw CLI::RequiredError("FIGURE");
  return show_level(session, call, with_dot(below_zero ? left_over.front() : call.figure));
}

}  // namespace

Command level_command(CLI::App& app) {
  auto call = std::make_shared<LevelCall>();
  auto* words = app.add_subcommand("level", "The level that a measured figure yields");
  call->words = words;
  words->allow_extras();
  words->add_option("INDICATOR", call->indicator, "National number, such as 5b")->required();
  words->add_option("FIGURE", call->figure, "What was measured, such as 5.10");
  words->add_option("--ruleset", call->ruleset, "Whose borders count")->type_name("ID")->required();
  words->add_option("--measure", call->measure, "Which figure, where there are several")
      ->type_name("ID");
  add_format(*words, call->format, {Format::text, Format::json});
  return {words, [call](Session& session) { return level(session, *call); }};
}

}  // namespace jalur::cli
