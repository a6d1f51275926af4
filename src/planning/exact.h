// The cheapest plan of one mode, exactly.
#pragma once

#include <functional>
#include <optional>

#include "planning/relaxation.h"

namespace jalur::planning {

// Asked now and then; once it answers true, the search gives up what it has not proven.
using OutOfTime = std::function<bool()>;

struct Found {
  Cost cost = no_plan;
  Basket basket;  // places in Group::ways and Market::government, not in their hulls
};

struct ExactAnswer {
  std::optional<Found> found;  // nothing: no plan cheaper than the cutoff
  Cost proven = 0;             // no plan of the mode is cheaper than this; the cost when found
};

// Looks for plans that cost less than `cutoff`. All costs must be whole days, so no bundle may be
// open. `start` is what bounded() said of the mode.
ExactAnswer cheapest(const Market& market, const Mode& mode, const Bounded& start, Cost cutoff,
                     const OutOfTime& out_of_time);

}  // namespace jalur::planning
