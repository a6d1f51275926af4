#include "http/workers.h"

#include <atomic>
#include <future>

#include <gtest/gtest.h>

namespace jalur::http {

TEST(Workers, DoWhatTheyAreGiven) {
  std::atomic<int> done{0};
  Workers workers(3, 1'000);
  std::promise<void> all;
  for (int i = 0; i < 100; ++i)
    EXPECT_TRUE(workers.take([&] {
      if (++done == 100) all.set_value();
    }));
  all.get_future().wait();
}

TEST(Workers, RefuseOneMoreThanMayWait) {
  std::promise<void> begun;
  std::promise<void> go;
  auto gone = go.get_future().share();
  Workers workers(1, 2);
  ASSERT_TRUE(workers.take([&, gone] {
    begun.set_value();
    gone.wait();
  }));
  begun.get_future().wait();  // it no longer waits
  EXPECT_TRUE(workers.take([] {}));
  EXPECT_TRUE(workers.take([] {}));
  EXPECT_FALSE(workers.take([] {}));
  go.set_value();
}

TEST(Workers, FinishWhatIsUnderWayAtAStopAndTakeNothingMore) {
  std::atomic<bool> finished{false};
  std::promise<void> begun;
  Workers workers(1, 10);
  workers.take([&] {
    begun.set_value();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    finished = true;
  });
  begun.get_future().wait();
  workers.stop();
  EXPECT_TRUE(finished);
  EXPECT_FALSE(workers.take([] {}));
}

}  // namespace jalur::http
