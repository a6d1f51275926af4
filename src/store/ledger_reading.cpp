// What is read from the log.
#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "store/ledger.h"
#include "store/ledger_row.h"

namespace jalur::store {

namespace {

// Bounds what is held in memory: PostgreSQL sends the whole answer of a statement at once.
constexpr std::int64_t entries_at_once = 1'000;

// Entries are in the order of their days, so the roots of finished days tell where to look; the
// rest, some of it not in a finished day, is held against the time itself.
constexpr const char* from_day =
    " AND sequence > COALESCE((SELECT MAX(r.last) FROM ledger_roots r "
    "WHERE r.region_code = ledger.region_code AND r.day < :from_day), 0) AND at >= :from_time";
constexpr const char* to_day =
    " AND sequence < COALESCE((SELECT MIN(r.first) FROM ledger_roots r "
    "WHERE r.region_code = ledger.region_code AND r.day > :to_day), 9223372036854775807) "
    "AND at < :to_time";

std::string day_begin(const Date& day) { return to_string(Instant(std::chrono::sys_days(day))); }

std::string day_end(const Date& day) {
  return to_string(Instant(std::chrono::sys_days(day) + std::chrono::days(1)));
}

std::string page_text(const app::LedgerQuery& query) {
  std::string text = "SELECT " + EntryRow::columns +
                     " FROM ledger WHERE region_code = :region AND sequence < :before";
  if (query.person) text += " AND person = :person";
  if (query.action) text += " AND action = :action";
  if (query.subject) text += " AND subject = :subject";
  if (query.from) text += from_day;
  if (query.to) text += to_day;
  return text + " ORDER BY sequence DESC LIMIT :limit";
}

void give_filters(Query& statement, const app::LedgerQuery& query) {
  if (query.person) statement.give(*query.person);
  if (query.action) statement.give(*query.action);
  if (query.subject) statement.give(*query.subject);
  if (query.from) statement.give(to_string(*query.from)).give(day_begin(*query.from));
  if (query.to) statement.give(to_string(*query.to)).give(day_end(*query.to));
}

// The sequence below which a page begins.
Expected<std::int64_t> begin_of(const std::string& after) {
  std::int64_t sequence = std::numeric_limits<std::int64_t>::max();
  if (after.empty()) return sequence;
  const char* const end = after.data() + after.size();
  const auto read = std::from_chars(after.data(), end, sequence);
  if (read.ec == std::errc() && read.ptr == end && sequence > 0) return sequence;
  return fail(
      ErrorCode::invalid_input,
      {"Penanda halaman ini tidak dikenal; pakai nilai `next` dari halaman sebelumnya, atau "
       "mulai dari awal.",
       "This page mark is not known; use the `next` of the page before, or start from the "
       "beginning."},
      "after", after);
}

// Gives the sequence of the last entry that was read; nothing when it is enough.
std::optional<std::int64_t> read_some(Session& session, const RegionCode& region,
                                      std::int64_t first,
                                      const std::function<bool(const app::StoredEntry&)>& take) {
  EntryRow row;
  std::int64_t count = 0;
  Query query(session.sql(), "SELECT " + EntryRow::columns +
                                 " FROM ledger WHERE region_code = :region AND "
                                 "sequence >= :first ORDER BY sequence LIMIT :limit");
  query.give(region.str()).give(first).give(entries_at_once);
  row.take(query);
  while (query.next()) {
    ++count;
    if (!take(row.as_entry(region))) return std::nullopt;
  }
  if (count < entries_at_once) return std::nullopt;
  return row.sequence;
}

std::vector<app::StoredRoot> read_roots(Session& session, const RegionCode& region) {
  std::vector<app::StoredRoot> roots;
  RootRow row;
  Query query(session.sql(), "SELECT " + RootRow::columns +
                                 " FROM ledger_roots WHERE region_code = :region ORDER BY day");
  query.give(region.str());
  row.take(query);
  while (query.next()) roots.push_back(row.as_root(region));
  return roots;
}

}  // namespace

Expected<app::LedgerPage> read_ledger_page(Session& session, const app::LedgerQuery& query) {
  const auto before = begin_of(query.after);
  if (!before) return tl::make_unexpected(before.error());
  const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, limits::page_most));
  app::LedgerPage page;
  EntryRow row;
  Query statement(session.sql(), page_text(query));
  statement.give(query.region.str()).give(*before);
  give_filters(statement, query);
  statement.give(static_cast<std::int64_t>(limit) + 1);  // if it comes, there is a next page
  row.take(statement);
  while (statement.next()) {
    if (page.items.size() == limit) {
      page.next = std::to_string(page.items.back().sequence);
      break;
    }
    page.items.push_back(row.entry(query.region));
  }
  return page;
}

// A region whose head was taken away is found by its entries.
std::vector<RegionCode> read_ledger_regions(Session& session) {
  std::vector<RegionCode> regions;
  std::string code;
  Query query(session.sql(),
              "SELECT region_code FROM ledger_heads UNION SELECT region_code FROM ledger_roots "
              "UNION SELECT region_code FROM ledger ORDER BY 1");
  query.take(code);
  while (query.next()) {
    if (const auto region = RegionCode::parse(code)) regions.push_back(*region);
  }
  return regions;
}

app::LedgerState read_ledger(Session& session, const RegionCode& region, std::int64_t first,
                             const std::function<bool(const app::StoredEntry&)>& take) {
  for (std::optional<std::int64_t> from = first; from;) {
    const auto last = read_some(session, region, *from, take);
    from = last ? std::optional(*last + 1) : std::nullopt;
  }
  return {read_ledger_head(session, region), read_roots(session, region)};
}

std::optional<ledger::Head> read_ledger_head(Session& session, const RegionCode& region) {
  ledger::Head head;
  std::string hash;
  Query query(session.sql(), "SELECT sequence, hash FROM ledger_heads WHERE region_code = :region");
  query.give(region.str()).take(head.sequence).take(hash);
  if (!query.next()) return std::nullopt;
  // What is no digest is told as one that fits nothing.
  head.hash = ledger::bytes_from_hex<32>(hash).value_or(ledger::Hash{});
  return head;
}

std::optional<ledger::DayRoot> read_root(Session& session, const RegionCode& region,
                                         std::optional<std::int64_t> sequence) {
  RootRow row;
  Query query(
      session.sql(),
      "SELECT " + RootRow::columns + " FROM ledger_roots WHERE region_code = :region " +
          (sequence ? "AND last >= :sequence ORDER BY last LIMIT 1" : "ORDER BY day DESC LIMIT 1"));
  query.give(region.str());
  if (sequence) query.give(*sequence);
  row.take(query);
  if (!query.next()) return std::nullopt;
  const auto root = row.as_root(region).root;
  if (!root) throw Damaged("root of the day \"" + row.day + "\"");
  if (sequence && *sequence < root->first) return std::nullopt;
  return root;
}

}  // namespace jalur::store
