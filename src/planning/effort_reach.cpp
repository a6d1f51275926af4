#include "planning/effort_reach.h"

#include <algorithm>

#include <fmt/format.h>

namespace jalur {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Everything: no narrower than any year of the calendar that we know.
constexpr YearSpan any_year{-1'000, 1'000};

sys_days first_day(int year) {
  return sys_days(std::chrono::year(year) / std::chrono::January / 1);
}

sys_days last_day(int year) {
  return sys_days(std::chrono::year(year) / std::chrono::December / 31);
}

YearSpan both(const YearSpan& a, const YearSpan& b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

std::string named(const YearSpan& years) {
  if (years.from == years.to) return std::to_string(years.from);
  return fmt::format("{}-{}", years.from, years.to);
}

Hindrance too_late(int needed, std::int64_t left) {
  return {OutOfReachReason::too_late,
          {fmt::format("dokumennya perlu {} hari, tersisa {} hari", needed, left),
           fmt::format("its document needs {} days, {} are left", needed, left)}};
}

}  // namespace

bool Horizon::over() const { return sys_days(today) > sys_days(deadline); }

Hindrance Reach::wrong_years(const Task& task) const {
  const std::string years = named(task.years);
  const YearSpan& span = task.years;
  if (span.from > span.to || last_day(span.to) < sys_days(horizon_.today)) {
    return {OutOfReachReason::years,
            {fmt::format("buktinya harus dari tahun {} dan tidak dapat dibuat lagi; bila sudah "
                         "ada, unggah saja",
                         years),
             fmt::format("its evidence must be of {} and cannot be made any more; if it is there "
                         "already, just hand it in",
                         years)}};
  }
  return {OutOfReachReason::years,
          {fmt::format("buktinya harus dari tahun {}, sesudah tenggat", years),
           fmt::format("its evidence must be of {}, after the deadline", years)}};
}

std::optional<Hindrance> Reach::hindrance(const Task& task) const {
  const sys_days today(horizon_.today);
  const sys_days deadline(horizon_.deadline);
  if (horizon_.over()) {
    const std::string day = to_string(horizon_.deadline);
    return Hindrance{OutOfReachReason::deadline_passed,
                     {fmt::format("tenggat {} sudah lewat", day),
                      fmt::format("the deadline of {} has passed", day)}};
  }
  const YearSpan& years = task.years;
  if (years.from > years.to || last_day(years.to) < today || first_day(years.from) > deadline) {
    return wrong_years(task);
  }
  const sys_days last = std::min(deadline, last_day(years.to));
  if (today + days(task.lead_days) <= last) return std::nullopt;
  return too_late(task.lead_days, (last - today).count());
}

std::optional<YearSpan> Reach::evidence_years(IndicatorId id) const {
  const Indicator* indicator = ruleset_.find(id);
  if (indicator == nullptr || indicator->evidence.empty()) return std::nullopt;
  YearSpan span{indicator->evidence.front().year_from, indicator->evidence.front().year_to};
  for (const EvidenceRule& rule : indicator->evidence) {
    span = {std::min(span.from, rule.year_from), std::max(span.to, rule.year_to)};
  }
  return span;
}

Reach::Task Reach::task_of(IndicatorId indicator, int lead_days,
                           const std::optional<YearSpan>& made_in) const {
  const YearSpan span =
      both(evidence_years(indicator).value_or(any_year), made_in.value_or(any_year));
  return {lead_days, {horizon_.year + span.from, horizon_.year + span.to}};
}

std::optional<Hindrance> Reach::hindrance(IndicatorId indicator, Level from, Level to) const {
  const Catalogue::Work* work = catalogue_.find_work(indicator);
  const Catalogue::Step* step = work != nullptr ? work->step(to) : nullptr;
  if (horizon_.over()) return hindrance(Task{0, {horizon_.year, horizon_.year}});
  if (step == nullptr) {
    return Hindrance{OutOfReachReason::not_by_work,
                     work != nullptr && work->beyond
                         ? *work->beyond
                         : Text{"katalog usaha tidak memuat pekerjaan untuk parameter ini",
                                "the effort catalogue holds no work for this level"}};
  }
  int lead = catalogue_.find_document(step->document)->lead_days;
  for (const Catalogue::Step* each = step; each->follows && number(each->to) > number(from) + 1;) {
    each = work->step(*level_of(number(each->to) - 1));
    const int own = catalogue_.find_document(each->document)->lead_days;
    if (auto before = hindrance(task_of(indicator, own, each->made_in))) return before;
    lead += own;
  }
  return hindrance(task_of(indicator, lead, step->made_in));
}

std::optional<Hindrance> Reach::hindrance(IndicatorId indicator, Level to,
                                          std::string_view document) const {
  const Catalogue::Work* work = catalogue_.find_work(indicator);
  const Catalogue::Step* step = work != nullptr ? work->step(to) : nullptr;
  return hindrance(task_of(indicator, catalogue_.find_document(document)->lead_days,
                           step != nullptr ? step->made_in : std::nullopt));
}

std::optional<PersonDays> Reach::effort(IndicatorId indicator, Level from, Level to) const {
  const Catalogue::Work* work = catalogue_.find_work(indicator);
  const Catalogue::Step* step = work != nullptr ? work->step(to) : nullptr;
  if (step == nullptr || from >= to) return std::nullopt;
  return step->days[static_cast<std::size_t>(number(from))];
}

std::optional<Hindrance> Reach::hindrance(const Catalogue::Start& start) const {
  const YearSpan window{ruleset_.eligibility.window_from_year, ruleset_.eligibility.window_to_year};
  const YearSpan span = start.running ? any_year : window;
  return hindrance(Task{start.lead_days, {horizon_.year + span.from, horizon_.year + span.to}});
}

}  // namespace jalur
