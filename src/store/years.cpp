// A region's year and its submissions, read whole.
#include "store/calendar_row.h"
#include "store/course_words.h"
#include "store/queries.h"
#include "store/submission_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

RegionYear blank_year(const app::YearKey& key) {
  return RegionYear{key.region, {}, RegionKind::regency, key.year, {}, {},
                    {},         {}, std::nullopt,        {}};
}

// The year's own row; false when there is none.
bool read_head(Session& session, const app::YearKey& key, app::StoredYear& year) {
  std::string kind;
  CalendarRow calendar;
  Query query(session.sql(), "SELECT region_name, region_kind, ruleset, illustration, revision, " +
                                 CalendarRow::columns +
                                 " FROM years y WHERE region_code = :region AND year = :year");
  query.give(key.region.str()).give(std::int64_t{key.year});
  query.take(year.data.name).take(kind).take(year.data.ruleset).take(year.data.illustration);
  query.take(year.revision);
  calendar.take(query);
  if (!query.next()) return false;
  year.data.kind = region_kind_from(kind);
  year.calendar = calendar.as_calendar();
  return true;
}

void read_units(Session& session, const app::YearKey& key, std::vector<Unit>& units) {
  Unit unit;
  std::string kind;
  Query query(session.sql(),
              "SELECT name, kind FROM listed_units WHERE region_code = :region AND year = :year "
              "ORDER BY ordinal");
  query.give(key.region.str()).give(std::int64_t{key.year}).take(unit.name).take(kind);
  while (query.next()) {
    unit.kind = unit_kind_from(kind);
    units.push_back(unit);
  }
}

void add_submission(const SubmissionRow& row, const std::string& design, app::StoredYear& year) {
  if (row.is_government()) {
    year.government_submission = row.id;
    year.data.government = levels_from(row.levels);
    year.data.government_verified = verified_from(row.verified_levels);
    year.government_course = row.course();
    return;
  }
  year.submissions.push_back(row.id);
  year.courses.push_back(row.course());
  year.data.innovations.push_back(row.as_innovation());
  year.data.innovations.back().design = design;
}

std::string year_text(Designs designs) {
  const std::string rest =
      " WHERE s.region_code = :region AND s.year = :year AND s.withdrawn = 0 ORDER BY s.ordinal";
  const std::string head = "SELECT " + SubmissionRow::columns;
  if (designs == Designs::left_out) return head + ", '' FROM submissions s" + rest;
  return head +
         ", COALESCE(d.design, '') FROM submissions s LEFT JOIN designs d "
         "ON d.region_code = s.region_code AND d.submission = s.id" +
         rest;
}

void read_submissions(Session& session, const app::YearKey& key, Designs designs,
                      app::StoredYear& year) {
  SubmissionRow row;
  std::string design;
  Query query(session.sql(), year_text(designs));
  query.give(key.region.str()).give(std::int64_t{key.year});
  row.take(query);
  query.take(design);
  while (query.next()) add_submission(row, design, year);
}

// The exception of the unit that handed the submission in; a year has few of them.
const std::string until_of_unit =
    "(SELECT MAX(e.until_on) FROM year_exceptions e JOIN unit_names n "
    "ON n.region_code = e.region_code AND n.unit = e.unit WHERE e.region_code = s.region_code "
    "AND e.year = s.year AND n.name = s.unit)";

Expected<void> check_open(const std::optional<std::string>& locked_at) {
  registry::Calendar calendar;
  calendar.locked_at = instant_from(locked_at);
  return registry::check_may_change(calendar, {}, {}, registry::Hand::coordinator);
}

RegionCode code_from(const std::string& text) {
  const auto code = RegionCode::parse(text);
  if (!code) throw Damaged("region code \"" + text + "\"");
  return *code;
}

struct Counted {
  std::int64_t revision = 0;
  std::optional<std::string> locked_at;
};

// Nothing: there is no such year.
std::optional<Counted> count_up(Session& session, const app::YearKey& key) {
  Counted counted;
  Query query(session.sql(),
              "UPDATE years SET revision = revision + 1 "
              "WHERE region_code = :region AND year = :year RETURNING revision, locked_at");
  query.give(key.region.str()).give(std::int64_t{key.year});
  query.take(counted.revision).take(counted.locked_at);
  if (!query.next()) return std::nullopt;
  return counted;
}

}  // namespace

tl::unexpected<Error> no_such_year(const app::YearKey& key) {
  const std::string year = std::to_string(key.year);
  return fail(ErrorCode::not_found,
              {"Belum ada data daerah " + key.region.str() + " untuk tahun " + year + ".",
               "There are no data of region " + key.region.str() + " for the year " + year + "."},
              "year", year);
}

