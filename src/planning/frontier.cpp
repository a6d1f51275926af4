// A multiple-choice knapsack small enough to be filled out whole: an innovation has 20 claims with
// at most three ways up each, and at most 111 points. Row c of the table holds, for every number of
// points gained (in units of the greatest common divisor of all gains), the least cost with the
// first c claims. The ways no other beats are read off the last row from the top down.
#include "planning/frontier.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace jalur::planning {

namespace {

constexpr Cost unreachable = std::numeric_limits<Cost>::max() / 4;

// A way of one claim: what it gains above the level it has anyway.
struct Gain {
  Level to = Level::none;
  std::int64_t points = 0;
  Cost cost = 0;
};

struct Standing {
  Level level = Level::none;
  std::int64_t points = 0;
};

Standing standing_of(const OpenClaim& claim, const BundleView& view) {
  Standing standing{claim.from, claim.from_points};
  for (const ClaimRaise& raise : claim.raises) {
    if (view.states[raise.bundle] != BundleState::done || raise.to <= standing.level) continue;
    standing = {raise.to, raise.points};
  }
  return standing;
}

// Staying, and the cheapest way to each level above.
std::vector<Gain> gains_of(const OpenClaim& claim, const BundleView& view) {
  const Standing standing = standing_of(claim, view);
  std::vector<Gain> gains{{standing.level, 0, 0}};
  const auto offer = [&](Level to, std::int64_t points, Cost cost) {
    if (to <= standing.level) return;
    const auto same =
        std::find_if(gains.begin(), gains.end(), [to](const Gain& gain) { return gain.to == to; });
    if (same == gains.end()) {
      gains.push_back({to, points - standing.points, cost});
    } else {
      same->cost = std::min(same->cost, cost);
    }
  };
  for (const ClaimStep& step : claim.steps) offer(step.to, step.points, step.effort * day);
  for (const ClaimRaise& raise : claim.raises) {
    if (view.states[raise.bundle] != BundleState::open) continue;
    offer(raise.to, raise.points, view.shares[raise.bundle]);
  }
  return gains;
}

class Table {
 public:
  Table(const std::vector<OpenClaim>& claims, const BundleView& view) {
    std::int64_t most = 0;
    for (const OpenClaim& claim : claims) {
      gains_.push_back(gains_of(claim, view));
      std::int64_t best = 0;
      for (const Gain& gain : gains_.back()) {
        unit_ = std::gcd(unit_, gain.points);
        best = std::max(best, gain.points);
      }
      most += best;
      base_ += standing_of(claim, view).points;
    }
    if (unit_ == 0) unit_ = 1;
    width_ = static_cast<std::size_t>(most / unit_) + 1;
    fill();
  }

  std::vector<Way> ways(std::int64_t base, Cost start) const {
    std::vector<Way> found;
    Cost least = unreachable;
    const Cost* last = row(gains_.size());
    for (std::size_t gained = width_; gained-- > 0;) {
      if (last[gained] >= least) continue;
      least = last[gained];
      found.push_back({base + base_ + static_cast<std::int64_t>(gained) * unit_, start + least});
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  std::vector<Level> levels(std::int64_t gained_points) const {
    auto gained = static_cast<std::size_t>(gained_points / unit_);
    std::vector<Level> levels(gains_.size());
    for (std::size_t claim = gains_.size(); claim-- > 0;) {
      const Gain& gain =
          *std::find_if(gains_[claim].begin(), gains_[claim].end(), [&](const Gain& each) {
            const std::size_t by = in_units(each);
            return by <= gained && row(claim + 1)[gained] == row(claim)[gained - by] + each.cost;
          });
      levels[claim] = gain.to;
      gained -= in_units(gain);
    }
    return levels;
  }

  std::int64_t base() const { return base_; }

 private:
  std::size_t in_units(const Gain& gain) const {
    return static_cast<std::size_t>(gain.points / unit_);
  }
  Cost* row(std::size_t claims) { return &cells_[claims * width_]; }
  const Cost* row(std::size_t claims) const { return &cells_[claims * width_]; }

  void fill() {
    cells_.assign((gains_.size() + 1) * width_, unreachable);
    cells_[0] = 0;
    std::size_t reached = 0;  // most units so far
    for (std::size_t claim = 0; claim < gains_.size(); ++claim) {
      const Cost* before = row(claim);
      Cost* after = row(claim + 1);
      std::size_t most = 0;
      for (const Gain& gain : gains_[claim]) {
        const std::size_t by = in_units(gain);
        most = std::max(most, by);
        for (std::size_t gained = 0; gained <= reached; ++gained) {
          after[gained + by] = std::min(after[gained + by], before[gained] + gain.cost);
        }
      }
      reached += most;
    }
  }

  std::vector<std::vector<Gain>> gains_;
  std::int64_t unit_ = 0;
  std::int64_t base_ = 0;
  std::size_t width_ = 1;
  std::vector<Cost> cells_;
};

}  // namespace

std::vector<Cost> shares_of(const Instance& instance) {
  std::vector<Cost> claims(instance.bundles.size(), 0);
  const auto count = [&claims](const std::vector<OpenClaim>& open) {
    for (const OpenClaim& claim : open) {
      for (const ClaimRaise& raise : claim.raises) ++claims[raise.bundle];
    }
  };
  count(instance.government);
  for (const Candidate& candidate : instance.candidates) count(candidate.claims);
  std::vector<Cost> shares;
  for (std::size_t b = 0; b < claims.size(); ++b) {
    shares.push_back(instance.bundles[b] * day / std::max<Cost>(1, claims[b]));
  }
  return shares;
}

std::vector<Way> frontier_of(const std::vector<OpenClaim>& claims, const BundleView& view,
                             std::int64_t base, Cost start) {
  return Table(claims, view).ways(base, start);
}

std::vector<Level> levels_of(const std::vector<OpenClaim>& claims, const BundleView& view,
                             std::int64_t base, const Way& way) {
  const Table table(claims, view);
  return table.levels(way.points - base - table.base());
}

std::vector<Way> hull_of(const std::vector<Way>& frontier) {
  std::vector<Way> hull;
  for (const Way& way : frontier) {
    while (hull.size() >= 2) {
      const Way& a = hull[hull.size() - 2];
      const Way& b = hull.back();
      const auto left = static_cast<Wide>(b.cost - a.cost) * (way.points - b.points);
      const auto right = static_cast<Wide>(way.cost - b.cost) * (b.points - a.points);
      if (left < right) break;
      hull.pop_back();
    }
    hull.push_back(way);
  }
  return hull;
}

}  // namespace jalur::planning
