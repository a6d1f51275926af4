// A line on the error stream that tells how far a long piece of work is: count and time left. Shown
// to a person only (a terminal), after the first half second, ten times a second at the most.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/session.h"

namespace jalur::cli {

class Progress {
 public:
  Progress(Session& session, Text what, std::size_t total,
           std::chrono::milliseconds first_shown_after = std::chrono::milliseconds(500));
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { hide(); }

  void step() { show(done_ + 1, total_); }
  void show(std::int64_t done, std::int64_t total);
  void hide();  // before another line is printed

 private:
  using Clock = std::chrono::steady_clock;

  std::string line(Clock::duration passed) const;

  Session& session_;
  Text what_;
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
  Clock::time_point began_ = Clock::now();
  Clock::time_point next_;
  bool visible_ = false;
};

// "12 s", "3 min"
std::string shown_duration(std::chrono::seconds duration, Language language);

}  // namespace jalur::cli
