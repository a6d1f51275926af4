// The cheapest way to every number of points within one innovation, or within the government's
// rows.
#pragma once

#include <cstdint>
#include <vector>

#include "planning/instance.h"

namespace jalur::planning {

// Costs are counted in parts of a person-day, so that the effort of a bundle can be divided among
// the claims it raises while it is open whether the bundle is done.
using Cost = std::int64_t;
inline constexpr Cost day = Cost{1} << 18;

// What is decided of a bundle. While it is open, a claim may be raised by it at its share of the
// bundle's effort; the shares of a bundle add up to no more than its effort, so no plan is made
// dearer than it is.
enum class BundleState : char { out, done, open };

struct BundleView {
  std::vector<BundleState> states;
  std::vector<Cost> shares;  // of one claim, where open
};

// Each bundle's effort divided among all the claims it could raise.
std::vector<Cost> shares_of(const Instance& instance);

// One way that no other way beats: more points than any as cheap, cheaper than any with as many.
struct Way {
  std::int64_t points = 0;  // hundredths
  Cost cost = 0;
  bool operator==(const Way&) const = default;
};

// Ascending in points and in cost; the first costs nothing but `start`. `base` is added to all.
// Time: claims x ways of a claim x the points that can be gained, in units of their common divisor.
std::vector<Way> frontier_of(const std::vector<OpenClaim>& claims, const BundleView& view,
                             std::int64_t base, Cost start);

// The levels of a way of that frontier, in the order of the claims.
std::vector<Level> levels_of(const std::vector<OpenClaim>& claims, const BundleView& view,
                             std::int64_t base, const Way& way);

// The way with the least cost of them all at a price for each point: what lies below is its lower
// convex hull.
std::vector<Way> hull_of(const std::vector<Way>& frontier);

}  // namespace jalur::planning
