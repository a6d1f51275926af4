// What people are reminded of, before a deadline and when something is late.
#pragma once

#include <cstdint>
#include <vector>

#include "app/house.h"
#include "app/reminders.h"

namespace jalur::app {

// What is due in a region's year on that day:
// finish: a draft that was not handed in, 7, 3 and 1 days before the last day of its unit;
// endorse, answer, verify: what is 1, 4 and 8 days later than the calendar's targets.
// Of several levels that were reached, the highest. Nothing of a year that is locked.
std::vector<Reminder> reminders_of(const StoredYear& year, Date today);

// Over all regions and years; gives the number of new ones. May be called as often as one likes.
// Errors: unavailable.
Expected<std::int64_t> remind(House& house, Reminders& reminders);

}  // namespace jalur::app
