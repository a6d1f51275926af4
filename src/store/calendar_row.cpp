#include "store/calendar_row.h"

#include "store/course_words.h"
#include "store/words.h"

namespace jalur::store {

const std::string CalendarRow::columns =
    "y.opens_on, y.closes_on, y.extended_to, y.locked_at, y.lock_reason, y.target_days";

void CalendarRow::take(Query& query) {
  query.take(opens_on).take(closes_on).take(extended_to).take(locked_at);
  query.take(lock_reason).take(target_days);
}

registry::Calendar CalendarRow::as_calendar() const {
  registry::Calendar calendar;
  calendar.opens_on = date_from(opens_on);
  calendar.closes_on = date_from(closes_on);
  calendar.extended_to = date_from(extended_to);
  calendar.locked_at = instant_from(locked_at);
  calendar.lock_reason = lock_reason;
  calendar.targets = targets_from(target_days);
  return calendar;
}

std::vector<registry::UnitException> read_exceptions(Session& session, const app::YearKey& key) {
  std::vector<registry::UnitException> exceptions;
  std::string unit, until, reason, name;
  Query query(session.sql(),
              "SELECT e.unit, e.until_on, e.reason, n.name FROM year_exceptions e "
              "JOIN unit_names n ON n.region_code = e.region_code AND n.unit = e.unit "
              "WHERE e.region_code = :region AND e.year = :year ORDER BY e.unit, n.name");
  query.give(key.region.str()).give(std::int64_t{key.year});
  query.take(unit).take(until).take(reason).take(name);
  while (query.next()) {
    if (exceptions.empty() || exceptions.back().unit != unit)
      exceptions.push_back({unit, {}, *date_from(until), reason});
    exceptions.back().names.push_back(name);
  }
  return exceptions;
}

}  // namespace jalur::store
