// The way of an innovation from initiative over trial to implementation (PP 38/2017), with the date
// and the decree that each step asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/profile.h"

namespace jalur::registry {

struct Decree {
  std::string kind;  // a word of ProfileTerms::decrees
  std::string number;
  Date date{};
  std::string title;

  bool operator==(const Decree&) const = default;
};

struct StageStep {
  Stage from = Stage::initiative;
  Stage to = Stage::initiative;  // the same as `from`: the decree of a stage, told later
  std::optional<Date> on;        // when the stage began
  std::optional<Decree> decree;
  std::string reason;
  Instant at;
  std::string by;  // name of the person

  bool operator==(const StageStep&) const = default;
};
using StageSteps = std::vector<StageStep>;  // oldest first

// Kinds of decree, one of which the step to this stage asks for.
std::vector<std::string> decrees_for(Stage stage);
std::optional<Stage> next_after(Stage stage);

// The decree under which a stage stands; nullptr: none was told, or the stage was left since.
const Decree* decree_of(Stage stage, const StageSteps& steps);

enum class StepBack { refused, allowed };

// `today`: no date may lie after it. Errors: invalid_input, every fault at once; conflict when the
// stage cannot be reached from here; forbidden for a step back that is refused.
Expected<void> check_step(const Profile& profile, const StageSteps& steps, const StageStep& step,
                          StepBack back, Date today);

// The profile after a step that was found right.
Profile after_step(Profile profile, const StageStep& step);

// A field that must be filled in before the submission can be handed in at its stage.
struct MissingField {
  std::string field;
  Text text;
};
std::vector<MissingField> missing_fields(const Profile& profile, const StageSteps& steps,
                                         const Ruleset& ruleset);

}  // namespace jalur::registry
