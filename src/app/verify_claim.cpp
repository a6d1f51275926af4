#include "app/rulings.h"
#include "app/workflow_use_cases.h"

namespace jalur::app {

Expected<SavedClaim> verify_claim(House& house, const accounts::Caller& caller,
                                  const std::string& submission, const std::string& indicator,
                                  const registry::VerdictGiven& given) {
  const auto subject = claim_subject(house, submission, indicator);
  if (!subject) return tl::unexpected(subject.error());
  const auto decide = [&](const ClaimFound& found) -> Expected<Ruling> {
    const auto level = registry::verified_by(given, claim_now(found, subject->indicator->id));
    if (!level) return tl::unexpected(level.error());
    return Ruling{given.verdict, *level, maturity_with(found, *subject, *level), std::nullopt,
                  given.reason};
  };
  return rule(house, caller, accounts::Action::verify, *subject, decide);
}

}  // namespace jalur::app
