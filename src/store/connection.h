// One connection to the database and the statements that were parsed on it before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include <soci/soci.h>

#include "store/failure.h"

namespace jalur::store {

// Parsing a statement takes several times longer than running it once more, so a connection to
// SQLite keeps what it has parsed, up to limits::statements_kept. On PostgreSQL a statement that is
// used once costs one round trip instead of three, and a kept one would hold its last rows.
// Used by one thread at a time.
class Connection {
 public:
  Connection(soci::session& sql, Engine engine) : sql_(sql), engine_(engine) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  soci::session& sql() { return sql_; }

  // A parsed statement, for the caller alone until it is given back. May throw what SOCI throws.
  std::unique_ptr<soci::statement> borrow(const std::string& text);
  // Lets go of its values and rows. One that failed is not given back.
  void give_back(const std::string& text, std::unique_ptr<soci::statement> statement);
  // Before the session is closed.
  void forget();
  std::size_t kept() const { return kept_.size(); }

 private:
  struct Kept {
    std::unique_ptr<soci::statement> statement;
    std::uint64_t used = 0;
  };
  void drop_oldest();

  soci::session& sql_;
  Engine engine_;
  std::map<std::string, Kept> kept_;
  std::uint64_t uses_ = 0;
};

}  // namespace jalur::store
