// The least effort for every sum of maturity at once: the whole table, filled out.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "planning/relaxation.h"

namespace jalur::planning {

// Person-days, as narrow as they may be: the table is filled by running over it.
using Days = std::int32_t;
inline constexpr Days no_days = std::numeric_limits<Days>::max() / 2;

enum class Gate { met, not_asked };

// For each number c of innovations that could stay out and are counted: the least effort with which
// the counted innovations have at least p x unit() points together. With Gate::met only choices
// are looked at that cover the basic services required.
class Sums {
 public:
  // Efforts must be whole days and add up to less than no_days.
  Sums(const Instance& instance, const Market& market, Gate gate);

  std::int64_t unit() const { return unit_; }
  int always() const { return always_; }
  // least()[c][p]; a row may be empty: not possible. Beyond a row's end: not possible.
  const std::vector<std::vector<Days>>& least() const { return least_; }

 private:
  std::int64_t unit_ = 1;
  int always_ = 0;
  std::vector<std::vector<Days>> least_;
};

}  // namespace jalur::planning
