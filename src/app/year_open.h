// Whether the calendar of a region's year lets somebody work.
#pragma once

#include <string>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/ports.h"

namespace jalur::app {

// Coordinators may until the year is locked, units only while it is open for them. Errors: conflict
// with the date; not_found; unavailable.
Expected<void> check_year_open(House& house, const accounts::Caller& caller,
                               accounts::Action action, const YearKey& key,
                               const std::string& unit);

}  // namespace jalur::app
