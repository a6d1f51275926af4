// A few threads for what may wait, and a queue of bounded length before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace jalur::http {

class Workers {
 public:
  using Job = std::function<void()>;  // must not throw

  Workers(int threads, std::size_t most_waiting);
  ~Workers();  // stops

  // False: the queue is full or stop() was called, and the job will not be done.
  bool take(Job job);

  // Finishes the jobs being done, forgets those waiting. From any thread that is not a worker.
  void stop();

 private:
  void work();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace jalur::http
