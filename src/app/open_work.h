// What somebody still has to do in a region's year, and what the index is expected to become.
#pragma once

#include "app/use_cases.h"

namespace jalur::app {

OpenWork open_work(const StoredYear& year, const std::vector<OpenObjection>& objections,
                   Date today);
ExpectedIndex expected_of(const StoredYear& year, const Ruleset& ruleset);

}  // namespace jalur::app
