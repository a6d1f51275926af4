#include "formats/ledger.h"

#include "formats/json_parts.h"
#include "ledger/actions.h"

namespace jalur {

namespace {

using ledger::hex;

Json details_of(const ledger::Entry& entry) {
  Json details = Json::object();
  for (const auto& [key, value] : entry.details) details[key] = value;
  return details;
}

Json entry_of(const ledger::Entry& entry, Language language) {
  return {{"sequence", entry.sequence},
          {"at", to_string(entry.at)},
          {"person", text_or_null(entry.by.person)},
          {"name", entry.by.name},
          {"role", entry.by.role},
          {"action", entry.action},
          {"action_text", ledger::action_text(entry.action).in(language)},
          {"subject", entry.subject},
          {"subject_text", entry.subject_text},
          {"details", details_of(entry)},
          {"previous", hex(entry.previous)},
          {"hash", hex(entry.hash)}};
}

Json finding_of(const app::LedgerFinding& finding, Language language) {
  Json broken;
  if (finding.broken) {
    broken = {{"sequence", finding.broken->sequence}, {"text", finding.broken->text.in(language)}};
  }
  return {{"whole", !finding.broken},
          {"entries", finding.entries},
          {"head", finding.head ? Json(hex(*finding.head)) : Json()},
          {"roots", finding.roots},
          {"public_key", hex(finding.key)},
          {"broken", std::move(broken)}};
}

Json path_of(const ledger::Proof& proof) {
  Json path = Json::array();
  for (const ledger::PathStep& step : proof.path) {
    path.push_back(
        {{"side", step.side == ledger::Side::left ? "left" : "right"}, {"hash", hex(step.hash)}});
  }
  return path;
}

}  // namespace

std::string ledger_page_json(const app::LedgerPage& page, Language language) {
  Json items = Json::array();
  for (const ledger::Entry& entry : page.items) items.push_back(entry_of(entry, language));
  return Json{{"items", std::move(items)}, {"next", text_or_null(page.next)}}.dump();
}

std::string ledger_finding_json(const app::LedgerFinding& finding, Language language) {
  return finding_of(finding, language).dump();
}

std::string ledger_findings_json(const std::vector<RegionFinding>& findings, Language language) {
  bool whole = true;
  Json regions = Json::array();
  for (const auto& [region, finding] : findings) {
    Json json{{"region", region.str()}};
    json.update(finding_of(finding, language));
    whole = whole && !finding.broken;
    regions.push_back(std::move(json));
  }
  return Json{
      {"format", "jalur.ledger-verification/1"}, {"whole", whole}, {"regions", std::move(regions)}}
      .dump();
}

std::string ledger_line_json(const ledger::Entry& entry) {
  Json json{{"format", "jalur.ledger-entry/1"}, {"region", entry.region.str()}};
  json.update(entry_of(entry, Language::english));
  json.erase("action_text");
  return json.dump();
}

std::string ledger_proof_json(const ledger::Proof& proof, Language language) {
  return Json{{"format", "jalur.ledger-proof/1"},
              {"region", proof.root.region.str()},
              {"entry", entry_of(proof.entry, language)},
              {"day", to_string(proof.root.day)},
              {"position", proof.position()},
              {"count", proof.root.count()},
              {"path", path_of(proof)},
              {"root", hex(proof.root.root)},
              {"previous_root", hex(proof.root.previous_root)},
              {"signature", hex(proof.root.signature)},
              {"public_key", hex(proof.key)}}
      .dump();
}

}  // namespace jalur
