#include <algorithm>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/use_cases.h"
#include "app/year_rules.h"
#include "base/limits.h"

namespace jalur::app {

Expected<InnovationList> list_innovations(House& house, const accounts::Caller& caller,
                                          InnovationQuery query) {
  query.drafts_of = units_of_drafts(caller, query.key.region);
  const auto found = year_with_rules(house, query.key);
  if (!found) return tl::unexpected(found.error());
  auto page = house.store.innovations(query);
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
