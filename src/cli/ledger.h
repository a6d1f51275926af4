// What jalur ledger can do, one function each, and what each call says. In ledger_checks.cpp what
// checks, in ledger.cpp the rest.
#pragma once

#include <string>

#include "cli/options.h"
#include "cli/session.h"

namespace jalur::cli {

struct LedgerCall {
  HousePlace place;
  std::string region;  // code; empty: all
  std::string key;     // public, hexadecimal; empty: that of the installation, or of the proof
  std::string file;    // a proof
  std::int64_t entry = 0;
  Format format = Format::text;
};

int verify_ledger(Session& session, const LedgerCall& call);
int check_proof(Session& session, const LedgerCall& call);

Expected<RegionCode> region_of(const LedgerCall& call);
// Errors: not_found, unavailable.
Expected<std::shared_ptr<app::House>> open_house_of(Session& session, const LedgerCall& call);
// Signs finished days. What is broken is no error here: whoever checks will tell. Errors:
// unavailable.
Expected<void> sign_finished_days(app::House& house);

}  // namespace jalur::cli
