// The files of evidence against the records.
#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "app/evidence_use_cases.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/text_table.h"

namespace jalur::cli {

namespace {

constexpr int status_damaged = 2;

std::string damage_text(Session& session, const app::DamagedFile& damaged) {
  const Text what = damaged.state == app::FileState::missing ? Text{"hilang", "missing"}
                                                             : Text{"berubah", "changed"};
  const auto& record = damaged.record;
  const std::string unit = record.unit.empty() ? record.region.str() : record.unit;
  return fmt::format("{}: {}\n  {} ({})\n", session.say(what), record.hash, harmless(record.title),
                     harmless(unit));
}

std::string check_text(Session& session, const app::EvidenceCheck& check) {
  std::string text;
  for (const auto& damaged : check.damaged) text += damage_text(session, damaged);
  const Text unknown{"tanpa catatan, boleh dihapus:", "without a record, may be deleted:"};
  for (const auto& hash : check.unknown) text += session.say(unknown) + "\n  " + hash + "\n";
  const auto broken = check.damaged.size();
  const Text whole{fmt::format("utuh; {} berkas\n", check.files),
                   fmt::format("whole; files {}\n", check.files)};
  const Text not_whole{fmt::format("rusak: {} dari {} berkas\n", broken, check.files),
                       fmt::format("damaged: {} of {} files\n", broken, check.files)};
  return text + session.say(broken == 0 ? whole : not_whole);
}

Expected<app::EvidenceCheck> checked(Session& session, app::House& house) {
  Progress progress(session, {"Memeriksa berkas", "Checking files"}, 0);
  return app::verify_evidence(
      house, [&](std::int64_t done, std::int64_t total) { progress.show(done, total); });
}

int verify(Session& session, const HousePlace& place) {
  if (auto there = check_folder(place); !there) return tell(session, there.error());
  const auto house = open_house(session, place);
  if (!house) return tell(session, house.error());
  const auto check = checked(session, **house);
  if (!check) return tell(session, check.error());
  session.tools.out << check_text(session, *check);
  return check->damaged.empty() ? 0 : status_damaged;
}

}  // namespace

Command evidence_command(CLI::App& app) {
  auto place = std::make_shared<HousePlace>();
  auto* evidence = app.add_subcommand("evidence", "Files that prove claims");
  evidence->require_subcommand(1);
  auto* words = evidence->add_subcommand("verify", "Hash every stored file anew");
  add_house(*words, *place);
  words->fallthrough();
  return {evidence, [place](Session& session) { return verify(session, *place); }};
}

}  // namespace jalur::cli
