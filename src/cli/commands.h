// The commands, one file each. Each declares its words on the app and answers what is to be done
// when it was chosen.
#pragma once

#include <functional>

#include "cli/session.h"

namespace CLI {
class App;
}

namespace jalur::cli {

struct Command {
  CLI::App* words = nullptr;
  std::function<int(Session&)> run;  // answers the exit status
};

Command score_command(CLI::App& app);
Command rank_command(CLI::App& app);
Command plan_command(CLI::App& app);
Command simulate_command(CLI::App& app);
Command validate_command(CLI::App& app);
Command level_command(CLI::App& app);
Command rulesets_command(CLI::App& app);
Command template_command(CLI::App& app);
Command import_command(CLI::App& app);
Command export_command(CLI::App& app);
Command people_command(CLI::App& app);
Command serve_command(CLI::App& app);
Command ledger_command(CLI::App& app);
Command evidence_command(CLI::App& app);

}  // namespace jalur::cli
