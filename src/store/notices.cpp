#include "store/notices.h"

#include <algorithm>
#include <limits>

#include "store/ledger_row.h"
#include "store/query.h"

namespace jalur::store {

namespace {

std::optional<std::int64_t> read_told(Session& session, const RegionCode& region) {
  std::int64_t sequence = 0;
  Query query(session.sql(), "SELECT sequence FROM told WHERE region_code = :region");
  query.give(region.str()).take(sequence);
  if (!query.next()) return std::nullopt;
  return sequence;
}

// Whether it is ours to tell: false when somebody else has told these entries meanwhile.
bool move_told(Session& session, const app::Telling& telling) {
  return Query(session.sql(),
               "INSERT INTO told (region_code, sequence) VALUES (:region, :up_to) "
               "ON CONFLICT (region_code) DO UPDATE SET sequence = excluded.sequence "
               "WHERE told.sequence = :after")
             .give(telling.region.str())
             .give(telling.up_to)
             .give(telling.after)
             .run() > 0;
}

std::string places_for(const char* name, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += std::string(i == 0 ? ":" : ", :") + name + std::to_string(i);
  return text;
}

std::int64_t tell_one(Session& session, const RegionCode& region, const app::News& news) {
  const app::Audience& audience = news.audience;
  std::string text =
      "INSERT INTO notices (region_code, person, sequence) "
      "SELECT DISTINCT p.region_code, p.id, CAST(:sequence AS BIGINT) FROM grants g "
      "JOIN people p ON p.region_code = g.region_code AND p.id = g.person "
      "WHERE g.region_code = :region AND p.state = 'active' AND p.id <> :except AND g.role IN (" +
      places_for("role", audience.roles.size()) + ")";
  if (!audience.units.empty())
    text += " AND g.unit IN (" + places_for("unit", audience.units.size()) + ")";
  Query query(session.sql(), text);
  query.give(news.sequence).give(region.str()).give(audience.except);
  for (const accounts::Role role : audience.roles) query.give(std::string(accounts::word(role)));
  for (const std::string& unit : audience.units) query.give(unit);
  return query.run();
}

std::int64_t write_telling(Session& session, const app::Telling& telling) {
  if (!move_told(session, telling)) return 0;
  std::int64_t notices = 0;
  for (const app::News& news : telling.news) notices += tell_one(session, telling.region, news);
  return notices;
}

std::int64_t read_mark(Session& session, const RegionCode& region, const std::string& person) {
  std::int64_t up_to = 0;
  Query query(session.sql(),
              "SELECT up_to FROM notices_read WHERE region_code = :region AND person = :person");
  query.give(region.str()).give(person).take(up_to).next();
  return up_to;
}

std::int64_t count_unread(Session& session, const RegionCode& region, const std::string& person,
                          std::int64_t read_up_to) {
  std::int64_t unread = 0;
  Query query(session.sql(),
              "SELECT COUNT(*) FROM (SELECT 1 FROM notices WHERE region_code = :region "
              "AND person = :person AND sequence > :read LIMIT :most) AS unread");
  query.give(region.str()).give(person).give(read_up_to).give(limits::unread_counted);
  query.take(unread).next();
  return unread;
}

// What of it is about a submission gets that submission.
void name_submissions(Session& session, const RegionCode& region,
                      std::vector<app::Notice>& notices) {
  if (notices.empty()) return;
  std::string id, unit;
  std::int64_t year = 0;
  std::optional<std::string> innovation;
  Query query(session.sql(),
              "SELECT id, unit, year, innovation FROM submissions WHERE region_code = :region "
              "AND withdrawn = 0 AND id IN (" +
                  places_for("id", notices.size()) + ")");
  query.give(region.str());
  for (const app::Notice& notice : notices) query.give(notice.entry.subject);
  query.take(id).take(unit).take(year).take(innovation);
  while (query.next())
    for (app::Notice& notice : notices)
      if (notice.entry.subject == id)
        notice.submission = {unit, static_cast<int>(year), !innovation};
}

// Reads one row more than asked for: if it comes, there is a next page.
app::NoticePage read_page(Session& session, const RegionCode& region, const std::string& person,
                          std::int64_t before, int limit) {
  limit = std::clamp(limit, 1, limits::page_most);
  app::NoticePage page;
  page.read_up_to = read_mark(session, region, person);
  page.unread = count_unread(session, region, person, page.read_up_to);
  EntryRow row;
  Query query(session.sql(), "SELECT " + EntryRow::columns +
                                 " FROM ledger WHERE region_code = :region AND sequence IN "
                                 "(SELECT n.sequence FROM notices n WHERE n.region_code = :same "
                                 "AND n.person = :person AND n.sequence < :before "
                                 "ORDER BY n.sequence DESC LIMIT :limit) ORDER BY sequence DESC");
  query.give(region.str()).give(region.str()).give(person);
  query.give(before > 0 ? before : std::numeric_limits<std::int64_t>::max());
  query.give(std::int64_t{limit} + 1);
  row.take(query);
  while (query.next()) {
    if (static_cast<int>(page.items.size()) == limit) {
      page.next = page.items.back().entry.sequence;
      break;
    }
    page.items.push_back({row.entry(region), std::nullopt});
  }
  name_submissions(session, region, page.items);
  return page;
}

void write_mark(Session& session, const RegionCode& region, const std::string& person,
                std::int64_t sequence) {
  Query(session.sql(),
        "INSERT INTO notices_read (region_code, person, up_to) VALUES (:region, :person, :up_to) "
        "ON CONFLICT (region_code, person) DO UPDATE SET up_to = excluded.up_to "
        "WHERE notices_read.up_to < excluded.up_to")
      .give(region.str())
      .give(person)
      .give(sequence)
      .run();
}

class SqlNotices final : public app::Notices {
 public:
  explicit SqlNotices(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<std::optional<std::int64_t>> told_up_to(const RegionCode& region) override {
    using Told = std::optional<std::int64_t>;
    return database_->run(Mode::one_statement, [&](Session& session) -> Expected<Told> {
      return read_told(session, region);
    });
  }

  Expected<std::int64_t> tell(const app::Telling& telling) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<std::int64_t> {
      return write_telling(session, telling);
    });
  }

  Expected<app::NoticePage> page(const RegionCode& region, const std::string& person,
                                 std::int64_t before, int limit) override {
    return database_->run(Mode::reading, [&](Session& session) -> Expected<app::NoticePage> {
      return read_page(session, region, person, before, limit);
    });
  }

  Expected<void> read_up_to(const RegionCode& region, const std::string& person,
                            std::int64_t sequence) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<void> {
      write_mark(session, region, person, sequence);
      return {};
    });
  }

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace

std::unique_ptr<app::Notices> notices_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlNotices>(std::move(database));
}

}  // namespace jalur::store
