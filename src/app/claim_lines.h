// One claim as it is shown: its level, what was verified, what the next level brings, where it
// stands and what is due.
#pragma once

#include "app/claim_subject.h"
#include "app/use_cases.h"

namespace jalur::app {

enum class Counting { counted, left_out };  // whether the index counts the submission

// The claims of one submission; looks at what it is made of, which must live longer.
struct ClaimLines {
  const SubmissionRows& rows;
  const Figure& figure;
  Counting counting = Counting::counted;
  const registry::Targets& targets;
  Date today;

  ClaimLine of(const Indicator& indicator) const;
};

}  // namespace jalur::app
