// One SQL statement with its values. The same text runs on both engines, so each parameter has a
// name of its own (`:region`) and values are given in the order in which the names stand.
#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <soci/soci.h>

#include "store/connection.h"
#include "store/failure.h"

namespace jalur::store {

// What stands after a column of text that is ordered or compared.
// Dialect: PostgreSQL would order text by the habits of the database's language; SQLite orders by
// bytes. Pages are to come in the same order on both.
std::string byte_order(Engine engine);

// What a parameter can be; nothing is NULL.
using Cell = std::variant<std::string, std::int64_t, std::optional<std::string>>;

class Query {
 public:
  Query(Connection& connection, std::string text);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& give(std::string value);
  Query& give(std::int64_t value);
  Query& give(std::optional<std::string> value);
  Query& give(Cell value);

  // Columns, in their order; the targets are filled by every next().
  Query& take(std::string& target);
  Query& take(int& target);
  Query& take(std::int64_t& target);
  Query& take(std::optional<std::string>& target);

  // Steps to the next row; false after the last one.
  bool next();
  // For a statement without an answer: runs it and gives the number of rows it changed.
  std::int64_t run();

 private:
  struct Nullable {
    std::string value;
    soci::indicator indicator = soci::i_null;
    std::optional<std::string>* target = nullptr;
  };
  void execute(bool whole);

  Connection& connection_;
  std::string text_;
  std::unique_ptr<soci::statement> statement_;
  bool executed_ = false;
  bool failed_ = false;  // or may have: SOCI has been called and has not come back
  // Addresses of what is inside must not change: the statement points there.
  std::deque<std::string> texts_;
  std::deque<std::int64_t> numbers_;
  std::deque<Nullable> nullable_;
};

// Rows for one table, sent many at a time: a round trip and a parse per few hundred rows.
class Rows {
 public:
  // "claims", "region_code, submission, ..."
  Rows(Connection& connection, std::string table, std::string columns);

  void add(std::vector<Cell> row);
  std::size_t waiting() const { return rows_.size(); }
  void send();

 private:
  void send_some(std::size_t first, std::size_t count);

  Connection& connection_;
  std::string head_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace jalur::store
