// One step, taken three times: region, indicator, unit. Each step weighs what the step before says
// as 4 claims and adds the claims it counts itself (the mean of a Dirichlet distribution, which for
// a claim of level 1 is the Beta distribution):
//
//   chance(v) = (4 x chance before(v) + claims verified at v) / (4 + claims)
//
// Where a unit has shown much, it decides; where it has shown nothing, the indicator does, and so
// on.
#include "planning/survival.h"

#include <algorithm>

namespace jalur {

namespace {

const std::string government_unit;

LevelChances refined(const LevelChances& before, const std::array<std::int64_t, 4>& outcomes) {
  double claims = survival_prior_claims;
  for (const std::int64_t count : outcomes) claims += static_cast<double>(count);
  LevelChances chances{};
  for (std::size_t v = 0; v < chances.size(); ++v) {
    chances[v] = (survival_prior_claims * before[v] + static_cast<double>(outcomes[v])) / claims;
  }
  return chances;
}

std::size_t place(Level level) { return static_cast<std::size_t>(number(level)); }

}  // namespace

void Survival::learn(const RegionYear& data) {
  OfRegion& region = regions_[data.code];
  if (data.government_verified) {
    learn_form(region, government_unit, data.government, *data.government_verified);
  }
  for (const Innovation& each : data.innovations) {
    if (each.state != SubmissionState::submitted || !each.verified_levels) continue;
    learn_form(region, each.unit, each.levels, *each.verified_levels);
  }
}

void Survival::learn_form(OfRegion& region, const std::string& unit, const Levels& claimed,
                          const Levels& verified) {
  for (const auto& [id, level] : claimed) {
    const auto found = verified.find(id);
    if (level == Level::none || !found) continue;
    const Level outcome = std::min(level, *found);
    OfIndicator& indicator = region.by_indicator[{id, level}];
    ++region.by_level[place(level)][place(outcome)];
    ++indicator.all[place(outcome)];
    ++indicator.by_unit[unit][place(outcome)];
    ++claims_;
    if (outcome == level) ++kept_;
  }
}

// Kept as often as claims are kept anywhere; when lowered, to each lower level alike.
LevelChances Survival::start(Level claimed) const {
  const double kept = static_cast<double>(survival_prior_kept + kept_) /
                      static_cast<double>(survival_prior_claims + claims_);
  LevelChances chances{};
  for (std::size_t v = 0; v < place(claimed); ++v) chances[v] = (1 - kept) / number(claimed);
  chances[place(claimed)] = kept;
  return chances;
}

LevelChances Survival::chances_in(const OfRegion* region, const std::string& unit,
                                  IndicatorId indicator, Level claimed) const {
  LevelChances chances = start(claimed);
  if (region == nullptr) return chances;
  chances = refined(chances, region->by_level[place(claimed)]);
  const auto known = region->by_indicator.find({indicator, claimed});
  if (known == region->by_indicator.end()) return chances;
  chances = refined(chances, known->second.all);
  const auto own = known->second.by_unit.find(unit);
  return own == known->second.by_unit.end() ? chances : refined(chances, own->second);
}

LevelChances Survival::chances(const RegionCode& region, const std::string& unit,
                               IndicatorId indicator, Level claimed) const {
  const auto known = regions_.find(region);
  return chances_in(known == regions_.end() ? nullptr : &known->second, unit, indicator, claimed);
}

ChancesOf Survival::chances_of(const RegionYear& data) const {
  const auto known = regions_.find(data.code);
  const OfRegion* const region = known == regions_.end() ? nullptr : &known->second;
  return [this, region, &data](std::optional<std::size_t> innovation, IndicatorId indicator,
                               Level claimed) {
    const std::string& unit = innovation ? data.innovations[*innovation].unit : government_unit;
    return chances_in(region, unit, indicator, claimed);
  };
}

double expected_points(const LevelChances& chances, Points weight) {
  const double level = chances[1] + 2 * chances[2] + 3 * chances[3];
  return static_cast<double>(weight.count()) / 100 * level;
}

}  // namespace jalur
