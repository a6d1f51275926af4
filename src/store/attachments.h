// What is attached to a claim, within the transaction that changes the claim (claims.cpp).
#pragma once

#include <cstdint>

#include "app/ports.h"
#include "store/database.h"

namespace jalur::store {

struct Edited {
  bool changed = false;
  std::int64_t taken_from = 0;  // claim revision at which it was attached; 0: none was taken
};

// Carries out `change.evidence`, which is there; `claim_revision` is the one that this makes.
Edited edit_attachments(Session& session, const app::ClaimChange& change,
                        std::int64_t claim_revision);

ledger::Draft draft_of(const app::ClaimChange& change, const app::EvidenceEdit& edit);

}  // namespace jalur::store
