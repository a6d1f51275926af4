// Whoever wants to write while somebody else commits is written together with all the others who
// wait, and one commit serves them all.
//
// A durable commit waits for the disk, which takes many times longer than the statements before it,
// and SQLite lets one writer in at a time. So the first who comes leads: it takes along everybody
// who waits by then, does their work one after the other in one transaction, commits once, and only
// then tells each how its own work went. Meanwhile others gather; the first of them leads next.
// Alone, a writer waits no longer than without this; together, the disk is waited for once per
// group instead of once per writer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

#include "base/error.h"

namespace jalur::store {

class Session;

// True: what it wrote is to be kept. May throw.
using Work = std::function<bool(Session&)>;

// One writer's work, and what became of it.
struct Turn {
  const Work* work = nullptr;
  Expected<void> outcome;  // an error: nothing of it was kept
};

class WriterGroup {
 public:
  // Does the work of all of them and sets every outcome; called by one thread at a time.
  using Leader = std::function<void(const std::vector<Turn*>& turns)>;

  WriterGroup(std::size_t most, Leader lead) : most_(most), lead_(std::move(lead)) {}

  // Returns when the work is committed or given up; nothing when its turn did not come in time, and
  // then it is not done. From any thread.
  bool take_turn(Turn& turn, std::chrono::milliseconds patience);

 private:
  enum class State { waiting, leads, taken, done };
  struct Place {
    Turn* turn = nullptr;
    State state = State::waiting;
    std::condition_variable changed;
  };
  void lead(std::unique_lock<std::mutex>& lock);
  std::vector<Place*> gather();
  void hand_over();

  const std::size_t most_;
  const Leader lead_;
  std::mutex mutex_;
  std::deque<Place*> waiting_;
  bool led_ = false;  // somebody leads, or has been told to
};

}  // namespace jalur::store
