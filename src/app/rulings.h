// What is found on a claim, carried out: by a verdict or by the decision on an objection.
#pragma once

#include <functional>
#include <string>

#include "app/claim_subject.h"
#include "app/workflow.h"

namespace jalur::app {

registry::ClaimNow claim_now(const ClaimFound& found, IndicatorId indicator);

// The maturity of the submission when this level is verified.
Maturity maturity_with(const ClaimFound& found, const ClaimSubject& subject, Level verified);

// Checks that the caller may, and that the year is not locked; then the store and the year in
// memory take what `decide` finds.
Expected<SavedClaim> rule(House& house, const accounts::Caller& caller, accounts::Action action,
                          const ClaimSubject& subject,
                          std::function<Expected<Ruling>(const ClaimFound&)> decide);

}  // namespace jalur::app
