#include "app/open_work.h"

#include <algorithm>
#include <map>

#include "app/claim_subject.h"

namespace jalur::app {

namespace {

using registry::ClaimState;

// Counts by unit; the government's own rows are nobody's.
class Count {
 public:
  Count(const StoredYear& year, Date today) : year_(year), today_(today) {}

  void submission(std::optional<std::size_t> place) {
    const SubmissionRows rows = rows_of(year_, place);
    const auto& course = rows.course;
    const auto due = registry::due_of(course, year_.calendar.targets, today_);
    WorkCounts counts;
    counts.to_endorse = due ? 1 : 0;
    counts.drafts = course.state == SubmissionState::draft && !due ? 1 : 0;
    counts.overdue = due && due->overdue ? 1 : 0;
    for (const auto& [id, level] : rows.levels) claim(rows, id, counts);
    add(place, counts);
  }

  void objection(const OpenObjection& open) {
    const auto due = registry::due_of_objection(open.objection.made.at, open.indicator,
                                                year_.calendar.targets, today_);
    WorkCounts counts;
    counts.objections = 1;
    counts.overdue = due.overdue ? 1 : 0;
    add(place_in(year_, open.submission), counts);
  }

  OpenWork work() const {
    OpenWork work;
    work.total = total_;
    work.units.assign(units_.begin(), units_.end());
    std::stable_sort(work.units.begin(), work.units.end(),
                     [](const auto& a, const auto& b) { return a.second.all() > b.second.all(); });
    return work;
  }

 private:
  void claim(const SubmissionRows& rows, IndicatorId id, WorkCounts& counts) const {
    const auto standing = standing_in(rows, id);
    if (standing.state == ClaimState::waiting) ++counts.waiting;
    if (standing.state == ClaimState::returned) ++counts.returned;
    const auto due = registry::due_of(standing, id, year_.calendar.targets, today_);
    if (due && due->overdue) ++counts.overdue;
  }

  static void sum(WorkCounts& to, const WorkCounts& more) {
    to.drafts += more.drafts;
    to.to_endorse += more.to_endorse;
    to.waiting += more.waiting;
    to.returned += more.returned;
    to.objections += more.objections;
    to.overdue += more.overdue;
  }

  void add(std::optional<std::size_t> place, const WorkCounts& counts) {
    if (counts.all() == 0) return;
    sum(total_, counts);
    if (place) sum(units_[year_.data.innovations[*place].unit], counts);
  }

  const StoredYear& year_;
  Date today_;
  WorkCounts total_;
  std::map<std::string, WorkCounts> units_;
};

}  // namespace

OpenWork open_work(const StoredYear& year, const std::vector<OpenObjection>& objections,
                   Date today) {
  Count count(year, today);
  count.submission(std::nullopt);
  for (std::size_t i = 0; i < year.submissions.size(); ++i) count.submission(i);
  for (const OpenObjection& open : objections) count.objection(open);
  OpenWork work = count.work();
  work.phase = registry::phase(year.calendar, {}, today);
  work.days_left = registry::days_left(year.calendar, {}, today);
  return work;
}

ExpectedIndex expected_of(const StoredYear& year, const Ruleset& ruleset) {
  return expected_index(year.data, ruleset, [&](auto place, IndicatorId indicator) {
    const auto state = standing_in(rows_of(year, place), indicator).state;
    const bool decided = state == ClaimState::accepted || state == ClaimState::lowered ||
                         state == ClaimState::returned;
    return decided ? Decision::decided : Decision::open;
  });
}

}  // namespace jalur::app
