#include "cli/cli.h"

#include <algorithm>
#include <exception>
#include <map>
#include <ostream>

#include "app/reference_load.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

constexpr int status_done = 0;
constexpr int status_defect = 1;
constexpr int status_wrong_call = 2;
constexpr int status_not_now = 3;

// What may stand before or after the name of every command.
struct CommonCall {
  std::string language;  // empty: that of the environment
  std::string rulesets;  // a folder with further ruleset files; empty: none
};

void declare_common(CLI::App& app, CommonCall& call, const std::string& version) {
  app.name("jalur");
  app.description(
      "Jalur reckons the regional innovation index (Indeks Inovasi Daerah), keeps what\n"
      "it is made of, and shows it. Answers are in Indonesian with --lang id.");
  app.set_version_flag("--version", "jalur " + version, "The version of this program");
  app.set_help_flag("--help,-h", "This help; after a command, its own");
  app.add_option("--lang", call.language, "id, en; else as LC_ALL, LC_MESSAGES or LANG")
      ->type_name("LANGUAGE")
      ->check(CLI::IsMember({"id", "en"}));
  app.add_option("--rulesets", call.rulesets, "Further ruleset files (*.toml); same id: replaced")
      ->type_name("DIR");
  app.require_subcommand(1);
  app.footer("Exit status: 0 done; 2 wrong call or input; 3 not possible now; 1 defect.");
}

std::vector<Command> declare_commands(CLI::App& app) {
  std::vector<Command> commands = {
      score_command(app),    rank_command(app),     validate_command(app), level_command(app),
      rulesets_command(app), template_command(app), import_command(app),   export_command(app),
      people_command(app),   serve_command(app),    ledger_command(app),   evidence_command(app),
      plan_command(app),     simulate_command(app),
  };
  for (auto& command : commands) command.words->fallthrough();
  return commands;
}

Text not_known(const std::string& word) {
  return {"tidak dikenal di sini: " + word, "not known here: " + word};
}

// A command that only groups others was called on its own.
Text further_word(const CLI::App& command) {
  std::string words;
  for (const auto* each : command.get_subcommands([](const CLI::App*) { return true; })) {
    words += (words.empty() ? "" : ", ") + each->get_name();
  }
  return {"sebut salah satu: " + words, "name one of: " + words};
}

// What the parser says, in both languages. Its own words are English and stay quoted.
Text fault_of_call(const CLI::App& app, const CLI::ParseError& error) {
  const std::string said = error.what();
  const std::string kind = error.get_name();
  if (kind == "RequiredError" && app.get_subcommands().empty()) {
    const auto unknown = app.remaining();
    if (!unknown.empty()) return not_known(unknown.front());
    return {"sebut satu perintah, misalnya score", "name a command, for example score"};
  }
  const auto* const command =
      app.get_subcommands().empty() ? nullptr : app.get_subcommands().front();
  if (kind == "RequiredError" && said.starts_with("A subcommand") && command != nullptr) {
    return further_word(*command);
  }
  const auto subject = said.substr(0, said.find(" is required"));
  if (kind == "RequiredError") return {subject + " harus diisi", subject + " must be given"};
  if (const auto word = said.find(" excludes "); kind == "ExcludesError") {
    const std::string one = said.substr(0, word);
    const std::string other = said.substr(word + std::string_view(" excludes ").size());
    return {"sebut " + one + " atau " + other + ", tidak keduanya",
            "give " + one + " or " + other + ", not both"};
  }
  const auto after_colon = said.substr(std::min(said.find(": ") + 2, said.size()));
  if (kind == "ExtrasError") return not_known(after_colon);
  return {"panggilan ini tidak dapat dibaca: " + said, said};
}

std::string called_command(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? "jalur" : "jalur " + chosen.front()->get_name();
}

int tell_wrong_call(const CLI::App& app, const CLI::ParseError& error, Tools& tools,
                    Language language) {
  const std::string command = called_command(app);
  const Text hint{"; bantuan: ", "; help: "};
  tools.err << harmless(command + ": " + fault_of_call(app, error).in(language) +
                        hint.in(language) + command + " --help")
            << '\n';
  return status_wrong_call;
}

