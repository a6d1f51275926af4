#include "world/system.h"

#include <thread>

#include <gtest/gtest.h>

namespace jalur::world {
namespace {

TEST(SystemRandomness, DoesNotRepeatItself) {
  SystemRandomness randomness;
  EXPECT_NE(randomness.ten_bytes(), randomness.ten_bytes());
}

TEST(SystemClock, RunsForward) {
  SystemClock clock;
  const auto before = clock.now();
  EXPECT_LE(before, clock.now());
}

TEST(StopSignals, AreWaitedForInsteadOfEndingTheProgram) {
  const StopSignals signals;
  std::thread sender([] { kill(getpid(), SIGTERM); });
  signals.wait();
  sender.join();
}

}  // namespace
}  // namespace jalur::world
