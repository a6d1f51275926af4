// Pooled connections, and transactions on them.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <soci/soci.h>

#include "base/error.h"
#include "store/connection.h"
#include "store/failure.h"
#include "store/writer_group.h"

namespace jalur::store {

// A connection while one call uses it.
class Session {
 public:
  Session(Connection& sql, Engine engine) : sql_(sql), engine_(engine) {}

  Connection& sql() { return sql_; }
  Engine engine() const { return engine_; }

  // The transaction will be undone though the call succeeds: nothing had to change after all.
  void keep_nothing() { keep_ = false; }
  bool keeps() const { return keep_; }

 private:
  Connection& sql_;
  Engine engine_;
  bool keep_ = true;
};

enum class Mode {
  one_statement,  // a single read, without a transaction around it
  reading,        // sees one state of the records from beginning to end
  writing,        // takes its turn: on SQLite there is one writer at a time
};

class Database {
 public:
  // `where`: a path, or a postgresql:// address. Every connection is opened at once.
  // Errors: unavailable.
  static Expected<std::unique_ptr<Database>> open(const std::string& where, int connections);

  // Runs `work(Session&)`, which gives an Expected, and keeps what it wrote when it succeeds.
  // A connection that was lost while idle is opened again. `work` may throw what SOCI throws.
  // Errors: those of `work`; unavailable; defect.
  template <class Work>
  auto run(Mode mode, Work work) -> std::invoke_result_t<Work, Session&> {
    std::optional<std::invoke_result_t<Work, Session&>> answer;
    const Expected<void> done = run_erased(mode, [&](Session& session) -> bool {
      answer.emplace(work(session));
      return answer->has_value();
    });
    if (!done) return tl::make_unexpected(done.error());
    return std::move(*answer);
  }

  Engine engine() const { return engine_; }
  const std::string& shown() const { return shown_; }

 private:
  Database(Engine engine, const std::string& where, int connections);
  Expected<void> run_erased(Mode mode, const Work& work);
  Expected<void> run_on(std::size_t position, Mode mode, const Work& work);
  Expected<void> run_leased(Mode mode, const Work& work);
  void run_group(const std::vector<Turn*>& turns);
  Expected<void> run_turns(const std::vector<Turn*>& turns);
  bool run_turn(Session& session, Turn& turn);
  Error busy() const;
  void open_connection(std::size_t position);
  void begin(std::size_t position, Mode mode);
  Error failed(std::size_t position, const std::exception& exception);
  bool is_lost(std::size_t position);

  Engine engine_;
  std::string where_;
  std::string shown_;
  soci::connection_pool pool_;
  std::deque<Connection> connections_;  // by position; each is touched by its holder only
  std::vector<char> lost_;  // by position; each is touched by the holder of that connection only
  WriterGroup writers_;     // SQLite
};

}  // namespace jalur::store
