#include "planning/instance.h"

#include <algorithm>
#include <map>
#include <utility>

#include "index/score.h"

namespace jalur::planning {

namespace {

// The claims of one innovation, or of the region, while they are gathered.
class Claims {
 public:
  Claims(const Ruleset& ruleset, Aspect aspect, const Levels& levels)
      : ruleset_(ruleset), aspect_(aspect), levels_(levels) {}

  void step(IndicatorId indicator, Level to, PersonDays effort) {
    OpenClaim* claim = at(indicator, to);
    if (claim != nullptr) claim->steps.push_back({to, points(indicator, to), effort});
  }

  void raise(IndicatorId indicator, Level to, std::size_t bundle) {
    OpenClaim* claim = at(indicator, to);
    if (claim != nullptr) claim->raises.push_back({bundle, to, points(indicator, to)});
  }

  std::vector<OpenClaim> open() const {
    std::vector<OpenClaim> list;
    for (const auto& [indicator, claim] : claims_) list.push_back(claim);
    return list;
  }

  // Of the claims that stay as they are.
  std::int64_t base_points() const {
    std::int64_t sum = points_of(levels_, ruleset_, aspect_).count();
    for (const auto& [indicator, claim] : claims_) sum -= claim.from_points;
    return sum;
  }

 private:
  std::int64_t points(IndicatorId indicator, Level level) const {
    return ruleset_.find(indicator)->weight.count() * number(level);
  }

  // Nothing for a level that would not raise the claim, or not in this aspect.
  OpenClaim* at(IndicatorId indicator, Level to) {
    const Indicator* known = ruleset_.find(indicator);
    if (known == nullptr || known->aspect != aspect_) return nullptr;
    const Level from = levels_.at(indicator);
    if (to <= from) return nullptr;
    OpenClaim& claim = claims_[indicator];
    claim.indicator = indicator;
    claim.from = from;
    claim.from_points = points(indicator, from);
    return &claim;
  }

  const Ruleset& ruleset_;
  Aspect aspect_;
  const Levels& levels_;
  std::map<IndicatorId, OpenClaim> claims_;
};

int service_of(const std::vector<int>& affairs, const Formula& formula) {
  const auto& services = formula.basic_services;
  if (affairs.empty()) return -1;
  const auto found = std::find(services.begin(), services.end(), affairs.front());
  return found == services.end() ? -1 : static_cast<int>(found - services.begin());
}

Instance with_formula(const RegionYear& data, const Formula& formula) {
  Instance instance;
  const auto rejected = static_cast<int>(std::count_if(
      data.innovations.begin(), data.innovations.end(),
      [](const Innovation& each) { return each.state == SubmissionState::rejected; }));
  instance.minimum_divisor = formula.minimum_divisor;
  instance.always_in_divisor = formula.rejected_in_divisor ? rejected : 0;
  instance.always_in_number = formula.rejected_in_number ? rejected : 0;
  instance.points_per_innovation = formula.points_per_innovation.count();
  instance.innovations_cap = formula.innovations_cap;
  instance.services = static_cast<int>(formula.basic_services.size());
  instance.services_required = formula.basic_services_required;
  instance.maximum = formula.maximum.count();
  return instance;
}

bool counts(const Innovation& innovation, int year, const Ruleset& ruleset) {
  return innovation.state == SubmissionState::submitted && !exclusion_of(innovation, year, ruleset);
}

// Whose claims they are: by the innovation's id, nothing for the region.
using ClaimsByOwner = std::map<std::optional<std::string>, Claims>;

void add_efforts(const Effort& effort, ClaimsByOwner& owners) {
  for (const EffortStep& step : effort.steps) {
    const auto owner = owners.find(step.claim.innovation);
    if (owner != owners.end()) owner->second.step(step.claim.indicator, step.to, step.effort);
  }
  for (std::size_t bundle = 0; bundle < effort.bundles.size(); ++bundle) {
    for (const Bundle::Raise& raise : effort.bundles[bundle].raises) {
      const auto owner = owners.find(raise.claim.innovation);
      if (owner != owners.end()) owner->second.raise(raise.claim.indicator, raise.to, bundle);
    }
  }
  for (const NewInnovation& each : effort.new_innovations) {
    Claims& claims = owners.at(each.id);
    for (const NewInnovation::Step& step : each.steps) {
      claims.step(step.indicator, step.to, step.effort);
    }
  }
}

}  // namespace

int Instance::divisor(int innovations) const {
  return std::max(minimum_divisor, innovations + always_in_divisor);
}

std::int64_t Instance::number_points(int innovations, bool gate_met) const {
  if (!gate_met) return 0;
  return points_per_innovation * std::min(innovations + always_in_number, innovations_cap);
}

// With T the points times the divisor d, the index is T x 10000 / (maximum x d) hundredths, and
// rounds to the target X when it is at least X - 1/2.
std::int64_t Instance::points_needed(Hundredths target, int innovations, bool gate_met) const {
  const std::int64_t d = divisor(innovations);
  const auto halves = static_cast<Wide>(2 * target.count() - 1) * maximum * d;
  const auto total = static_cast<std::int64_t>((halves + 19'999) / 20'000);
  return total - d * number_points(innovations, gate_met);
}

Instance instance_of(const RegionYear& data, const Ruleset& ruleset, const Effort& effort,
                     Withholding withholding) {
  Instance instance = with_formula(data, ruleset.formula);
  for (const Bundle& bundle : effort.bundles) instance.bundles.push_back(bundle.effort);
  ClaimsByOwner owners;
  owners.try_emplace(std::nullopt, ruleset, Aspect::government, data.government);
  for (const Innovation& innovation : data.innovations) {
    if (!counts(innovation, data.year, ruleset)) continue;
    owners.try_emplace(innovation.id, ruleset, Aspect::innovation, innovation.levels);
    instance.candidates.push_back({innovation.id,
                                   false,
                                   withholding == Withholding::allowed,
                                   0,
                                   service_of(innovation.affairs, ruleset.formula),
                                   0,
                                   {}});
  }
  for (const NewInnovation& each : effort.new_innovations) {
    owners.try_emplace(each.id, ruleset, Aspect::innovation, each.levels);
    instance.candidates.push_back(
        {each.id, true, true, each.effort, service_of(each.affairs, ruleset.formula), 0, {}});
  }
  add_efforts(effort, owners);
  instance.government = owners.at(std::nullopt).open();
  instance.government_points = owners.at(std::nullopt).base_points();
  for (Candidate& candidate : instance.candidates) {
    const Claims& claims = owners.at(candidate.id);
    candidate.claims = claims.open();
    candidate.base_points = claims.base_points();
  }
  return instance;
}

}  // namespace jalur::planning
