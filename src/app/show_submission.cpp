#include <algorithm>

#include <fmt/format.h>

#include "app/claim_lines.h"
#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

ClaimLine claim_line(const Indicator& indicator, const Levels& levels,
                     const std::optional<Levels>& verified, const Figure& figure,
                     Counting counting) {
  const Level level = levels.at(indicator.id);
  return {&indicator, level, verified ? verified->find(indicator.id) : std::nullopt,
          next_level_effect(figure, indicator, level, counting == Counting::counted)};
}

Expected<SubmissionAnswer> show_submission(House& house, const std::string& id) {
  auto stored = house.store.submission(id);
  if (!stored) return tl::unexpected(stored.error());
  const auto found = year_with_rules(house, stored->key);
  if (!found) return tl::unexpected(found.error());
  const RegionYear& data = found->year->data;

  SubmissionAnswer answer;
  answer.year = found->year;
  answer.ruleset = found->ruleset;
  answer.score = score(data, *found->ruleset);
  const Innovation* innovation = stored->innovation ? &*stored->innovation : nullptr;
  const Aspect aspect = innovation != nullptr ? Aspect::innovation : Aspect::government;
  const Levels& levels = innovation != nullptr ? innovation->levels : data.government;
  const std::optional<Levels>& verified =
      innovation != nullptr ? innovation->verified_levels : data.government_verified;
  answer.counted = innovation == nullptr || is_counted(*innovation, data.year, *found->ruleset);
  if (innovation != nullptr) {
    answer.exclusion = exclusion_of(*innovation, data.year, *found->ruleset);
  }
  answer.maturity = maturity_of(levels, verified, *found->ruleset, aspect);
  for (const Indicator* indicator : indicators_of(*found->ruleset, aspect)) {
    answer.claims.push_back(claim_line(*indicator, levels, verified, answer.score.claimed,
                                       answer.counted ? Counting::counted : Counting::left_out));
  }
  answer.submission = std::move(*stored);
  return answer;
}

}  // namespace jalur::app
