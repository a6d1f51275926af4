#include <algorithm>

#include "app/allowed.h"
#include "app/region_units.h"
#include "app/workflow_use_cases.h"

namespace jalur::app {

namespace {

using accounts::Action;
using registry::Calendar;
using registry::UnitException;

// Reasons are for the people of the region.
Calendar without_reasons(Calendar calendar) {
  calendar.lock_reason.clear();
  for (UnitException& exception : calendar.exceptions) exception.reason.clear();
  return calendar;
}

Expected<CalendarAnswer> answer_of(House& house, const YearKey& key, Calendar calendar) {
  const auto units = units_of(house, key.region);
  if (!units) return tl::unexpected(units.error());
  const Date today = registry::day_of(house.clock.now());
  CalendarAnswer answer{key, std::move(calendar), {}, {}, {}};
  answer.phase = registry::phase(answer.calendar, {}, today);
  answer.days_left = registry::days_left(answer.calendar, {}, today);
  for (const UnitException& exception : answer.calendar.exceptions)
    answer.unit_names.push_back(units->name_of(exception.unit));
  return answer;
}

Expected<CalendarAnswer> change(House& house, const accounts::Caller& caller, const YearKey& key,
                                std::function<Expected<CalendarEdit>(const Calendar&)> decide) {
  if (const auto may = allowed(house, caller, Action::manage_year, key.region, ""); !may)
    return tl::unexpected(may.error());
  auto calendar =
      house.workflow.change_calendar({key, std::move(decide), house.clock.now(),
                                      actor_for(caller, Action::manage_year, key.region, "")});
  if (!calendar) return tl::unexpected(calendar.error());
  return answer_of(house, key, std::move(*calendar));
}

std::string shown(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

std::string shown(const registry::Targets& targets) {
  return std::to_string(targets.endorse) + " " + std::to_string(targets.verify) + " " +
         std::to_string(targets.answer) + " " + std::to_string(targets.object) + " " +
         std::to_string(targets.decide);
}

Expected<CalendarEdit> edited(const Calendar& before, const CalendarGiven& given) {
  Calendar next = before;
  next.opens_on = given.opens_on;
  next.closes_on = given.closes_on;
  next.extended_to = given.extended_to;
  next.targets = given.targets;
  if (const auto right = registry::check(next); !right) return tl::unexpected(right.error());
  const bool extends = next.extended_to && next.extended_to != before.extended_to;
  if (extends) {
    if (const auto told = registry::check_reason(given.reason); !told)
      return tl::unexpected(told.error());
  }
  CalendarEdit edit{std::move(next), "year.calendar", {}};
  edit.details = {{"opens_on", shown(given.opens_on)},
                  {"closes_on", shown(given.closes_on)},
                  {"extended_to", shown(given.extended_to)},
                  {"targets", shown(given.targets)}};
  if (extends) edit.details.emplace_back("reason", given.reason);
  return edit;
}

// Every name the unit ever had, as submissions may call it.
std::vector<std::string> names_of(const StoredUnits& units, const std::string& unit) {
  std::vector<std::string> names;
  for (const auto& [name, id] : units.names)
    if (id == unit) names.push_back(name);
  return names;
}

tl::unexpected<Error> no_such_unit(const std::string& unit) {
  return fail(ErrorCode::not_found, {"Tidak ada unit ini.", "There is no such unit."}, "unit",
              unit);
}

CalendarEdit with_exception(Calendar calendar, const UnitException& exception,
                            const std::string& name) {
  auto& all = calendar.exceptions;
  std::erase_if(all, [&](const UnitException& each) { return each.unit == exception.unit; });
  all.push_back(exception);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });
  return {std::move(calendar),
          "year.exception_given",
          {{"unit", name}, {"until", to_string(exception.until)}, {"reason", exception.reason}}};
}

CalendarEdit without_exception(Calendar calendar, const std::string& unit,
                               const std::string& name) {
  std::erase_if(calendar.exceptions, [&](const UnitException& each) { return each.unit == unit; });
  return {std::move(calendar), "year.exception_ended", {{"unit", name}}};
}

}  // namespace

Expected<CalendarAnswer> show_calendar(House& house, const accounts::Caller& caller,
                                       const YearKey& key) {
  if (const auto may = allowed(house, caller, Action::read_figures, key.region, ""); !may)
    return tl::unexpected(may.error());
  const auto year = house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  const bool of_region = caller.signed_in() && caller.region == key.region;
  return answer_of(house, key, of_region ? (*year)->calendar : without_reasons((*year)->calendar));
}

Expected<CalendarAnswer> put_calendar(House& house, const accounts::Caller& caller,
                                      const YearKey& key, const CalendarGiven& given) {
  return change(house, caller, key, [&](const Calendar& before) { return edited(before, given); });
}

Expected<CalendarAnswer> set_exception(House& house, const accounts::Caller& caller,
                                       const YearKey& key, const std::string& unit,
                                       const std::optional<Date>& until,
                                       const std::string& reason) {
  if (const auto may = allowed(house, caller, Action::manage_year, key.region, ""); !may)
    return tl::unexpected(may.error());
  const auto units = house.units.units(key.region);
  if (!units) return tl::unexpected(units.error());
  const registry::UnitNode* node = registry::find(units->tree, unit);
  if (node == nullptr) return no_such_unit(unit);
  if (until) {
    if (const auto told = registry::check_reason(reason); !told)
      return tl::unexpected(told.error());
  }
  return change(house, caller, key, [&](const Calendar& before) -> Expected<CalendarEdit> {
    if (!until) return without_exception(before, unit, node->name);
    return with_exception(before, {unit, names_of(*units, unit), *until, reason}, node->name);
  });
}

Expected<CalendarAnswer> set_lock(House& house, const accounts::Caller& caller, const YearKey& key,
                                  Lock lock, const std::string& reason) {
  if (const auto may = allowed(house, caller, Action::manage_year, key.region, ""); !may)
    return tl::unexpected(may.error());
  if (const auto told = registry::check_reason(reason); !told) return tl::unexpected(told.error());
  const Instant now = house.clock.now();
  return change(house, caller, key, [&](const Calendar& before) -> Expected<CalendarEdit> {
    Calendar next = before;
    if (lock == Lock::on && !before.locked_at) {
      next.locked_at = now;
      next.lock_reason = reason;
    } else if (lock == Lock::off) {
      next.locked_at.reset();
      next.lock_reason.clear();
    }
    return CalendarEdit{
        std::move(next), lock == Lock::on ? "year.locked" : "year.unlocked", {{"reason", reason}}};
  });
}

}  // namespace jalur::app
