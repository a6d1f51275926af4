#include "store/migrate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

#include "base/date.h"
#include "store/query.h"

namespace jalur::store {

namespace {

// A number nobody else uses for an advisory lock: "jalur" in ASCII.
constexpr std::int64_t migration_lock = 0x6a616c7572;

constexpr std::string_view record_table =
    "CREATE TABLE IF NOT EXISTS migrations ("
    "number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, ran_at TEXT NOT NULL, "
    "PRIMARY KEY (number))";

struct Record {
  std::string name;
  std::string checksum;
};

// Dialect: PostgreSQL lets two programs make the same table at once and then refuses one of them;
// the lock lasts until the transaction ends. On SQLite a writer is alone already.
void take_turn(Session& session) {
  if (session.engine() != Engine::postgresql) return;
  Query(session.sql(), "SELECT pg_advisory_xact_lock(" + std::to_string(migration_lock) + ")")
      .run();
}

std::map<int, Record> recorded(Session& session) {
  std::map<int, Record> records;
  int number = 0;
  Record record;
  Query query(session.sql(), "SELECT number, name, checksum FROM migrations ORDER BY number");
  query.take(number).take(record.name).take(record.checksum);
  while (query.next()) records.emplace(number, record);
  return records;
}

tl::unexpected<Error> refuse_newer(int number, const std::string& name, const std::string& shown) {
  const std::string step = std::to_string(number) + " (" + name + ")";
  return fail(ErrorCode::conflict,
              {"Basis data " + shown + " dibuat oleh Jalur yang lebih baru: langkah " + step +
                   " tidak dikenal program ini; pakai versi Jalur yang lebih baru.",
               "The database " + shown +
                   " was made by a newer Jalur: this program does not know "
                   "its step " +
                   step + "; use the newer version."});
}

tl::unexpected<Error> refuse_changed(const Migration& migration, const std::string& shown) {
  const std::string step = std::to_string(migration.number) + " (" + migration.name + ")";
  return fail(ErrorCode::conflict,
              {"Langkah " + step + " pada basis data " + shown +
                   " berbeda dengan yang dikenal program ini; pakai versi Jalur yang membuat "
                   "basis data itu.",
               "Step " + step + " of the database " + shown +
                   " is not the one this program knows; use the version of Jalur that made it."});
}

Expected<void> check_known(const std::map<int, Record>& records,
                           const std::vector<Migration>& migrations, const std::string& shown) {
  std::map<int, const Migration*> known;
  for (const Migration& migration : migrations) known.emplace(migration.number, &migration);
  for (const auto& [number, record] : records) {
    const auto found = known.find(number);
    if (found == known.end()) return refuse_newer(number, record.name, shown);
    if (checksum(found->second->sql) != record.checksum) {
      return refuse_changed(*found->second, shown);
    }
  }
  return {};
}

void run_migration(Session& session, const Migration& migration) {
  for (const std::string& statement : statements_of(migration.sql)) {
    Query(session.sql(), statement).run();
  }
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  Query(session.sql(),
        "INSERT INTO migrations (number, name, checksum, ran_at) "
        "VALUES (:number, :name, :checksum, :ran_at)")
      .give(std::int64_t{migration.number})
      .give(migration.name)
      .give(checksum(migration.sql))
      .give(to_string(now))
      .run();
}

// One step: whoever gets the turn looks again at what is left to do.
Expected<void> step(Session& session, const Migration& migration,
                    const std::vector<Migration>& migrations, const std::string& shown) {
  take_turn(session);
  Query(session.sql(), std::string(record_table)).run();
  const std::map<int, Record> records = recorded(session);
  if (const auto known = check_known(records, migrations, shown); !known) return known;
  if (!records.contains(migration.number)) run_migration(session, migration);
  return {};
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace

std::vector<std::string> statements_of(std::string_view sql) {
  std::vector<std::string> statements;
  std::string statement;
  while (!sql.empty()) {
    const std::string_view line = sql.substr(0, sql.find('\n'));
    sql.remove_prefix(std::min(line.size() + 1, sql.size()));
    std::string_view code = line.substr(0, line.find("--"));
    while (!code.empty() && code.back() == ' ') code.remove_suffix(1);
    if (code.empty()) continue;
    const bool ends = code.back() == ';';
    statement += code.substr(0, code.size() - (ends ? 1 : 0));
    statement += '\n';
    if (ends) statements.push_back(std::exchange(statement, {}));
  }
  if (!statement.empty()) statements.push_back(statement);
  return statements;
}

std::string checksum(std::string_view sql) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a: offset basis and prime for 64 bits
  for (const char character : sql) {
    hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3;
  }
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
  const std::string text(digits.data(), end);
  return std::string(digits.size() - text.size(), '0') + text;
}

Expected<Migration> migration_from_file(std::string_view file_name, std::string_view sql) {
  constexpr std::size_t digits = 4;
  const bool fits = file_name.size() > digits + 5 && file_name.ends_with(".sql") &&
                    file_name[digits] == '-' &&
                    std::all_of(file_name.begin(), file_name.begin() + digits, is_digit);
  if (!fits) {
    return fail(ErrorCode::invalid_input,
                {"Nama berkas migrasi harus seperti \"0001-records.sql\".",
                 "A migration's file name must look like \"0001-records.sql\"."},
                "migration", std::string(file_name));
  }
  Migration migration;
  std::from_chars(file_name.data(), file_name.data() + digits, migration.number);
  migration.name = file_name.substr(digits + 1, file_name.size() - digits - 5);
  migration.sql = sql;
  return migration;
}

Expected<void> migrate(Database& database, const std::vector<Migration>& migrations) {
  for (const Migration& migration : migrations) {
    const auto done = database.run(Mode::writing, [&](Session& session) {
      return step(session, migration, migrations, database.shown());
    });
    if (!done) return done;
  }
  return {};
}

Expected<int> newest_migration(Database& database) {
  return database.run(Mode::one_statement, [](Session& session) -> Expected<int> {
    int number = 0;
    Query query(session.sql(), "SELECT COALESCE(MAX(number), 0) FROM migrations");
    query.take(number).next();
    return number;
  });
}

}  // namespace jalur::store
