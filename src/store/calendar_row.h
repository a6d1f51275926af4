// The calendar of a year, as it stands in the columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "store/database.h"
#include "store/query.h"

namespace jalur::store {

struct CalendarRow {
  std::optional<std::string> opens_on;
  std::optional<std::string> closes_on;
  std::optional<std::string> extended_to;
  std::optional<std::string> locked_at;
  std::string lock_reason;
  std::string target_days;

  // The columns above, of a table called y; take() expects them in this order.
  static const std::string columns;
  void take(Query& query);
  registry::Calendar as_calendar() const;  // without exceptions
};

std::vector<registry::UnitException> read_exceptions(Session& session, const app::YearKey& key);

}  // namespace jalur::store
