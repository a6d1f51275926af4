// One call of the program: its tools, its rulesets, its language, and how it speaks to people.
#pragma once

#include <string>
#include <string_view>

#include "cli/cli.h"

namespace jalur::cli {

struct Session {
  Tools& tools;
  const app::Rulesets& rulesets;  // of the program, with those of --rulesets
  Language language;

  const std::string& say(const Text& text) const { return text.in(language); }
};

// One line per problem on the error stream: `file: place: what is wrong and what would be right`.
// Answers the exit status.
int tell(Session& session, const Error& error, std::string_view file = {});

// As the log names whoever works here.
ledger::Actor command_line();

// With its sign: "+1.20", "-0.38".
std::string shown_change(Hundredths figure, Language language);

// JSON and other machine-read text, ended with a line break.
void print_document(Session& session, std::string_view text);

// The folder, made when it is missing. Errors: invalid_input, unavailable.
Expected<void> prepare_folder(const std::filesystem::path& folder);

}  // namespace jalur::cli
