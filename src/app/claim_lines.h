// One claim as it is shown: its level, what was verified, what the next level brings.
#pragma once

#include "app/use_cases.h"

namespace jalur::app {

enum class Counting { counted, left_out };  // whether the index counts the submission

ClaimLine claim_line(const Indicator& indicator, const Levels& levels,
                     const std::optional<Levels>& verified, const Figure& figure,
                     Counting counting);

}  // namespace jalur::app
