// Small steps that several use cases share.
#pragma once

#include <memory>
#include <string>

#include "app/house.h"

namespace jalur::app {

// A region's year together with the rules in force for it.
struct YearWithRules {
  std::shared_ptr<const StoredYear> year;
  const Ruleset* ruleset = nullptr;
};
Expected<YearWithRules> year_with_rules(House& house, const YearKey& key);

// Points of a submission under the rules, claimed and verified.
Maturity maturity_of(const Levels& levels, const std::optional<Levels>& verified,
                     const Ruleset& ruleset, Aspect aspect);

// Whether the index counts this innovation: submitted and eligible.
bool is_counted(const Innovation& innovation, int year, const Ruleset& ruleset);

}  // namespace jalur::app
