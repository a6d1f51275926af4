#include <ostream>

#include "app/use_cases.h"
#include "cli/files.h"
#include "cli/ledger.h"
#include "cli/progress.h"
#include "cli/text_table.h"
#include "formats/ledger.h"

namespace jalur::cli {

namespace {

constexpr int status_broken = 2;

Expected<ledger::PublicKey> key_from(const std::string& text) {
  if (const auto key = ledger::bytes_from_hex<32>(text)) return *key;
  return fail(ErrorCode::invalid_input,
              {"kunci publik harus 64 angka heksadesimal, seperti hasil jalur ledger key",
               "a public key has 64 hexadecimal digits, as jalur ledger key prints it"},
              "--key", text);
}

// With a key given nothing is signed: whoever checks need not be able to.
Expected<ledger::PublicKey> key_for(app::House& house, const LedgerCall& call) {
  if (!call.key.empty()) return key_from(call.key);
  if (auto closed = sign_finished_days(house); !closed) return tl::unexpected(closed.error());
  return house.ledger_key.public_key();
}

Expected<std::vector<RegionCode>> regions_for(app::Journal& journal, const LedgerCall& call) {
  if (call.region.empty()) return journal.regions();
  return region_of(call).map([](const RegionCode& region) { return std::vector{region}; });
}

Expected<app::LedgerFinding> finding_for(Session& session, app::Journal& journal,
                                         const RegionCode& region, const ledger::PublicKey& key) {
  Progress progress(session, {"Memeriksa " + region.str(), "Checking " + region.str()}, 0);
  return app::verify_ledger(journal, region, key, [&](std::int64_t done, std::int64_t total) {
    progress.show(done, total);
  });
}

std::string finding_text(Session& session, const RegionFinding& found) {
  const auto& [region, finding] = found;
  if (finding.broken) {
    const Text broken{"rusak. " + finding.broken->text.id, "broken. " + finding.broken->text.en};
    return paragraph(region.str() + ": ", session.say(broken));
  }
  const std::string entries = std::to_string(finding.entries);
  const std::string days = std::to_string(finding.roots);
  const Text whole{"utuh; " + entries + " catatan, " + days + " hari ditandatangani",
                   "whole; entries " + entries + ", signed days " + days};
  const Text head{"kepala ", "head "};
  std::string text = region.str() + ": " + session.say(whole) + '\n';
  if (finding.head) text += "  " + session.say(head) + ledger::hex(*finding.head) + '\n';
  return text;
}

std::string findings_text(Session& session, const std::vector<RegionFinding>& findings,
                          const ledger::PublicKey& key) {
  if (findings.empty()) {
    return session.say({"belum ada jejak", "there is no log yet"}) + '\n';
  }
  std::string text;
  for (const RegionFinding& found : findings) text += finding_text(session, found);
  return text + session.say({"kunci ", "key "}) + ledger::hex(key) + '\n';
}

void print_findings(Session& session, const std::vector<RegionFinding>& findings,
                    const ledger::PublicKey& key, Format format) {
  print_document(session, format == Format::json ? ledger_findings_json(findings, session.language)
                                                 : findings_text(session, findings, key));
}

Text good_text(const ledger::Proof& proof) {
  const std::string entry = std::to_string(proof.entry.sequence);
  const std::string day = to_string(proof.root.day);
  const std::string region = proof.root.region.str();
  return {"benar: catatan " + entry + " daerah " + region + " tercatat pada " + day,
          "good: entry " + entry + " of region " + region + " was in the log on " + day};
}

}  // namespace

int verify_ledger(Session& session, const LedgerCall& call) {
  const auto house = open_house_of(session, call);
  if (!house) return tell(session, house.error());
  const auto key = key_for(**house, call);
  if (!key) return tell(session, key.error());
  const auto regions = regions_for((*house)->journal, call);
  if (!regions) return tell(session, regions.error());
  std::vector<RegionFinding> findings;
  int status = 0;
  for (const RegionCode& region : *regions) {
    auto finding = finding_for(session, (*house)->journal, region, *key);
    if (!finding) return tell(session, finding.error());
    if (finding->broken) status = status_broken;
    findings.emplace_back(region, std::move(*finding));
  }
  print_findings(session, findings, *key, call.format);
  return status;
}

int check_proof(Session& session, const LedgerCall& call) {
  const auto text = read_file(call.file, session.tools.in);
  if (!text) return tell(session, text.error(), call.file);
  const auto proof = read_ledger_proof(*text);
  if (!proof) return tell(session, proof.error(), call.file);
  const auto key = call.key.empty() ? Expected<ledger::PublicKey>(proof->key) : key_from(call.key);
  if (!key) return tell(session, key.error());
  if (auto fault = fault_of(*proof, *key)) {
    return tell(session, fail(ErrorCode::invalid_input, std::move(*fault)).value(), call.file);
  }
  session.tools.out << session.say(good_text(*proof)) << '\n'
                    << session.say({"kunci ", "key "}) << ledger::hex(*key) << '\n';
  if (!call.key.empty()) return 0;
  session.tools.out << paragraph("", session.say({"Kunci ini disebut oleh bukti itu sendiri; "
                                                  "cocokkan dengan jalur ledger key.",
                                                  "The proof itself names this key; compare it "
                                                  "with what jalur ledger key prints."}));
  return 0;
}

}  // namespace jalur::cli
