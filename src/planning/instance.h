// The choices of a plan in whole numbers, apart from the region's files: what the search works on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/points.h"
#include "index/region_year.h"
#include "index/ruleset.h"
#include "planning/effort.h"

namespace jalur::planning {

// A way to a higher level of one claim. `points` are those of the level itself, in hundredths.
struct ClaimStep {
  Level to = Level::none;
  std::int64_t points = 0;
  PersonDays effort = 0;
};

struct ClaimRaise {
  std::size_t bundle = 0;  // place in Instance::bundles
  Level to = Level::none;
  std::int64_t points = 0;
};

// A claim that can be raised. Claims that cannot are part of the base points.
struct OpenClaim {
  IndicatorId indicator;
  Level from = Level::none;
  std::int64_t from_points = 0;
  std::vector<ClaimStep> steps;  // all above `from`
  std::vector<ClaimRaise> raises;
};

struct Candidate {
  std::string id;
  bool is_new = false;
  bool may_stay_out = false;  // new ones, and with leave the submitted ones
  PersonDays start = 0;       // of a new one
  int service = -1;           // place of its main affair among the basic services; -1: none of them
  std::int64_t base_points = 0;
  std::vector<OpenClaim> claims;
};

struct Instance {
  int minimum_divisor = 1;
  int always_in_divisor = 0;  // rejected ones
  int always_in_number = 0;
  std::int64_t points_per_innovation = 0;
  int innovations_cap = 0;
  int services = 0;
  int services_required = 0;
  std::int64_t maximum = 0;
  std::int64_t government_points = 0;  // of the rows that cannot be raised
  std::vector<OpenClaim> government;
  std::vector<Candidate> candidates;
  std::vector<PersonDays> bundles;

  int divisor(int innovations) const;
  std::int64_t number_points(int innovations, bool gate_met) const;
  // The least maturity sum + divisor x government points, in hundredths, with which so many counted
  // innovations reach the target: the rounded index is at least the target.
  std::int64_t points_needed(Hundredths target, int innovations, bool gate_met) const;
};

enum class Withholding { forbidden, allowed };

// Only what counts takes part: of the data's innovations those submitted and eligible. Effort for
// others is left aside.
Instance instance_of(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                     Withholding withholding);

// What was chosen. Levels stand in the order of the claims.
struct Chosen {
  struct Part {
    bool is_in = true;
    std::vector<Level> levels;
  };
  std::vector<char> bundles;  // 1: done
  Part government;
  std::vector<Part> candidates;
};

}  // namespace jalur::planning
