#include "store/writer_group.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

#include <gtest/gtest.h>

namespace jalur::store {

namespace {

using namespace std::chrono_literals;

constexpr auto patient = 60s;
const Work nothing = [](Session&) { return true; };

// Lets the leader of the first group wait until it is told to go on.
class Gate {
 public:
  void pass() {
    if (opened_.exchange(true)) return;
    entered_ = true;
    entered_.notify_all();
    may_go_.wait(false);
  }
  void wait_until_somebody_is_inside() const { entered_.wait(false); }
  void open() {
    may_go_ = true;
    may_go_.notify_all();
  }

 private:
  std::atomic<bool> opened_{false};
  std::atomic<bool> entered_{false};
  std::atomic<bool> may_go_{false};
};

}  // namespace

TEST(WriterGroup, WhoeverComesWhileAGroupCommitsIsServedByOneCommit) {
  Gate gate;
  std::vector<std::size_t> groups;
  WriterGroup writers(100, [&](const std::vector<Turn*>& turns) {
    groups.push_back(turns.size());
    gate.pass();
  });
  std::atomic<int> done{0};
  const auto write = [&] {
    Turn turn{&nothing, {}};
    done += writers.take_turn(turn, patient) ? 1 : 0;
  };
  std::vector<std::jthread> threads;
  threads.emplace_back(write);
  gate.wait_until_somebody_is_inside();
  for (int i = 0; i < 9; ++i) threads.emplace_back(write);
  std::this_thread::sleep_for(50ms);  // so that most of them wait by then; all are served anyway
  gate.open();
  threads.clear();
  EXPECT_EQ(done, 10);
  EXPECT_EQ(groups.front(), 1U);
  EXPECT_EQ(std::accumulate(groups.begin(), groups.end(), std::size_t{0}), 10U);
  EXPECT_GT(*std::max_element(groups.begin(), groups.end()), 1U);
}

TEST(WriterGroup, AGroupIsNoLargerThanTheLimit) {
  Gate gate;
  std::size_t largest = 0;
  WriterGroup writers(3, [&](const std::vector<Turn*>& turns) {
    largest = std::max(largest, turns.size());
    gate.pass();
  });
  std::vector<std::jthread> threads;
  const auto write = [&] {
    Turn turn{&nothing, {}};
    EXPECT_TRUE(writers.take_turn(turn, patient));
  };
  threads.emplace_back(write);
  gate.wait_until_somebody_is_inside();
  for (int i = 0; i < 10; ++i) threads.emplace_back(write);
  std::this_thread::sleep_for(50ms);
  gate.open();
  threads.clear();
  EXPECT_EQ(largest, 3U);
}

TEST(WriterGroup, WhoseTurnDoesNotComeInTimeIsNotDone) {
  Gate gate;
  std::size_t served = 0;
  WriterGroup writers(100, [&](const std::vector<Turn*>& turns) {
    served += turns.size();
    gate.pass();
  });
  std::jthread first([&] {
    Turn turn{&nothing, {}};
    EXPECT_TRUE(writers.take_turn(turn, patient));
  });
  gate.wait_until_somebody_is_inside();
  Turn late{&nothing, {}};
  EXPECT_FALSE(writers.take_turn(late, 1ms));
  gate.open();
  first.join();
  EXPECT_EQ(served, 1U);
}

TEST(WriterGroup, EachIsToldItsOwnOutcome) {
  WriterGroup writers(100, [](const std::vector<Turn*>& turns) {
    for (Turn* turn : turns) {
      if (turn->work != &nothing) {
        turn->outcome = fail(ErrorCode::conflict, {"tidak", "no"});
      }
    }
  });
  const Work refused = [](Session&) { return false; };
  std::vector<std::jthread> threads;
  for (int i = 0; i < 20; ++i) {
    threads.emplace_back([&, i] {
      Turn turn{i % 2 == 0 ? &nothing : &refused, {}};
      EXPECT_TRUE(writers.take_turn(turn, patient));
      EXPECT_EQ(turn.outcome.has_value(), i % 2 == 0);
    });
  }
}

}  // namespace jalur::store
