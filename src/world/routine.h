// Work that is done again and again beside everything else.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace jalur::world {

// Does the work at once and then after every pause, in a thread of its own, until it goes out of
// scope; that waits for the work under way. The work must not throw.
class Routine {
 public:
  Routine(std::chrono::milliseconds pause, std::function<void()> work)
      : pause_(pause),
        work_(std::move(work)),
        thread_([this](std::stop_token stop) { run(stop); }) {}

 private:
  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      work_();
      wake_.wait_for(lock, stop, pause_, [] { return false; });
    }
  }

  std::chrono::milliseconds pause_;
  std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  // last: it uses what stands above
};

}  // namespace jalur::world
