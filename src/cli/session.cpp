#include "cli/session.h"

#include <ostream>
#include <system_error>

#include "cli/text_table.h"

namespace jalur::cli {

namespace {

// What stood there is told too, unless the sentence already quotes it.
std::string with_value(const std::string& sentence, const std::string& value, Language language) {
  if (value.empty() || sentence.find(value) != std::string::npos) return sentence;
  const Text given{"tertulis", "given"};
  return sentence + " (" + given.in(language) + ": " + value + ")";
}

}  // namespace

int tell(Session& session, const Error& error, std::string_view file) {
  for (const auto& problem : error.problems) {
    std::string line(file);
    if (!line.empty()) line += ": ";
    if (!problem.field.empty()) line += problem.field + ": ";
    line += with_value(session.say(problem.text), problem.value, session.language);
    session.tools.err << harmless(line) << '\n';
  }
  return kind_of(error.code).exit_status;
}

ledger::Actor command_line() { return {{}, "baris perintah", {}}; }

std::string shown_change(Hundredths figure, Language language) {
  return (figure > Hundredths() ? "+" : "") + shown(figure, language);
}

void print_document(Session& session, std::string_view text) {
  session.tools.out << text;
  if (text.empty() || text.back() != '\n') session.tools.out << '\n';
}

Expected<void> prepare_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error && std::filesystem::is_directory(folder)) return {};
  const bool full = error == std::errc::no_space_on_device;
  return fail(full ? ErrorCode::unavailable : ErrorCode::invalid_input,
              {"folder ini tidak dapat dibuat; sebut folder yang boleh ditulisi",
               "this folder cannot be made; name one that may be written to"},
              "--data", folder.string());
}

}  // namespace jalur::cli
