#include "store/connection.h"

#include <algorithm>
#include <utility>

#include <soci/sqlite3/soci-sqlite3.h>

#include "base/limits.h"

namespace jalur::store {

std::unique_ptr<soci::statement> Connection::borrow(const std::string& text) {
  const auto found = kept_.find(text);
  if (found != kept_.end()) {
    auto statement = std::move(found->second.statement);
    kept_.erase(found);
    return statement;
  }
  auto statement = std::make_unique<soci::statement>(sql_);
  statement->alloc();
  statement->prepare(text, soci::details::st_one_time_query);
  return statement;
}

void Connection::give_back(const std::string& text, std::unique_ptr<soci::statement> statement) {
  if (engine_ != Engine::sqlite) return;
  statement->bind_clean_up();
  // A statement with rows left would hold on to the state of the records that it began with.
  // SOCI does not export the type's own information, and the engine is known.
  const auto* const backend =
      static_cast<soci::sqlite3_statement_backend*>(statement->get_backend());
  sqlite_api::sqlite3_reset(backend->stmt_);
  kept_.insert_or_assign(text, Kept{std::move(statement), ++uses_});
  if (kept_.size() > limits::statements_kept) drop_oldest();
}

void Connection::drop_oldest() {
  kept_.erase(std::min_element(kept_.begin(), kept_.end(), [](const auto& one, const auto& other) {
    return one.second.used < other.second.used;
  }));
}

void Connection::forget() { kept_.clear(); }

}  // namespace jalur::store
