// Pages of evidence, newest first: ids sort by the time they were made, and a page begins after the
// last id of the page before.
#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"
#include "store/evidence.h"
#include "store/evidence_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

// A WHERE clause under construction with the values of its parameters, each with a name of its own.
class Condition {
 public:
  explicit Condition(const app::EvidenceQuery& query) {
    text_ = "WHERE e.region_code = :region";
    values_ = {query.region.str()};
    if (query.units) add_units(*query.units);
    if (query.unit) add("e.unit = ", *query.unit);
    if (query.shared) add("e.shared = ", std::int64_t{*query.shared ? 1 : 0});
    if (!query.kind.empty()) add("e.kind = ", query.kind);
    if (query.dated) add_dated(*query.dated);
    if (query.search.empty()) return;
    add("e.folded_words LIKE ", pattern_of(query.search));
    text_ += " ESCAPE '!'";
  }

  void add(const std::string& text, Cell value) {
    text_ += " AND " + text + named(std::move(value));
  }

  const std::string& text() const { return text_; }
  void give(Query& query) const {
    for (const Cell& value : values_) query.give(value);
  }

 private:
  // Values are given in the order of their names in the text, so each is named in a statement of
  // its own.
  std::string named(Cell value) {
    values_.push_back(std::move(value));
    return fmt::format(":v{}", values_.size());
  }

  void add_units(const std::vector<std::string>& units) {
    text_ += " AND (e.shared = 1";
    for (std::size_t i = 0; i < units.size(); ++i)
      text_ += (i == 0 ? " OR e.unit IN (" : ", ") + named(units[i]);
    text_ += units.empty() ? ")" : "))";
  }

  void add_dated(const std::vector<app::DatedFor>& all) {
    text_ += " AND (1 = 0";
    for (const app::DatedFor& dated : all) {
      text_ += " OR (e.dated_on >= " + named(fmt::format("{:04}-01-01", dated.year));
      text_ += " AND e.dated_on <= " + named(fmt::format("{:04}-12-31", dated.year));
      text_ +=
          " AND EXISTS (SELECT 1 FROM attachments a WHERE a.region_code = e.region_code "
          "AND a.evidence = e.id AND a.removed_at IS NULL AND a.indicator IN (";
      for (std::size_t i = 0; i < dated.indicators.size(); ++i)
        text_ += (i == 0 ? "" : ", ") + named(dated.indicators[i].str());
      text_ += ")))";
    }
    text_ += ")";
  }

  std::string text_;
  std::vector<Cell> values_;
};

std::int64_t count(Session& session, const Condition& condition) {
  std::int64_t total = 0;
  Query query(session.sql(), "SELECT COUNT(*) FROM evidence e " + condition.text());
  condition.give(query);
  query.take(total).next();
  return total;
}

}  // namespace

Expected<app::EvidencePage> read_evidence_page(Session& session, const app::EvidenceQuery& query) {
  Condition condition(query);
  app::EvidencePage page;
  page.total = count(session, condition);
  const std::string id = "e.id" + byte_order(session.engine());
  if (!query.after.empty()) condition.add(id + " < ", query.after);
  const int limit = std::clamp(query.limit, 1, limits::page_most);
  EvidenceRow row;
  Query rows(session.sql(), "SELECT " + EvidenceRow::columns + EvidenceRow::from +
                                condition.text() + " ORDER BY " + id + " DESC LIMIT :limit");
  condition.give(rows);
  rows.give(std::int64_t{limit} + 1);
  row.take(rows);
  while (rows.next()) {
    if (static_cast<int>(page.items.size()) == limit) {
      page.next = page.items.back().id;
      break;
    }
    page.items.push_back(row.as_evidence());
  }
  return page;
}

}  // namespace jalur::store
