#include <algorithm>

#include "app/claim_subject.h"
#include "app/keyset.h"
#include "app/workflow_use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

struct Waiting {
  ListKey key;
  std::optional<std::size_t> place;
  const Indicator* indicator = nullptr;
  Instant since;
  Fraction effect;
};

// Everything that waits and fits the query.
class Collection {
 public:
  Collection(const accounts::Caller& caller, const QueueQuery& query, const YearWithRules& found)
      : caller_(caller),
        query_(query),
        year_(*found.year),
        ruleset_(*found.ruleset),
        figure_(score(year_.data, ruleset_).claimed) {}

  std::vector<Waiting> run() {
    take(std::nullopt);
    for (std::size_t i = 0; i < year_.submissions.size(); ++i) take(i);
    std::sort(found_.begin(), found_.end(),
              [](const Waiting& a, const Waiting& b) { return a.key < b.key; });
    return std::move(found_);
  }

 private:
  void take(std::optional<std::size_t> place) {
    const SubmissionRows rows = rows_of(year_, place);
    const std::string unit = rows.innovation != nullptr ? rows.innovation->unit : std::string();
    if (rows.course.state != SubmissionState::submitted) return;
    if (query_.unit && *query_.unit != unit) return;
    if (!accounts::may(caller_, accounts::Action::verify, {year_.data.code, unit, false})) return;
    const bool counted =
        rows.innovation == nullptr || is_counted(*rows.innovation, year_.data.year, ruleset_);
    for (const auto& [id, level] : rows.levels) take_claim(rows, place, id, counted);
  }

  void take_claim(const SubmissionRows& rows, std::optional<std::size_t> place, IndicatorId id,
                  bool counted) {
    if (query_.indicator && *query_.indicator != id) return;
    const auto standing = standing_in(rows, id);
    if (standing.state != registry::ClaimState::waiting) return;
    const Indicator* indicator = ruleset_.find(id);
    if (indicator == nullptr) return;
    const int verified = rows.verified ? number(rows.verified->at(id)) : 0;
    const int steps = counted ? number(rows.levels.at(id)) - verified : 0;
    const std::string& submission = place ? year_.submissions[*place] : year_.government_submission;
    const Instant since = standing.since.value_or(Instant{});
    found_.push_back({{number_of(since, *indicator, steps), submission, id},
                      place,
                      indicator,
                      since,
                      effect_of(*indicator, steps)});
  }

  Fraction effect_of(const Indicator& indicator, int steps) const {
    const auto one = next_level_effect(figure_, indicator, Level::none, true);
    return {one->numerator() * steps, one->denominator()};
  }

  // What the list is sorted by, lowest first.
  std::int64_t number_of(Instant since, const Indicator& indicator, int steps) const {
    if (query_.sort == QueueSort::age) return since.time_since_epoch().count();
    const int times = indicator.aspect == Aspect::government ? figure_.divisor : 1;
    return -(indicator.weight.count() * steps * times);
  }

  const accounts::Caller& caller_;
  const QueueQuery& query_;
  const StoredYear& year_;
  const Ruleset& ruleset_;
  Figure figure_;
  std::vector<Waiting> found_;
};

QueueItem item_of(const StoredYear& year, const Waiting& waiting, Date today) {
  const SubmissionRows rows = rows_of(year, waiting.place);
  const IndicatorId id = waiting.indicator->id;
  return {waiting.key.submission,
          rows.innovation != nullptr ? rows.innovation->name : year.data.name,
          rows.innovation != nullptr ? rows.innovation->unit : std::string(),
          waiting.indicator,
          rows.levels.at(id),
          rows.verified ? rows.verified->find(id) : std::nullopt,
          waiting.since,
          *registry::due_of({registry::ClaimState::waiting, waiting.since}, id,
                            year.calendar.targets, today),
          waiting.effect};
}

// [first, last) of the page.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

Range range_of(const std::vector<Waiting>& all, const std::optional<ListKey>& after,
               const std::optional<ListKey>& before, int limit) {
  const auto place = [&](auto found) { return static_cast<std::size_t>(found - all.begin()); };
  const auto size = static_cast<std::size_t>(limit);
  if (before) {
    const std::size_t last =
        place(std::lower_bound(all.begin(), all.end(), *before,
                               [](const Waiting& a, const ListKey& key) { return a.key < key; }));
    return {last > size ? last - size : 0, last};
  }
  const std::size_t first =
      after ? place(std::upper_bound(
                  all.begin(), all.end(), *after,
                  [](const ListKey& key, const Waiting& b) { return key < b.key; }))
            : 0;
  return {first, std::min(first + size, all.size())};
}

QueuePage page_of(const StoredYear& year, const std::vector<Waiting>& all, Range range,
                  Date today) {
  QueuePage page;
  page.total = static_cast<int>(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    QueueItem item = item_of(year, all[i], today);
    if (item.due.overdue) ++page.overdue;
    if (i >= range.first && i < range.last) page.items.push_back(std::move(item));
  }
  if (range.first > 0 && range.first < range.last) page.previous = written(all[range.first].key);
  if (range.last < all.size() && range.last > 0) page.next = written(all[range.last - 1].key);
  return page;
}

}  // namespace

Expected<QueuePage> verification_queue(House& house, const accounts::Caller& caller,
                                       const QueueQuery& query) {
  const auto after = list_key(query.after, "after");
  if (!after) return tl::unexpected(after.error());
  const auto before = list_key(query.before, "before");
  if (!before) return tl::unexpected(before.error());
  const auto found = year_with_rules(house, query.key);
  if (!found) return tl::unexpected(found.error());
  const auto all = Collection(caller, query, *found).run();
  return page_of(*found->year, all, range_of(all, *after, *before, query.limit),
                 registry::day_of(house.clock.now()));
}

}  // namespace jalur::app