// The texts of a folder's ruleset files; kept here because NamedText only points at them.
using FileTexts = std::map<std::string, std::string>;

Expected<FileTexts> read_folder(const std::string& folder, std::istream& in) {
  std::error_code error;
  FileTexts texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().string();
    if (!is_ruleset_file(name)) continue;
    auto text = read_file(name, in);
    if (!text) return fail(text.error().code, text.error().problems.front().text, name);
    texts.emplace(name, std::move(*text));
  }
  if (!error && !texts.empty()) return texts;
  return fail(ErrorCode::invalid_input,
              {"di sini tidak ada berkas aturan (*.toml); sebut folder yang berisi",
               "there are no ruleset files (*.toml) here; name a folder that has some"},
              "--rulesets", folder);
}

// Those of the program, with those of the folder beside them or in their place.
Expected<std::vector<Ruleset>> rulesets_with(Tools& tools, const std::string& folder) {
  std::vector<Ruleset> rulesets = tools.rulesets;
  if (folder.empty()) return rulesets;
  const auto texts = read_folder(folder, tools.in);
  if (!texts) return tl::unexpected(texts.error());
  std::vector<app::NamedText> files;
  for (const auto& [name, text] : *texts) files.push_back({name, text});
  auto further = app::load_rulesets(files, tools.reference.affairs);
  if (!further) return further;
  for (auto& ruleset : *further) {
    const auto same = std::find_if(rulesets.begin(), rulesets.end(),
                                   [&](const Ruleset& other) { return other.id == ruleset.id; });
    if (same == rulesets.end()) {
      rulesets.push_back(std::move(ruleset));
    } else {
      *same = std::move(ruleset);
    }
  }
  return rulesets;
}

int run_chosen(const std::vector<Command>& commands, const CommonCall& call, Tools& tools,
               Language language) {
  auto rulesets = rulesets_with(tools, call.rulesets);
  const app::Rulesets all(rulesets ? std::move(*rulesets) : std::vector<Ruleset>());
  Session session{tools, all, language};
  if (!rulesets) return tell(session, rulesets.error());
  const auto chosen = std::find_if(commands.begin(), commands.end(),
                                   [](const Command& each) { return each.words->parsed(); });
  return chosen->run(session);
}

// What was printed may not have arrived: a full disk shows only now.
int flushed(Tools& tools, Language language, int status) {
  tools.out.flush();
  if (tools.out.good()) return status;
  const Text text{"hasil tidak dapat ditulis; periksa apakah disk penuh",
                  "the answer could not be written; check whether the disk is full"};
  tools.err << "jalur: " << text.in(language) << '\n';
  return std::max(status, status_not_now);
}

int parse_and_run(CLI::App& app, const std::vector<Command>& commands, const CommonCall& call,
                  int argc, const char* const* argv, Tools& tools) {
  const auto language = [&] {
    return call.language.empty() ? tools.language : language_of(call.language);
  };
  try {
    app.parse(argc, argv);
    return flushed(tools, language(), run_chosen(commands, call, tools, language()));
  } catch (const CLI::CallForHelp&) {
    tools.out << app.help();
  } catch (const CLI::CallForVersion& version) {
    tools.out << version.what() << '\n';
  } catch (const CLI::ParseError& error) {
    return tell_wrong_call(app, error, tools, language());
  }
  return flushed(tools, language(), status_done);
}

}  // namespace

int run(int argc, const char* const* argv, Tools& tools) {
  try {
    CLI::App app;
    CommonCall call;
    declare_common(app, call, tools.version);
    const auto commands = declare_commands(app);
    return parse_and_run(app, commands, call, argc, argv, tools);
  } catch (const std::exception& defect) {
    const Text text{"kesalahan program: ", "a defect of the program: "};
    tools.err << harmless("jalur: " + text.in(tools.language) + defect.what()) << '\n';
    return status_defect;
  }
}

}  // namespace jalur::cli
