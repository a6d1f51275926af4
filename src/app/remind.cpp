#include "app/remind.h"

#include <array>
#include <chrono>

#include "app/claim_subject.h"
#include "base/limits.h"
#include "registry/calendar.h"
#include "registry/readiness.h"

namespace jalur::app {

namespace {

using registry::ClaimState;

constexpr std::array days_before{7, 3, 1};
constexpr std::array days_late{1, 4, 8};

int days_from(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

// 0: not yet.
int level_before(int days_left) {
  int level = 0;
  for (const int days : days_before)
    if (days_left <= days) ++level;
  return level;
}

int level_late(int days) {
  int level = 0;
  for (const int least : days_late)
    if (days >= least) ++level;
  return level;
}

class Reminding {
 public:
  Reminding(const StoredYear& year, Date today) : year_(year), today_(today) {}

  std::vector<Reminder> run() {
    look_at(std::nullopt);
    for (std::size_t i = 0; i < year_.submissions.size(); ++i) look_at(i);
    return std::move(found_);
  }

 private:
  void look_at(std::optional<std::size_t> place) {
    const SubmissionRows rows = rows_of(year_, place);
    const std::string& id = place ? year_.submissions[*place] : year_.government_submission;
    const std::string& name = rows.innovation != nullptr ? rows.innovation->name : year_.data.name;
    if (rows.innovation != nullptr) finish(rows, id, name);
    endorse(rows, id, name);
    if (rows.course.state == SubmissionState::submitted) claims(rows, id, name);
  }

  void finish(const SubmissionRows& rows, const std::string& id, const std::string& name) {
    const bool unfinished =
        rows.course.state == SubmissionState::draft && !rows.course.waits_for_endorsement();
    const std::string& unit = rows.innovation->unit;
    const auto left = registry::days_left(year_.calendar, unit, today_);
    if (!unfinished || !left) return;
    const int level = level_before(*left);
    if (level == 0) return;
    found_.push_back({"finish",
                      id,
                      name,
                      {},
                      *registry::last_day(year_.calendar, unit),
                      level,
                      {{"days", std::to_string(*left)}}});
  }

  void endorse(const SubmissionRows& rows, const std::string& id, const std::string& name) {
    const auto due = registry::due_of(rows.course, year_.calendar.targets, today_);
    if (!due) return;
    add_late({"endorse", id, name, {}, due->on, 0, {}}, *rows.course.handed_in_at);
  }

  // Each answer is reminded of by itself; what waits for a verdict, in one for the submission.
  void claims(const SubmissionRows& rows, const std::string& id, const std::string& name) {
    std::optional<Instant> waits_since;
    std::optional<Date> verdict_due;
    int waiting = 0;
    for (const auto& [indicator, level] : rows.levels) {
      const auto standing = standing_in(rows, indicator);
      const auto due = registry::due_of(standing, indicator, year_.calendar.targets, today_);
      if (!due || !standing.since) continue;
      if (standing.state == ClaimState::returned)
        add_late({"answer", id, name, indicator.str(), due->on, 0, {}}, *standing.since);
      if (standing.state != ClaimState::waiting || !due->overdue) continue;
      ++waiting;
      if (waits_since && *waits_since <= *standing.since) continue;
      waits_since = standing.since;
      verdict_due = due->on;
    }
    if (waiting > 0)
      add_late({"verify", id, name, {}, *verdict_due, 0, {{"claims", std::to_string(waiting)}}},
               *waits_since);
  }

  void add_late(Reminder reminder, Instant since) {
    reminder.level = level_late(days_from(reminder.due, today_));
    if (reminder.level == 0) return;
    reminder.details.emplace_back("since", to_string(registry::day_of(since)));
    found_.push_back(std::move(reminder));
  }

  const StoredYear& year_;
  Date today_;
  std::vector<Reminder> found_;
};

}  // namespace

std::vector<Reminder> reminders_of(const StoredYear& year, Date today) {
  if (year.calendar.locked_at) return {};
  return Reminding(year, today).run();
}

Expected<std::int64_t> remind(House& house, Reminders& reminders) {
  const Instant now = house.clock.now();
  std::int64_t made = 0;
  std::optional<YearKey> after;
  while (true) {
    const auto years = house.store.years(after, limits::page_most);
    if (!years) return tl::unexpected(years.error());
    for (const YearSummary& summary : *years) {
      const auto year = house.years.get(summary.key);
      if (!year) return tl::unexpected(year.error());
      const auto due = reminders_of(**year, registry::day_of(now));
      if (due.empty()) continue;
      const auto some = reminders.remind(summary.key.region, due, now);
      if (!some) return tl::unexpected(some.error());
      made += *some;
    }
    if (years->size() < static_cast<std::size_t>(limits::page_most)) return made;
    after = years->back().key;
  }
}

}  // namespace jalur::app
