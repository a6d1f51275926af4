#include "http/access_log.h"

#include <ostream>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/compile.h>
#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::http {

namespace {

constexpr std::size_t sheet_bytes = 32u << 10;

// Bytes past ASCII could be anything; control characters never pass the parser.
void add_printable(std::string& to, std::string_view text) {
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte > 0x20 && byte < 0x7f)
      to += letter;
    else
      fmt::format_to(std::back_inserter(to), FMT_COMPILE("%{:02X}"), byte);
  }
}

// A one-time link is a secret until it is used, and the log is read by many.
std::string_view without_token(std::string_view target) {
  for (const std::string_view before : {"/undangan/", "/api/v1/links/"})
    if (target.starts_with(before)) return target.substr(0, before.size());
  return target;
}

}  // namespace

AccessLog::AccessLog(std::ostream& out) : out_(out), thread_([this] { write_until_closed(); }) {}

AccessLog::~AccessLog() {
  {
    const std::scoped_lock lock(mutex_);
    closing_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void AccessLog::add(std::string_view lines) {
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() + lines.size() > limits::log_waiting_bytes) {
      ++dropped_;
      return;
    }
    waiting_ += lines;
  }
  changed_.notify_one();
}

void AccessLog::write_until_closed() {
  std::string lines;
  std::unique_lock lock(mutex_);
  while (!closing_ || !waiting_.empty()) {
    changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
    lines.swap(waiting_);
    const auto dropped = std::exchange(dropped_, 0);
    lock.unlock();
    if (dropped > 0) lines += fmt::format("access log too slow: {} pieces dropped\n", dropped);
    out_ << lines << std::flush;
    lines.clear();
    lock.lock();
  }
}

void LogSheet::line(std::chrono::system_clock::time_point at, const LoggedRequest& request) {
  lines_ += stamp(at);
  lines_ += ' ';
  lines_ += request.method.empty() ? "-" : request.method;
  lines_ += ' ';
  add_printable(lines_, request.target.empty() ? "-" : without_token(request.target));
  fmt::format_to(std::back_inserter(lines_), FMT_COMPILE(" {} {} {}us\n"), request.status,
                 request.bytes, request.micros);
  if (lines_.size() >= sheet_bytes) hand_over();
}

void LogSheet::defect(std::chrono::system_clock::time_point at, std::string_view what) {
  lines_ += stamp(at);
  lines_ += " defect: ";
  add_printable(lines_, what);
  lines_ += '\n';
}

void LogSheet::hand_over() {
  if (lines_.empty()) return;
  log_.add(lines_);
  lines_.clear();
}

// The date is written once a second, the milliseconds each time.
std::string_view LogSheet::stamp(std::chrono::system_clock::time_point at) {
  const auto since = at.time_since_epoch();
  const auto second = std::chrono::duration_cast<std::chrono::seconds>(since).count();
  if (second != second_) {
    second_ = second;
    stamp_ =
        fmt::format("{:%Y-%m-%dT%H:%M:%S}.000Z", fmt::gmtime(static_cast<std::time_t>(second)));
  }
  const auto millis =
      std::chrono::duration_cast<std::chrono::milliseconds>(since).count() - second * 1'000;
  fmt::format_to(stamp_.end() - 4, FMT_COMPILE("{:03}"), millis);
  return stamp_;
}

}  // namespace jalur::http
