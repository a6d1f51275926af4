#include "accounts/throttle.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur::accounts {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant noon = *parse_instant("2026-11-24T12:00:00.000Z");

}  // namespace

TEST(Tries, FourWrongOnesCostNothing) {
  Tries tries;
  for (int i = 0; i < 4; ++i) tries = with_wrong(tries, noon);
  EXPECT_FALSE(blocked_until(tries, noon));
}

TEST(Tries, FromTheFifthOnTheWaitDoublesUpToAnHour) {
  Tries tries;
  Instant now = noon;
  for (int i = 0; i < 4; ++i) tries = with_wrong(tries, now);
  for (const int wait : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
    tries = with_wrong(tries, now);
    EXPECT_EQ(blocked_until(tries, now), now + minutes(wait));
    EXPECT_TRUE(blocked_until(tries, now + minutes(wait) - milliseconds(1)));
    now += minutes(wait);
    EXPECT_FALSE(blocked_until(tries, now));
  }
}

TEST(Tries, AreForgottenAfterADay) {
  Tries tries;
  for (int i = 0; i < 4; ++i) tries = with_wrong(tries, noon);
  EXPECT_TRUE(blocked_until(with_wrong(tries, noon + hours(24)), noon + hours(24)));
  const Instant later = noon + hours(24) + milliseconds(1);
  EXPECT_EQ(with_wrong(tries, later).wrong, 1);
}

TEST(Budget, LastsForSixtyTriesAtOnceAndComesBackOneByOne) {
  Budget budget;
  for (int i = 0; i < limits::tries_per_client; ++i) {
    const auto after = spend(budget, noon);
    ASSERT_TRUE(after) << i;
    budget = *after;
  }
  EXPECT_FALSE(spend(budget, noon));
  EXPECT_EQ(next_try(budget), noon + limits::client_try_returns);
  EXPECT_FALSE(spend(budget, next_try(budget) - milliseconds(1)));
  ASSERT_TRUE(spend(budget, next_try(budget)));
  EXPECT_FALSE(spend(*spend(budget, next_try(budget)), next_try(budget)));
}

TEST(Budget, IsNeverMoreThanFull) {
  Budget budget;
  budget = *spend(budget, noon);
  const Instant next_day = noon + hours(24);
  for (int i = 0; i < limits::tries_per_client; ++i) budget = *spend(budget, next_day);
  EXPECT_FALSE(spend(budget, next_day));
}

}  // namespace jalur::accounts
