#include "app/use_cases.h"

namespace jalur::app {

Expected<LedgerPage> list_ledger(House& house, const LedgerQuery& query) {
  if (query.from && query.to && *query.to < *query.from) {
    return fail(ErrorCode::invalid_input,
                {"hari terakhir harus sama dengan atau sesudah hari pertama",
                 "the last day must be the first day or later"},
                "to", to_string(*query.to));
  }
  return house.journal.page(query);
}

}  // namespace jalur::app
