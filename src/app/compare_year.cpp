#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

Expected<ComparisonAnswer> compare_year(House& house, const YearKey& key, const std::string& with) {
  const auto own = year_with_rules(house, key);
  if (!own) return tl::unexpected(own.error());
  const auto to = house.rulesets.get(with);
  if (!to) {
    Error error = to.error();
    error.problems.front().field = "with";
    return tl::unexpected(error);
  }
  return ComparisonAnswer{compare(own->year->data, *own->ruleset, **to), own->ruleset, *to};
}

}  // namespace jalur::app
