#include "store/query.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "store/failure.h"

namespace jalur::store {

namespace {

// SQLite looks a parameter's name up among all those before it, so the time of a statement grows
// with the square of their number; a round trip to PostgreSQL asks for many. Measured best on
// SQLite.
constexpr std::size_t parameters_per_statement = 350;

std::string value_list(std::size_t rows, std::size_t columns) {
  std::string text;
  std::size_t parameter = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    text += row == 0 ? "(" : ", (";
    for (std::size_t column = 0; column < columns; ++column) {
      text += (column == 0 ? ":p" : ", :p") + std::to_string(++parameter);
    }
    text += ")";
  }
  return text;
}

bool is_text(const std::string& value) {
  return value.find('\0') == std::string::npos && is_utf8(value);
}

}  // namespace

std::string byte_order(Engine engine) {
  return engine == Engine::postgresql ? " COLLATE \"C\"" : "";
}

Query::Query(Connection& connection, std::string text)
    : connection_(connection), text_(std::move(text)), statement_(connection.borrow(text_)) {}

Query::~Query() {
  if (!failed_) connection_.give_back(text_, std::move(statement_));
}

Query& Query::give(std::string value) {
  if (!is_text(value)) throw NotText("value of " + std::to_string(value.size()) + " bytes");
  statement_->exchange(soci::use(texts_.emplace_back(std::move(value))));
  return *this;
}

Query& Query::give(std::int64_t value) {
  statement_->exchange(soci::use(numbers_.emplace_back(value)));
  return *this;
}

Query& Query::give(std::optional<std::string> value) {
  if (value) return give(std::move(*value));
  Nullable& null = nullable_.emplace_back();
  statement_->exchange(soci::use(null.value, null.indicator));
  return *this;
}

Query& Query::give(Cell value) {
  std::visit([this](auto&& held) { give(std::move(held)); }, std::move(value));
  return *this;
}

Query& Query::take(std::string& target) {
  statement_->exchange(soci::into(target));
  return *this;
}

Query& Query::take(int& target) {
  statement_->exchange(soci::into(target));
  return *this;
}

Query& Query::take(std::int64_t& target) {
  statement_->exchange(soci::into(target));
  return *this;
}

Query& Query::take(std::optional<std::string>& target) {
  Nullable& column = nullable_.emplace_back();
  column.target = &target;
  statement_->exchange(soci::into(column.value, column.indicator));
  return *this;
}

// What throws on the way leaves the statement to be thrown away.
void Query::execute(bool whole) {
  failed_ = true;
  statement_->define_and_bind();
  statement_->execute(whole);
  executed_ = true;
  failed_ = false;
}

bool Query::next() {
  if (!executed_) execute(false);
  failed_ = true;
  const bool found = statement_->fetch();
  failed_ = false;
  if (!found) return false;
  for (Nullable& column : nullable_) {
    if (column.target == nullptr) continue;
    *column.target =
        column.indicator == soci::i_null ? std::nullopt : std::optional(std::move(column.value));
  }
  return true;
}

std::int64_t Query::run() {
  execute(true);
  return statement_->get_affected_rows();
}

Rows::Rows(Connection& connection, std::string table, std::string columns)
    : connection_(connection), head_("INSERT INTO " + table + " (" + columns + ") VALUES ") {}

void Rows::add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }

void Rows::send() {
  if (rows_.empty()) return;
  const std::size_t at_once = parameters_per_statement / rows_.front().size();
  for (std::size_t first = 0; first < rows_.size(); first += at_once) {
    send_some(first, std::min(at_once, rows_.size() - first));
  }
  rows_.clear();
}

void Rows::send_some(std::size_t first, std::size_t count) {
  Query insert(connection_, head_ + value_list(count, rows_.front().size()));
  for (std::size_t row = first; row < first + count; ++row) {
    for (Cell& cell : rows_[row]) insert.give(std::move(cell));
  }
  insert.run();
}

}  // namespace jalur::store
