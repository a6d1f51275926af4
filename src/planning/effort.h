// What it takes to raise claims: the steps, bundles and new innovations a plan may choose from.
// The file is jalur.effort/1 (docs/formats.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "index/level.h"

namespace jalur {

// Whole person-days of work.
using PersonDays = std::int64_t;

// The claim of one indicator: of an innovation by its id, or of the region itself (nothing).
struct ClaimRef {
  std::optional<std::string> innovation;
  IndicatorId indicator;
  auto operator<=>(const ClaimRef&) const = default;
};

// The whole effort from today's level to `to`. A level that has no step cannot be reached.
struct EffortStep {
  ClaimRef claim;
  Level to = Level::none;
  PersonDays effort = 0;
};

// One action paid once. When it is done, every named claim stands at least at `to`, and may go
// higher by a step of its own at that step's full effort.
struct Bundle {
  struct Raise {
    ClaimRef claim;
    Level to = Level::none;
  };
  std::string id;
  PersonDays effort = 0;
  std::vector<Raise> raises;
};

// An innovation that may be started: its effort, and the levels it then has. Taken as eligible.
struct NewInnovation {
  struct Step {
    IndicatorId indicator;
    Level to = Level::none;
    PersonDays effort = 0;
  };
  std::string id;
  PersonDays effort = 0;
  std::vector<int> affairs;  // the main one first; never empty
  Levels levels;
  std::vector<Step> steps;
};

struct Effort {
  std::vector<EffortStep> steps;
  std::vector<Bundle> bundles;
  std::vector<NewInnovation> new_innovations;
};

}  // namespace jalur
