// Pages of innovations. Keyset: a page begins after the keys of the last row of the page before,
// so pages stay right and quick however far one goes.
#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "store/cursor.h"
#include "store/queries.h"
#include "store/submission_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

// The expressions of ORDER BY, all ascending.
std::vector<std::string> order_of(app::InnovationSort sort, Engine engine) {
  const std::string name = "s.folded_name" + byte_order(engine);
  const std::string unit = "s.folded_unit" + byte_order(engine);
  const std::string id = "s.id" + byte_order(engine);
  switch (sort) {
    case app::InnovationSort::maturity:
      return {"(0 - s.maturity_claimed)", name, id};
    case app::InnovationSort::unit:
      return {unit, name, id};
    case app::InnovationSort::name:
      break;
  }
  return {name, id};
}

Cursor cursor_at(const SubmissionRow& row, app::InnovationSort sort) {
  const std::string name = folded(row.name);
  switch (sort) {
    case app::InnovationSort::maturity:
      return {sort, {std::to_string(-row.maturity_claimed), name, row.id}};
    case app::InnovationSort::unit:
      return {sort, {folded(row.unit), name, row.id}};
    case app::InnovationSort::name:
      break;
  }
  return {sort, {name, row.id}};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

// A WHERE clause under construction with the values of its parameters.
class Condition {
 public:
  explicit Condition(const app::InnovationQuery& query) {
    text_ =
        " WHERE s.region_code = :region AND s.year = :year AND s.withdrawn = 0 "
        "AND s.innovation IS NOT NULL";
    values_ = {query.key.region.str(), std::int64_t{query.key.year}};
    if (query.unit) add(" AND s.unit = :unit", *query.unit);
    if (query.drafts_of) hide_drafts(*query.drafts_of);
    if (query.stage) add(" AND s.stage = :stage", word(*query.stage));
    if (query.state) add(" AND s.state = :state", word(*query.state));
    if (query.search.empty()) return;
    add(" AND (s.folded_name LIKE :in_name ESCAPE '!'", pattern_of(query.search));
    add(" OR s.folded_unit LIKE :in_unit ESCAPE '!')", pattern_of(query.search));
  }

  void begin_after(const Cursor& cursor, const std::vector<std::string>& order) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < order.size(); ++i) names.push_back(":key" + std::to_string(i));
    text_ += " AND (" + joined(order) + ") > (" + joined(names) + ")";
    for (std::size_t i = 0; i < order.size(); ++i) {
      const bool is_number = cursor.sort == app::InnovationSort::maturity && i == 0;
      if (is_number) {
        values_.emplace_back(std::int64_t{std::stoll(cursor.keys[i])});
      } else {
        values_.emplace_back(cursor.keys[i]);
      }
    }
  }

  const std::string& text() const { return text_; }
  void give(Query& query) const {
    for (const Cell& value : values_) query.give(value);
  }

 private:
  // Only units of one's own: a handful of names, each under the index of units.
  void hide_drafts(const std::vector<std::string>& seen_of) {
    text_ += " AND (s.state IN ('submitted', 'rejected')";
    for (std::size_t i = 0; i < seen_of.size(); ++i) {
      text_ += (i == 0 ? " OR s.unit IN (:own" : ", :own") + std::to_string(i);
      values_.emplace_back(seen_of[i]);
    }
    text_ += seen_of.empty() ? ")" : "))";
  }

  void add(const std::string& text, std::string value) {
    text_ += text;
    values_.emplace_back(std::move(value));
  }

  std::string text_;
  std::vector<Cell> values_;
};

std::int64_t count(Session& session, const Condition& condition) {
  std::int64_t total = 0;
  Query query(session.sql(), "SELECT COUNT(*) FROM submissions s" + condition.text());
  condition.give(query);
  query.take(total).next();
  return total;
}

// Reads one row more than asked for: if it comes, there is a next page.
void read_page(Session& session, const Condition& condition, const std::vector<std::string>& order,
               app::InnovationSort sort, int limit, app::InnovationPage& page) {
  SubmissionRow row;
  std::string last;
  Query query(session.sql(), "SELECT " + SubmissionRow::columns + " FROM submissions s" +
                                 condition.text() + " ORDER BY " + joined(order) + " LIMIT :limit");
  condition.give(query);
  query.give(std::int64_t{limit} + 1);
  row.take(query);
  while (query.next()) {
    if (static_cast<int>(page.items.size()) == limit) {
      page.next = last;
      return;
    }
    page.items.push_back(
        {row.id, row.as_innovation(), row.maturity(), static_cast<int>(row.words)});
    last = written(cursor_at(row, sort));
  }
}

}  // namespace

Expected<app::InnovationPage> read_innovations(Session& session,
                                               const app::InnovationQuery& query) {
  if (const auto known = read_revision(session, query.key); !known) {
    return tl::make_unexpected(known.error());
  }
  Condition condition(query);
  app::InnovationPage page;
  page.total = query.total ? *query.total : count(session, condition);
  const std::vector<std::string> order = order_of(query.sort, session.engine());
  if (!query.after.empty()) {
    const auto cursor = cursor_from(query.after, query.sort);
    if (!cursor) {
      return fail(ErrorCode::invalid_input,
                  {"Penanda halaman ini tidak dikenal; pakai nilai `next` dari halaman sebelumnya "
                   "dengan urutan yang sama, atau mulai dari awal.",
                   "This page mark is not known; use the `next` of the page before with the same "
                   "sort, or start from the beginning."},
                  "after", query.after);
    }
    condition.begin_after(*cursor, order);
  }
  read_page(session, condition, order, query.sort, std::clamp(query.limit, 1, limits::page_most),
            page);
  return page;
}

}  // namespace jalur::store
