#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

Expected<ScoreAnswer> score_year(House& house, const YearKey& key, const std::string& ruleset) {
  auto year = house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  const RegionYear& data = (*year)->data;
  const auto rules = house.rulesets.get(ruleset.empty() ? data.ruleset : ruleset);
  if (!rules) return tl::unexpected(rules.error());
  return ScoreAnswer{score(data, **rules), explain(data, **rules), *rules, *year};
}

}  // namespace jalur::app
