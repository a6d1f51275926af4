// The log as JSON: lists and findings for the web, lines for export, proofs that travel.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/use_cases.h"
#include "base/error.h"
#include "ledger/proof.h"

namespace jalur {

std::string ledger_page_json(const app::LedgerPage& page, Language language);
std::string ledger_finding_json(const app::LedgerFinding& finding, Language language);

// jalur.ledger-verification/1: what was found in the log of each region.
using RegionFinding = std::pair<RegionCode, app::LedgerFinding>;
std::string ledger_findings_json(const std::vector<RegionFinding>& findings, Language language);

// jalur.ledger-entry/1: one line, without a line break.
std::string ledger_line_json(const ledger::Entry& entry);

// jalur.ledger-proof/1
std::string ledger_proof_json(const ledger::Proof& proof, Language language);
// Errors: too_large, invalid_input. What is not well formed is told; whether the proof is good is
// not asked here.
Expected<ledger::Proof> read_ledger_proof(std::string_view text);

}  // namespace jalur
