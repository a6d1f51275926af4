#include <algorithm>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/use_cases.h"
#include "app/year_rules.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

bool sees(const InnovationQuery& query, const Innovation& innovation) {
  if (!query.drafts_of || innovation.state == SubmissionState::submitted ||
      innovation.state == SubmissionState::rejected) {
    return true;
  }
  const auto& own = *query.drafts_of;
  return std::find(own.begin(), own.end(), innovation.unit) != own.end();
}

bool fits(const InnovationQuery& query, const Innovation& innovation) {
  return sees(query, innovation) && (!query.unit || *query.unit == innovation.unit) &&
         (!query.stage || *query.stage == innovation.stage) &&
         (!query.state || *query.state == innovation.state);
}

// The year stands in memory anyway, where counting takes a fiftieth of the time it takes the
// database. Words are searched where the folded texts are.
std::optional<std::int64_t> total_of(const InnovationQuery& query, const RegionYear& data) {
  if (!query.search.empty()) return std::nullopt;
  return std::count_if(data.innovations.begin(), data.innovations.end(),
                       [&](const Innovation& innovation) { return fits(query, innovation); });
}

// Where all fit, nothing is hidden from the caller, and the filter on drafts would only cost time.
// A draft that came since the year was read is not shown: then the page is read with the filter.
Expected<InnovationPage> page_of(House& house, const InnovationQuery& query,
                                 const RegionYear& data) {
  if (query.drafts_of && query.total == static_cast<std::int64_t>(data.innovations.size())) {
    InnovationQuery open = query;
    open.drafts_of.reset();
    auto page = house.store.innovations(open);
    const auto is_seen = [&](const InnovationItem& item) { return sees(query, item.innovation); };
    if (!page || std::all_of(page->items.begin(), page->items.end(), is_seen)) return page;
  }
  return house.store.innovations(query);
}

}  // namespace

Expected<InnovationList> list_innovations(House& house, const accounts::Caller& caller,
                                          InnovationQuery query) {
  query.drafts_of = units_of_drafts(caller, query.key.region);
  const auto found = year_with_rules(house, query.key);
  if (!found) return tl::unexpected(found.error());
  query.total = total_of(query, found->year->data);
  auto page = page_of(house, query, found->year->data);
  if (!page) return tl::unexpected(page.error());
  InnovationList list;
  list.ruleset = found->ruleset;
  for (const InnovationItem& item : page->items) {
    list.exclusions.push_back(exclusion_of(item.innovation, query.key.year, *found->ruleset));
  }
  list.page = std::move(*page);
  return list;
}

}  // namespace jalur::app
