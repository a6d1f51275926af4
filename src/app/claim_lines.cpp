#include "app/claim_lines.h"

namespace jalur::app {

ClaimLine ClaimLines::of(const Indicator& indicator) const {
  const Level level = rows.levels.at(indicator.id);
  const auto standing = standing_in(rows, indicator.id);
  return {&indicator,
          level,
          rows.verified ? rows.verified->find(indicator.id) : std::nullopt,
          next_level_effect(figure, indicator, level, counting == Counting::counted),
          standing,
          registry::due_of(standing, indicator.id, targets, today)};
}

}  // namespace jalur::app
