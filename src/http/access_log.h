// One line per request, written by a thread of its own so that no connection waits for a disk:
// 2026-11-24T05:30:00.123Z GET /api/v1/rulesets 200 1234 56us
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace jalur::http {

class AccessLog {
 public:
  explicit AccessLog(std::ostream& out);
  ~AccessLog();  // writes what is left

  // Gives lines (each with its end) to the writing thread. When more than
  // limits::log_waiting_bytes wait, they are dropped and the number is logged later.
  void add(std::string_view lines);

 private:
  void write_until_closed();

  std::ostream& out_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string waiting_;
  std::int64_t dropped_ = 0;
  bool closing_ = false;
  std::thread thread_;
};

struct LoggedRequest {
  std::string_view method;
  std::string_view target;
  int status = 0;
  std::size_t bytes = 0;  // of the whole answer
  std::int64_t micros = 0;
};

// Collects one thread's lines and hands them over in large pieces.
class LogSheet {
 public:
  explicit LogSheet(AccessLog& log) : log_(log) {}

  void line(std::chrono::system_clock::time_point at, const LoggedRequest& request);
  void defect(std::chrono::system_clock::time_point at, std::string_view what);
  void hand_over();

 private:
  std::string_view stamp(std::chrono::system_clock::time_point at);

  AccessLog& log_;
  std::string lines_;
  std::int64_t second_ = -1;  // whose text is in stamp_
  std::string stamp_;
};

}  // namespace jalur::http
