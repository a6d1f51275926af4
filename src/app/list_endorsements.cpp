#include <algorithm>

#include "app/keyset.h"
#include "app/workflow_use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

ListKey key_of(const EndorsementItem& item) {
  return {item.handed_in_at.time_since_epoch().count(), item.submission, {}};
}

std::vector<EndorsementItem> waiting_for(const accounts::Caller& caller, const YearWithRules& found,
                                         Date today) {
  const StoredYear& year = *found.year;
  std::vector<EndorsementItem> items;
  for (std::size_t i = 0; i < year.submissions.size(); ++i) {
    const Innovation& innovation = year.data.innovations[i];
    const registry::Course& course = year.courses.at(i);
    const auto due = registry::due_of(course, year.calendar.targets, today);
    if (!due ||
        !accounts::may(caller, accounts::Action::endorse, {year.data.code, innovation.unit, false}))
      continue;
    items.push_back({year.submissions[i], innovation.name, innovation.unit, *course.handed_in_at,
                     *due, maturity(innovation.levels, *found.ruleset)});
  }
  return items;
}

}  // namespace

Expected<EndorsementPage> list_endorsements(House& house, const accounts::Caller& caller,
                                            const YearKey& key, const std::string& after,
                                            int limit) {
  const auto from = list_key(after, "after");
  if (!from) return tl::unexpected(from.error());
  const auto found = year_with_rules(house, key);
  if (!found) return tl::unexpected(found.error());
  auto items = waiting_for(caller, *found, registry::day_of(house.clock.now()));
  std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
  EndorsementPage page;
  page.total = static_cast<int>(items.size());
  for (EndorsementItem& item : items) {
    if (*from && key_of(item) <= **from) continue;
    if (static_cast<int>(page.items.size()) == limit) {
      page.next = written(key_of(page.items.back()));
      break;
    }
    page.items.push_back(std::move(item));
  }
  return page;
}

}  // namespace jalur::app
