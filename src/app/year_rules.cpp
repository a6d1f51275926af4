#include "app/year_rules.h"

#include "index/score.h"

namespace jalur::app {

Expected<YearWithRules> year_with_rules(House& house, const YearKey& key) {
  auto year = house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  const auto ruleset = house.rulesets.get((*year)->data.ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  return YearWithRules{std::move(*year), *ruleset};
}

Maturity maturity_of(const Levels& levels, const std::optional<Levels>& verified,
                     const Ruleset& ruleset, Aspect aspect) {
  return {points_of(levels, ruleset, aspect),
          verified ? points_of(*verified, ruleset, aspect) : Points{}};
}

bool is_counted(const Innovation& innovation, int year, const Ruleset& ruleset) {
  return innovation.state == SubmissionState::submitted && !exclusion_of(innovation, year, ruleset);
}

}  // namespace jalur::app
