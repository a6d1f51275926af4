#include "app/year_open.h"

#include "app/claim_subject.h"
#include "registry/calendar.h"

namespace jalur::app {

Expected<void> check_year_open(House& house, const accounts::Caller& caller,
                               accounts::Action action, const YearKey& key,
                               const std::string& unit) {
  const auto year = house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  Place place;
  place.key = key;
  place.unit = unit;
  return registry::check_may_change((*year)->calendar, unit, registry::day_of(house.clock.now()),
                                    hand_of(caller, action, place));
}

}  // namespace jalur::app
