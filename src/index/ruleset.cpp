#include "index/ruleset.h"

#include <algorithm>

namespace jalur {

Level Measure::level_of(Hundredths figure) const {
  Level reached = Level::none;
  for (std::size_t i = 0; i < borders.size(); ++i) {
    const auto& border = borders[i];
    const bool meets =
        !border || (better == Better::higher ? figure >= *border : figure <= *border);
    if (meets) reached = static_cast<Level>(i + 1);
  }
  return reached;
}

const Indicator* Ruleset::find(IndicatorId indicator) const {
  const auto it =
      std::lower_bound(indicators.begin(), indicators.end(), indicator,
                       [](const Indicator& each, IndicatorId other) { return each.id < other; });
  return it == indicators.end() || it->id != indicator ? nullptr : &*it;
}

namespace {

Points maximum_of(const Ruleset& ruleset, Aspect aspect) {
  Points sum;
  for (const Indicator* indicator : indicators_of(ruleset, aspect)) sum += indicator->maximum();
  return sum;
}

}  // namespace

Points Ruleset::government_maximum() const { return maximum_of(*this, Aspect::government); }
Points Ruleset::maturity_maximum() const { return maximum_of(*this, Aspect::innovation); }
Points Ruleset::number_maximum() const {
  return formula.points_per_innovation * formula.innovations_cap;
}

const ClassBand& Ruleset::class_of(Hundredths rounded_index) const {
  const auto it = std::find_if(classes.begin(), classes.end(),
                               [&](const ClassBand& band) { return rounded_index >= band.from; });
  return it == classes.end() ? classes.back() : *it;
}

std::vector<const Indicator*> indicators_of(const Ruleset& ruleset, Aspect aspect) {
  std::vector<const Indicator*> found;
  for (const Indicator& indicator : ruleset.indicators) {
    if (indicator.aspect == aspect) found.push_back(&indicator);
  }
  return found;
}

}  // namespace jalur
