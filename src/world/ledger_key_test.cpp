#include "world/ledger_key.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "world/routine.h"
#include "world/system.h"

namespace jalur::world {
namespace {

namespace fs = std::filesystem;

class LedgerKey : public testing::Test {
 protected:
  LedgerKey() {
    std::string pattern = testing::TempDir() + "jalur-key-XXXXXX";
    folder_ = mkdtemp(pattern.data());
  }
  ~LedgerKey() override { fs::remove_all(folder_); }

  SystemRandomness randomness_;
  fs::path folder_;
};

TEST_F(LedgerKey, IsMadeOnceAndReadableToItsOwnerOnly) {
  const auto made = ledger_key(folder_);
  ASSERT_TRUE(made);
  const auto again = ledger_key(folder_);
  ASSERT_TRUE(again);
  EXPECT_EQ(made->public_key(), again->public_key());
  EXPECT_EQ(fs::status(folder_ / "ledger-key").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(LedgerKey, IsAnotherInEveryInstallation) {
  fs::create_directory(folder_ / "other");
  EXPECT_NE(ledger_key(folder_)->public_key(), ledger_key(folder_ / "other")->public_key());
}

TEST_F(LedgerKey, ThatCannotBeOneIsNotReplaced) {
  std::ofstream(folder_ / "ledger-key") << "short\n";
  const auto refused = ledger_key(folder_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_EQ(fs::file_size(folder_ / "ledger-key"), 6u);
  EXPECT_EQ(ledger_key(folder_ / "none").error().code, ErrorCode::unavailable);
}

TEST(Routine, IsDoneAtOnceAndAgainAndStopsWhenItGoes) {
  std::atomic<int> times{0};
  {
    const Routine often(std::chrono::milliseconds(1), [&] { ++times; });
    while (times < 3) std::this_thread::yield();
  }
  const int done = times;
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(times, done);
  {
    const Routine seldom(std::chrono::hours(1), [&] { ++times; });
    while (times == done) std::this_thread::yield();
  }
  EXPECT_EQ(times, done + 1);
}

}  // namespace
}  // namespace jalur::world
