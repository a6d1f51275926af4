// The life of an innovation: registered, described, moved from stage to stage, withdrawn, carried
// over. Errors of all: unauthenticated, forbidden; not_found; unavailable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/profiles.h"
#include "app/use_cases.h"
#include "registry/carry_over.h"

namespace jalur::app {

// The least that makes a draft.
struct InnovationGiven {
  std::string name;
  std::string unit;  // by any name it ever had
  Stage stage = Stage::initiative;
  int affair = 0;
};

// The whole form. `profile.stage` is not looked at; an empty `profile.unit` leaves it as it is.
struct ProfileGiven {
  std::int64_t revision = 0;  // as it was read
  registry::Profile profile;
};

struct StepGiven {
  Stage to = Stage::initiative;
  std::optional<Date> on;
  std::optional<registry::Decree> decree;
  std::string reason;
};

struct ProfileAnswer {
  StoredProfile stored;
  const Ruleset* ruleset = nullptr;
  std::vector<registry::MissingField> missing;
  std::vector<std::string_view> may;  // "edit", "step", ...
};

// Errors: invalid_input.
Expected<ProfileAnswer> register_innovation(House& house, const accounts::Caller& caller,
                                            const YearKey& key, const InnovationGiven& given);
Expected<ProfileAnswer> show_profile(House& house, const accounts::Caller& caller,
                                     const std::string& submission);
// Errors: invalid_input; conflict when somebody else saved meanwhile, or it was handed in.
Expected<ProfileAnswer> save_profile(House& house, const accounts::Caller& caller,
                                     const std::string& submission, const ProfileGiven& given);
// Errors: those of registry::check_step.
Expected<ProfileAnswer> move_stage(House& house, const accounts::Caller& caller,
                                   const std::string& submission, const StepGiven& given);
// Errors: conflict when it is withdrawn already, or is not.
Expected<ProfileAnswer> withdraw(House& house, const accounts::Caller& caller,
                                 const std::string& submission, const std::string& reason);
Expected<ProfileAnswer> undo_withdrawal(House& house, const accounts::Caller& caller,
                                        const std::string& submission);

struct CarryOver {
  StoredProfile from;
  YearKey to;
  const Ruleset* ruleset = nullptr;  // of the other year
  std::string submission;            // the new one; empty in a preview
  registry::Profile profile;         // as it begins there
  std::optional<Exclusion> exclusion;
  std::vector<registry::CarriedLevel> claims;
  std::vector<registry::CarriedEvidence> evidence;
};

enum class Carrying { preview, carried_out };

// `attached`: the evidence of the submission. Errors: invalid_input (not a later year), conflict
// (there already, or withdrawn).
Expected<CarryOver> carry_over(House& house, const accounts::Caller& caller,
                               const std::string& submission, int to_year, Carrying carrying);

struct YearOpened {
  YearKey key;
  std::string region_name;
  std::string ruleset;
  int units = 0;
};
// With the region's active units. Errors: invalid_input (no such ruleset), conflict (open already).
Expected<YearOpened> open_year(House& house, const accounts::Caller& caller, const YearKey& key,
                               const std::string& ruleset);

// The index as it stood at that instant, under the year's own rules. Errors: not_found when nothing
// was on record then.
Expected<ScoreAnswer> score_as_of(House& house, const YearKey& key, Instant at);

}  // namespace jalur::app
