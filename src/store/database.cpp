#include "store/database.h"

#include <chrono>
#include <string_view>
#include <thread>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "base/limits.h"
#include "store/query.h"

namespace jalur::store {

namespace {

constexpr auto wait_ms = static_cast<int>(limits::store_wait.count());

bool is_postgresql(std::string_view where) {
  return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

// A server that is switched off must not hold a call for the minutes that TCP would.
std::string with_connect_timeout(const std::string& address) {
  if (address.find("connect_timeout=") != std::string::npos) return address;
  return address + (address.find('?') == std::string::npos ? "?" : "&") +
         "connect_timeout=" + std::to_string(wait_ms / 1000);
}

void open_postgresql(Connection& sql, const std::string& address) {
  sql.sql().open(soci::postgresql, with_connect_timeout(address));
  // Dialect: settings of the connection; SQLite has its own below.
  Query(sql, "SET lock_timeout = " + std::to_string(wait_ms)).run();
  Query(sql, "SET synchronous_commit = on").run();
  // Notices ("already exists, skipping") would go to the standard error.
  Query(sql, "SET client_min_messages = warning").run();
  Query(sql, "SET client_encoding = 'UTF8'").run();
}

// Switching a new file to WAL wants the file alone and is refused at once when somebody else does
// the same, whatever the busy timeout says.
void switch_to_wal(Connection& sql) {
  const auto deadline = std::chrono::steady_clock::now() + limits::store_wait;
  for (;;) {
    try {
      std::string mode;
      Query(sql, "PRAGMA journal_mode = WAL").take(mode).next();
      if (mode != "wal") throw soci::sqlite3_soci_error("no write-ahead log here", SQLITE_READONLY);
      return;
    } catch (const soci::soci_error& error) {
      if (failure_of(error) != Failure::busy || std::chrono::steady_clock::now() > deadline) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void open_sqlite(Connection& sql, const std::string& path) {
  // SOCI counts the busy timeout in seconds.
  sql.sql().open(soci::sqlite3, "db=\"" + path + "\" timeout=" + std::to_string(wait_ms / 1000));
  // Dialect: settings of the connection. WAL lets readers go on while somebody writes; FULL makes
  // a commit durable before it is answered.
  switch_to_wal(sql);
  Query(sql, "PRAGMA synchronous = FULL").run();
  Query(sql, "PRAGMA foreign_keys = ON").run();
}

// Dialect: how a transaction begins. A writer on SQLite takes the lock at once, since one that has
// read first is refused when another wrote meanwhile. A reader on PostgreSQL asks for one state of
// the records, which on SQLite every transaction sees.
const char* begin_words(Engine engine, Mode mode) {
  if (engine == Engine::sqlite) return mode == Mode::writing ? "BEGIN IMMEDIATE" : "BEGIN";
  return mode == Mode::writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

// After a failure there may be no transaction left to undo (SQLite undoes it by itself when the
// disk is full; a lost connection has none): that is what we want, so a failure here says nothing.
void roll_back(soci::session& sql) {
  try {
    sql.rollback();
  } catch (const soci::soci_error&) {
    return;
  }
}

// Gives a leased connection back whatever happens.
class Lease {
 public:
  Lease(soci::connection_pool& pool, std::size_t position) : pool_(pool), position_(position) {}
  ~Lease() { pool_.give_back(position_); }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

 private:
  soci::connection_pool& pool_;
  std::size_t position_;
};

}  // namespace

Database::Database(Engine engine, const std::string& where, int connections)
    : engine_(engine),
      where_(where),
      shown_(shown_database(engine, where)),
      pool_(static_cast<std::size_t>(connections)),
      lost_(static_cast<std::size_t>(connections), 0),
      writers_(limits::commits_together,
               [this](const std::vector<Turn*>& turns) { run_group(turns); }) {
  for (std::size_t i = 0; i < lost_.size(); ++i) connections_.emplace_back(pool_.at(i), engine_);
}

Expected<std::unique_ptr<Database>> Database::open(const std::string& where, int connections) {
  const Engine engine = is_postgresql(where) ? Engine::postgresql : Engine::sqlite;
  std::unique_ptr<Database> database(new Database(engine, where, connections));
  try {
    for (std::size_t i = 0; i < database->lost_.size(); ++i) database->open_connection(i);
  } catch (const std::exception& exception) {
    return tl::make_unexpected(database->failed(0, exception));
  }
  return database;
}

void Database::open_connection(std::size_t position) {
  Connection& sql = connections_[position];
  lost_[position] = 1;  // until the work is done
  sql.forget();
  sql.sql().close();
  if (engine_ == Engine::sqlite) {
    open_sqlite(sql, where_);
  } else {
    open_postgresql(sql, where_);
  }
  lost_[position] = 0;
}

bool Database::is_lost(std::size_t position) {
  if (engine_ == Engine::sqlite) return false;
  // SOCI does not export the type's own information, and the engine is known.
  const auto* const backend =
      static_cast<soci::postgresql_session_backend*>(pool_.at(position).get_backend());
  return backend == nullptr || PQstatus(backend->conn_) != CONNECTION_OK;
}

Error Database::failed(std::size_t position, const std::exception& exception) {
  if (lost_[position] == 0 && !is_lost(position)) return error_of(exception, shown_);
  lost_[position] = 1;
  const auto* failed = dynamic_cast<const soci::soci_error*>(&exception);
  const std::string detail = failed != nullptr ? failed->get_error_message() : exception.what();
  return error_of(engine_ == Engine::sqlite ? failure_of(exception) : Failure::unreachable, shown_,
                  detail);
}

// The first word to the server shows whether the connection still stands; nothing has been done
// yet, so it is opened anew and asked once more.
void Database::begin(std::size_t position, Mode mode) {
  if (lost_[position] != 0) open_connection(position);
  if (mode == Mode::one_statement) return;
  const char* const words = begin_words(engine_, mode);
  try {
    Query(connections_[position], words).run();
  } catch (const soci::soci_error&) {
    if (!is_lost(position)) throw;
    open_connection(position);
    Query(connections_[position], words).run();
  }
}

Expected<void> Database::run_on(std::size_t position, Mode mode, const Work& work) {
  soci::session& sql = pool_.at(position);
  try {
    begin(position, mode);
    Session session(connections_[position], engine_);
    const bool keep = work(session) && session.keeps();
    if (mode == Mode::one_statement) return {};
    keep ? sql.commit() : sql.rollback();
    return {};
  } catch (const std::exception& exception) {
    const Error error = failed(position, exception);
    if (mode != Mode::one_statement && lost_[position] == 0) roll_back(sql);
    return tl::make_unexpected(error);
  }
}

Error Database::busy() const { return error_of(Failure::busy, shown_, {}); }

Expected<void> Database::run_erased(Mode mode, const Work& work) {
  if (mode != Mode::writing || engine_ != Engine::sqlite) return run_leased(mode, work);
  // Writers wait for their turn without a connection, so that readers keep theirs.
  Turn turn{&work, {}};
  if (!writers_.take_turn(turn, limits::store_wait)) return tl::make_unexpected(busy());
  return turn.outcome;
}

Expected<void> Database::run_leased(Mode mode, const Work& work) {
  std::size_t position = 0;
  if (!pool_.try_lease(position, wait_ms)) return tl::make_unexpected(busy());
  const Lease lease(pool_, position);
  Expected<void> done = run_on(position, mode, work);
  // A single read that found the connection lost may simply be asked again.
  if (!done && mode == Mode::one_statement && lost_[position] != 0) {
    done = run_on(position, mode, work);
  }
  return done;
}

void Database::run_group(const std::vector<Turn*>& turns) {
  if (turns.size() == 1) {
    turns.front()->outcome = run_leased(Mode::writing, *turns.front()->work);
    return;
  }
  const Expected<void> done = run_turns(turns);
  if (done) return;
  for (Turn* turn : turns) turn->outcome = done;
}

// An error here is everybody's: nothing of the group was kept.
Expected<void> Database::run_turns(const std::vector<Turn*>& turns) {
  return run_leased(Mode::writing, [&](Session& session) {
    bool keep = false;
    for (Turn* turn : turns) keep = run_turn(session, *turn) || keep;
    return keep;
  });
}

// Each within a savepoint, so that one that fails takes nothing of the others with it. Where the
// whole transaction is gone (a full disk), going back to the savepoint throws, and all have failed.
bool Database::run_turn(Session& session, Turn& turn) {
  Query(session.sql(), "SAVEPOINT turn").run();
  bool keep = false;
  Session own(session.sql(), engine_);
  try {
    keep = (*turn.work)(own) && own.keeps();
  } catch (const std::exception& exception) {
    turn.outcome = tl::make_unexpected(error_of(exception, shown_));
  }
  if (!keep) Query(session.sql(), "ROLLBACK TO turn").run();
  Query(session.sql(), "RELEASE turn").run();
  return keep;
}

}  // namespace jalur::store
