// The port to profiles, the steps of their submissions, and years as they were.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/ports.h"
#include "registry/profile.h"
#include "registry/stage.h"

namespace jalur::app {

// One submission with its form; also a withdrawn one.
struct StoredProfile {
  std::string submission;
  YearKey key;
  std::string ruleset;
  std::string innovation;  // what stays the same over the years
  SubmissionState state = SubmissionState::draft;
  bool withdrawn = false;
  std::int64_t revision = 0;  // grows with every change of the form or of the submission
  registry::Profile profile;
  registry::StageSteps steps;
  Levels levels;  // claimed
};

// What the log is told beside who and when.
struct Told {
  std::string action;  // "submission.described"
  std::vector<std::pair<std::string, std::string>> details;
};

// A submission as it shall stand.
struct ProfileEdit {
  registry::Profile profile;
  bool withdrawn = false;
  std::optional<registry::StageStep> step;  // to be appended
  Told told;
};

struct ProfileChange {
  std::string submission;
  // Called within the transaction with the submission as it is, so that changes made at the same
  // time cannot miss each other. Its error ends the call.
  std::function<Expected<ProfileEdit>(const StoredProfile&)> decide;
  ledger::Actor by;
  Instant at;
};

// Attached to a claim from its first revision on.
struct KeptEvidence {
  IndicatorId indicator;
  std::string evidence;  // id
};

struct NewSubmission {
  YearKey key;
  std::string submission;  // id, made by the app
  std::string innovation;  // id; one that is not on record begins a new line
  registry::Profile profile;
  registry::StageSteps steps;
  Levels levels;
  std::vector<KeptEvidence> evidence;
  Maturity maturity;
  Told told;
  ledger::Actor by;
  Instant at;
};

struct NewYear {
  YearKey key;
  std::string region_name;
  RegionKind kind = RegionKind::regency;
  std::string ruleset;
  std::vector<Unit> units;
  std::string government_submission;  // id, made by the app
  ledger::Actor by;
  Instant at;
};

// Every call is one transaction; what changes something leaves its entry in the log. Errors:
// not_found, conflict, unavailable; and what `decide` gives.
class Profiles {
 public:
  virtual ~Profiles() = default;

  virtual Expected<StoredProfile> profile(const std::string& submission) = 0;
  virtual Expected<StoredProfile> change_profile(const ProfileChange& change) = 0;
  // Whether the innovation is in that year, be it withdrawn.
  virtual Expected<bool> is_in_year(const YearKey& key, const std::string& innovation) = 0;
  // Errors: conflict when the innovation is in that year already.
  virtual Expected<StoredProfile> add_submission(const NewSubmission& fresh) = 0;
  // Errors: conflict when there is one.
  virtual Expected<void> open_year(const NewYear& fresh) = 0;
  // What the index saw of the year at that instant; the list of units is left out. Errors:
  // not_found when nothing was on record then.
  virtual Expected<RegionYear> year_as_of(const YearKey& key, Instant at) = 0;
};

}  // namespace jalur::app
