#include "cli/ledger.h"

#include <memory>
#include <ostream>

#include "app/use_cases.h"
#include "cli/commands.h"
#include "formats/ledger.h"

namespace jalur::cli {

Expected<RegionCode> region_of(const LedgerCall& call) {
  const auto code = RegionCode::parse(call.region);
  if (code) return *code;
  return fail(ErrorCode::invalid_input,
              {"kode daerah harus seperti 14 (provinsi) atau 14.01 (kabupaten, kota)",
               "a region code looks like 14 (province) or 14.01 (regency, city)"},
              "--region", call.region);
}

Expected<std::shared_ptr<app::House>> open_house_of(Session& session, const LedgerCall& call) {
  if (auto there = check_folder(call.place); !there) return tl::unexpected(there.error());
  return open_house(session, call.place);
}

Expected<void> sign_finished_days(app::House& house) {
  const auto closed = app::close_days(house);
  if (closed || closed.error().code == ErrorCode::conflict) return {};
  return tl::unexpected(closed.error());
}

namespace {

Expected<void> print_entries(Session& session, app::Journal& journal, const RegionCode& region) {
  std::optional<ledger::Break> unreadable;
  const auto read = journal.read(region, 1, [&](const app::StoredEntry& stored) {
    if (!stored.entry) {
      unreadable = ledger::unreadable_entry(stored.sequence, stored.unreadable);
      return false;
    }
    session.tools.out << ledger_line_json(*stored.entry) << '\n';
    return session.tools.out.good();
  });
  if (!read) return tl::unexpected(read.error());
  if (unreadable) return fail(ErrorCode::conflict, unreadable->text, region.str());
  if (read->head) return {};
  return fail(ErrorCode::not_found, {"daerah ini belum punya jejak", "this region has no log yet"},
              "--region", region.str());
}

int export_ledger(Session& session, const LedgerCall& call) {
  const auto region = region_of(call);
  if (!region) return tell(session, region.error());
  const auto house = open_house_of(session, call);
  if (!house) return tell(session, house.error());
  const auto printed = print_entries(session, (*house)->journal, *region);
  return printed ? 0 : tell(session, printed.error());
}

int print_key(Session& session, const LedgerCall& call) {
  const auto house = open_house_of(session, call);
  if (!house) return tell(session, house.error());
  print_document(session, ledger::hex((*house)->ledger_key.public_key()));
  return 0;
}

int prove(Session& session, const LedgerCall& call) {
  const auto region = region_of(call);
  if (!region) return tell(session, region.error());
  const auto house = open_house_of(session, call);
  if (!house) return tell(session, house.error());
  if (auto closed = sign_finished_days(**house); !closed) return tell(session, closed.error());
  const auto proof = app::prove_entry(**house, *region, call.entry);
  if (!proof) return tell(session, proof.error());
  print_document(session, ledger_proof_json(*proof, session.language));
  return 0;
}

using Work = int (*)(Session&, const LedgerCall&);

void add_region(CLI::App& app, LedgerCall& call, const char* says) {
  app.add_option("--region", call.region, says)->type_name("CODE");
}

void add_key(CLI::App& app, LedgerCall& call, const char* says) {
  app.add_option("--key", call.key, says)->type_name("HEX");
}

void declare_verify(CLI::App& words, LedgerCall& call) {
  add_house(words, call.place);
  add_region(words, call, "Ministry code, such as 14.01; all when not given");
  add_key(words, call, "Public key; that of the installation unless given");
  add_format(words, call.format, {Format::text, Format::json});
}

void declare_prove(CLI::App& words, LedgerCall& call) {
  add_house(words, call.place);
  add_region(words, call, "Ministry code, such as 14.01");
  words.get_option("--region")->required();
  words.add_option("--entry", call.entry, "Number of the entry")->type_name("N")->required();
}

}  // namespace

Command ledger_command(CLI::App& app) {
  auto call = std::make_shared<LedgerCall>();
  auto* ledger = app.add_subcommand("ledger", "Who did what when, and whether that log is whole");
  ledger->require_subcommand(1);
  auto* verify = ledger->add_subcommand("verify", "Reckon every hash, day and signature anew");
  declare_verify(*verify, *call);
  auto* lines = ledger->add_subcommand("export", "A region's log, one JSON line per entry");
  add_house(*lines, call->place);
  add_region(*lines, *call, "Ministry code, such as 14.01");
  lines->get_option("--region")->required();
  auto* key = ledger->add_subcommand("key", "The public key that days are signed with");
  add_house(*key, call->place);
  auto* proof = ledger->add_subcommand("prove", "The proof of one entry, as JSON");
  declare_prove(*proof, *call);
  auto* check = ledger->add_subcommand("check", "Whether a proof is good; needs no records");
  check->add_option("PROOF", call->file, "As jalur ledger prove makes it; - reads it in")
      ->required();
  add_key(*check, *call, "Public key that it must be signed with");

  const std::vector<std::pair<CLI::App*, Work>> works{{verify, verify_ledger},
                                                      {lines, export_ledger},
                                                      {key, print_key},
                                                      {proof, prove},
                                                      {check, check_proof}};
  for (const auto& [words, work] : works) words->fallthrough();
  return {ledger, [call, works](Session& session) {
            for (const auto& [words, work] : works) {
              if (words->parsed()) return work(session, *call);
            }
            return 0;
          }};
}

}  // namespace jalur::cli