tl::unexpected<Error> no_such_submission(const std::string& id) {
  return fail(ErrorCode::not_found,
              {"Tidak ada usulan dengan nomor ini.", "There is no submission with this id."},
              "submission", id);
}

Expected<std::vector<app::YearSummary>> read_years(Session& session,
                                                   const std::optional<app::YearKey>& after,
                                                   int limit) {
  std::vector<app::YearSummary> years;
  std::string region, name, kind, ruleset, illustration;
  std::optional<std::string> closes_on;
  int year = 0;
  // No region's code is empty, so an empty one is before all.
  Query query(session.sql(),
              "SELECT region_code, year, region_name, region_kind, ruleset, illustration, "
              "closes_on FROM years WHERE (region_code, year) > (:region, :year) "
              "ORDER BY region_code, year LIMIT :limit");
  query.give(after ? after->region.str() : "").give(std::int64_t{after ? after->year : 0});
  query.give(std::int64_t{limit});
  query.take(region).take(year).take(name).take(kind).take(ruleset).take(illustration);
  query.take(closes_on);
  while (query.next()) {
    years.push_back({{code_from(region), year},
                     name,
                     region_kind_from(kind),
                     ruleset,
                     illustration,
                     date_from(closes_on)});
  }
  return years;
}

Expected<std::int64_t> read_revision(Session& session, const app::YearKey& key) {
  std::int64_t revision = 0;
  Query query(session.sql(),
              "SELECT revision FROM years WHERE region_code = :region AND year = :year");
  query.give(key.region.str()).give(std::int64_t{key.year}).take(revision);
  if (!query.next()) return no_such_year(key);
  return revision;
}

Expected<std::int64_t> next_year_revision(Session& session, const app::YearKey& key) {
  const auto counted = count_up(session, key);
  if (!counted) return no_such_year(key);
  if (const auto open = check_open(counted->locked_at); !open) return tl::unexpected(open.error());
  return counted->revision;
}

bool count_change(Session& session, const app::YearKey& key) {
  return count_up(session, key).has_value();
}

Expected<void> check_not_locked(Session& session, const app::YearKey& key) {
  std::optional<std::string> locked_at;
  Query query(session.sql(),
              "SELECT locked_at FROM years WHERE region_code = :region AND year = :year");
  query.give(key.region.str()).give(std::int64_t{key.year}).take(locked_at);
  if (!query.next()) return no_such_year(key);
  return check_open(locked_at);
}

Expected<app::StoredYear> read_year(Session& session, const app::YearKey& key, Designs designs) {
  app::StoredYear year{0, {}, {}, {}, blank_year(key)};
  if (!read_head(session, key, year)) return no_such_year(key);
  year.calendar.exceptions = read_exceptions(session, key);
  read_units(session, key, year.data.units);
  read_submissions(session, key, designs, year);
  return year;
}

Expected<app::Place> read_place(Session& session, const std::string& submission) {
  app::Place place;
  std::string region;
  std::optional<std::string> innovation, until;
  CalendarRow calendar;
  Query query(session.sql(),
              "SELECT s.region_code, s.year, s.innovation, s.name, s.unit, y.ruleset, " +
                  CalendarRow::columns + ", " + until_of_unit +
                  " FROM submissions s JOIN years y ON y.region_code = s.region_code "
                  "AND y.year = s.year WHERE s.id = :id AND s.withdrawn = 0");
  query.give(submission).take(region).take(place.key.year).take(innovation);
  query.take(place.name).take(place.unit).take(place.ruleset);
  calendar.take(query);
  query.take(until);
  if (!query.next()) return no_such_submission(submission);
  place.key.region = code_from(region);
  place.of_government = !innovation;
  place.calendar = calendar.as_calendar();
  if (const auto day = date_from(until))
    place.calendar.exceptions.push_back({{}, {place.unit}, *day, {}});
  return place;
}

Expected<app::StoredSubmission> read_submission(Session& session, const std::string& id) {
  SubmissionRow row;
  std::string region, design;
  int year = 0;
  Query query(session.sql(),
              "SELECT " + SubmissionRow::columns +
                  ", s.region_code, s.year, COALESCE(d.design, '') FROM submissions s "
                  "LEFT JOIN designs d ON d.region_code = s.region_code AND d.submission = s.id "
                  "WHERE s.id = :id AND s.withdrawn = 0");
  query.give(id);
  row.take(query);
  query.take(region).take(year).take(design);
  if (!query.next()) return no_such_submission(id);
  app::StoredSubmission submission{row.id, {code_from(region), year}, std::nullopt, 0};
  if (row.is_government()) return submission;
  submission.innovation = row.as_innovation();
  submission.innovation->design = design;
  submission.words = static_cast<int>(row.words);
  return submission;
}

}  // namespace jalur::store
