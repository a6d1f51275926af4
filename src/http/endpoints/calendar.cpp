// The calendar of a region's year.
#include "app/workflow_use_cases.h"
#include "formats/workflow.h"
#include "http/endpoints/workflow.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Expected<Answer> calendar_answer(const Expected<app::CalendarAnswer>& calendar) {
  if (!calendar) return tl::unexpected(calendar.error());
  return unkept_answer(calendar_json(*calendar));
}

Expected<app::YearKey> year_in(const Call& call) {
  Parameters given(call);
  const auto key = given.year_key();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return *key;
}

}  // namespace

Expected<Answer> get_calendar(const Call& call, const Site& site) {
  const auto key = year_in(call);
  if (!key) return tl::unexpected(key.error());
  return calendar_answer(app::show_calendar(site.house, *call.caller, *key));
}

Expected<Answer> put_calendar(const Call& call, const Site& site) {
  const auto key = year_in(call);
  if (!key) return tl::unexpected(key.error());
  const auto calendar = read_calendar(call.body);
  if (!calendar) return tl::unexpected(calendar.error());
  return calendar_answer(app::put_calendar(site.house, *call.caller, *key, *calendar));
}

Expected<Answer> put_exception(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto unit = given.uuid("unit");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto exception = read_exception(call.body);
  if (!exception) return tl::unexpected(exception.error());
  return calendar_answer(app::set_exception(site.house, *call.caller, *key, unit, exception->until,
                                            exception->reason));
}

Expected<Answer> end_exception(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto unit = given.uuid("unit");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return calendar_answer(
      app::set_exception(site.house, *call.caller, *key, unit, std::nullopt, {}));
}

Expected<Answer> lock_year(const Call& call, const Site& site) {
  const auto key = year_in(call);
  if (!key) return tl::unexpected(key.error());
  const auto reason = read_reason(call.body);
  if (!reason) return tl::unexpected(reason.error());
  return calendar_answer(app::set_lock(site.house, *call.caller, *key, app::Lock::on, *reason));
}

Expected<Answer> unlock_year(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto reason = given.needed_text("reason", limits::target_bytes);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return calendar_answer(app::set_lock(site.house, *call.caller, *key, app::Lock::off, reason));
}

}  // namespace jalur::http::endpoints
