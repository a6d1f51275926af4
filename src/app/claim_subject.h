// A claim that a use case is about: where it stands, and by which rules it is judged.
#pragma once

#include <optional>
#include <string>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/ports.h"
#include "app/use_cases.h"

namespace jalur::app {

struct ClaimSubject {
  Place place;
  std::string submission;
  const Ruleset* ruleset = nullptr;
  const Indicator* indicator = nullptr;

  Aspect aspect() const { return indicator->aspect; }
};
// Errors: not_found, invalid_input (no such indicator in this submission), unavailable.
Expected<ClaimSubject> claim_subject(House& house, const std::string& submission,
                                     const std::string& indicator);
Expected<ClaimSubject> claim_subject(House& house, const Place& place,
                                     const std::string& submission, const std::string& indicator);

// Where a submission stands in its region's year; nothing: the government's own rows.
std::optional<std::size_t> place_in(const StoredYear& year, const std::string& submission);

// The rows of one submission, in the year in memory.
struct SubmissionRows {
  const Innovation* innovation = nullptr;  // nullptr: the government's own rows
  const Levels& levels;
  const std::optional<Levels>& verified;
  const registry::Course& course;
};
SubmissionRows rows_of(const StoredYear& year, std::optional<std::size_t> place);
registry::ClaimStanding standing_in(const SubmissionRows& rows, IndicatorId indicator);

// Whose hand it is when the caller does this.
registry::Hand hand_of(const accounts::Caller& caller, accounts::Action action, const Place& place);

// Whether the calendar lets this hand change the claim. What was returned may be answered in the
// days for that, also when the year has closed. Errors: conflict, unavailable.
Expected<void> check_claim_open(House& house, const ClaimSubject& subject, registry::Hand hand);

// The claim as it stands after a change, with the figures of the region's year.
SavedClaim saved_claim(House& house, const ClaimSubject& subject, const StoredYear& year,
                       std::int64_t revision);

}  // namespace jalur::app
