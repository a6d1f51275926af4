#include "planning/default_effort.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "planning/default_bundles.h"
#include "planning/default_new.h"
#include "planning/region_claims.h"

namespace jalur {

namespace {

// Calls `each` with every claim of the region and where it stands.
template <class Each>
void each_claim(const RegionYear& data, const Ruleset& ruleset, Basis basis, Each each) {
  for (const Indicator* indicator : indicators_of(ruleset, Aspect::government)) {
    each(ClaimRef{std::nullopt, indicator->id}, *indicator,
         government_of(data, basis).at(indicator->id));
  }
  const auto indicators = indicators_of(ruleset, Aspect::innovation);
  for (const Innovation* innovation : counted_innovations(data, ruleset)) {
    const Levels& levels = levels_of(*innovation, basis);
    for (const Indicator* indicator : indicators) {
      each(ClaimRef{innovation->id, indicator->id}, *indicator, levels.at(indicator->id));
    }
  }
}

// The efforts of an indicator's steps that can be made, [from][to]. They are the same for every
// innovation.
using Ways = std::array<std::array<std::optional<PersonDays>, 4>, 4>;

std::map<IndicatorId, Ways> ways_of(const Ruleset& ruleset, const Reach& reach) {
  std::map<IndicatorId, Ways> all;
  for (const Indicator& indicator : ruleset.indicators) {
    Ways& ways = all[indicator.id];
    for (std::size_t from = 0; from < 3; ++from) {
      for (std::size_t to = from + 1; to < 4; ++to) {
        const auto low = static_cast<Level>(from);
        const auto high = static_cast<Level>(to);
        if (reach.hindrance(indicator.id, low, high)) continue;
        ways[from][to] = reach.effort(indicator.id, low, high);
      }
    }
  }
  return all;
}

std::vector<EffortStep> default_steps(const RegionYear& data, const Ruleset& ruleset,
                                      const Reach& reach, Basis basis) {
  const auto ways = ways_of(ruleset, reach);
  std::vector<EffortStep> steps;
  each_claim(data, ruleset, basis,
             [&](const ClaimRef& claim, const Indicator& indicator, Level from) {
               const auto& efforts = ways.at(indicator.id)[static_cast<std::size_t>(from)];
               for (std::size_t to = 1; to < 4; ++to) {
                 if (efforts[to]) steps.push_back({claim, static_cast<Level>(to), *efforts[to]});
               }
             });
  return steps;
}

std::map<ClaimRef, Level> highest_of(const Effort& effort) {
  std::map<ClaimRef, Level> highest;
  const auto raise = [&](const ClaimRef& claim, Level to) {
    Level& level = highest[claim];
    level = std::max(level, to);
  };
  for (const EffortStep& step : effort.steps) raise(step.claim, step.to);
  for (const Bundle& bundle : effort.bundles) {
    for (const Bundle::Raise& each : bundle.raises) raise(each.claim, each.to);
  }
  return highest;
}

Text sentence(const Indicator& indicator, Level present, Level highest, const Text& why) {
  const bool stays = present == highest;
  return {fmt::format("{} {} parameter {}: {}.", indicator.short_name.id,
                      stays ? "tetap di" : "paling tinggi", number(highest), why.id),
          fmt::format("{} {} level {}: {}.", indicator.short_name.en,
                      stays ? "stays at" : "goes no higher than", number(highest), why.en)};
}

}  // namespace

Effort default_effort(const RegionYear& data, const Ruleset& ruleset, const Catalogue& catalogue,
                      Date today, Date deadline, Basis basis) {
  const Horizon horizon{today, deadline, data.year};
  if (horizon.over()) return {};
  const Reach reach(ruleset, catalogue, horizon);
  return {default_steps(data, ruleset, reach, basis),
          default_bundles(data, ruleset, catalogue, reach, basis, default_bundles_most),
          default_new_innovations(data, ruleset, catalogue, reach)};
}

std::vector<OutOfReach> out_of_reach(const RegionYear& data, const Ruleset& ruleset,
                                     const Catalogue& catalogue, Date today, Date deadline,
                                     Basis basis) {
  const Horizon horizon{today, deadline, data.year};
  const Reach reach(ruleset, catalogue, horizon);
  const auto highest = highest_of(default_effort(data, ruleset, catalogue, today, deadline, basis));
  std::vector<OutOfReach> all;
  each_claim(
      data, ruleset, basis, [&](const ClaimRef& claim, const Indicator& indicator, Level present) {
        const auto it = highest.find(claim);
        const Level top = it == highest.end() ? present : it->second;
        if (top == Level::three) return;
        const auto why = reach.hindrance(indicator.id, present, *level_of(number(top) + 1));
        if (!why) return;
        all.push_back(
            {claim, present, top, why->reason, sentence(indicator, present, top, why->text)});
      });
  return all;
}

}  // namespace jalur
