// The calendar of a year changed: the row renewed, exceptions replaced, the log told what is new.
#include "store/calendar_row.h"
#include "store/course_words.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/words.h"
#include "store/workflow.h"

namespace jalur::store {

namespace {

// Counts the change, whether the year is locked or not: it may be to unlock it.
std::optional<registry::Calendar> take_calendar(Session& session, const app::YearKey& key) {
  CalendarRow row;
  Query query(session.sql(),
              "UPDATE years AS y SET revision = revision + 1 "
              "WHERE region_code = :region AND year = :year RETURNING "
              "opens_on, closes_on, extended_to, locked_at, lock_reason, target_days");
  query.give(key.region.str()).give(std::int64_t{key.year});
  row.take(query);
  if (!query.next()) return std::nullopt;
  registry::Calendar calendar = row.as_calendar();
  calendar.exceptions = read_exceptions(session, key);
  return calendar;
}

void renew(Session& session, const app::YearKey& key, const registry::Calendar& calendar) {
  Query(session.sql(),
        "UPDATE years SET opens_on = :opens, closes_on = :closes, extended_to = :extended, "
        "locked_at = :locked, lock_reason = :reason, target_days = :days "
        "WHERE region_code = :region AND year = :year")
      .give(packed(calendar.opens_on))
      .give(packed(calendar.closes_on))
      .give(packed(calendar.extended_to))
      .give(packed(calendar.locked_at))
      .give(calendar.lock_reason)
      .give(packed(calendar.targets))
      .give(key.region.str())
      .give(std::int64_t{key.year})
      .run();
}

void replace_exceptions(Session& session, const app::YearKey& key,
                        const registry::Calendar& calendar) {
  Query(session.sql(), "DELETE FROM year_exceptions WHERE region_code = :region AND year = :year")
      .give(key.region.str())
      .give(std::int64_t{key.year})
      .run();
  Rows rows(session.sql(), "year_exceptions", "region_code, year, unit, until_on, reason");
  for (const registry::UnitException& exception : calendar.exceptions) {
    rows.add({key.region.str(), std::int64_t{key.year}, exception.unit, to_string(exception.until),
              exception.reason});
  }
  rows.send();
}

}  // namespace

Expected<registry::Calendar> write_calendar(Session& session, const app::CalendarChange& change) {
  const auto before = take_calendar(session, change.key);
  if (!before) return no_such_year(change.key);
  const auto edit = change.decide(*before);
  if (!edit) return tl::unexpected(edit.error());
  if (edit->calendar == *before) {
    session.keep_nothing();
    return *before;
  }
  renew(session, change.key, edit->calendar);
  replace_exceptions(session, change.key, edit->calendar);
  const std::string year = std::to_string(change.key.year);
  append_to_ledger(session, change.key.region, {change.by, edit->action, year, year, edit->details},
                   change.at);
  return edit->calendar;
}

}  // namespace jalur::store
