#include "planning/distribution.h"

#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur {
namespace {

constexpr LevelChances coin{0.5, 0.5, 0, 0};

std::vector<std::uint64_t> parts(const Distribution& distribution) {
  std::vector<std::uint64_t> found;
  for (auto v = distribution.least(); v <= distribution.most(); ++v)
    found.push_back(distribution.exactly(v));
  return found;
}

TEST(Distribution, OfTwoCoinsIsAQuarterAHalfAQuarter) {
  Chances sum;
  add(sum, coin);
  add(sum, coin);
  const std::uint64_t quarter = Distribution::whole / 4;
  EXPECT_EQ(parts(Distribution(sum)), (std::vector<std::uint64_t>{quarter, 2 * quarter, quarter}));
}

TEST(Distribution, AddsASumTimesItsWeight) {
  Chances a;
  add(a, coin);
  const Distribution sum(sum_of(a, a, 3));  // 0 1 . 3 4
  const std::uint64_t quarter = Distribution::whole / 4;
  EXPECT_EQ(parts(sum), (std::vector<std::uint64_t>{quarter, quarter, 0, quarter, quarter}));
  EXPECT_EQ(sum.mean(), static_cast<Wide>(2) * static_cast<Wide>(Distribution::whole));
}

TEST(Distribution, OfNothingIsOneValue) {
  const Distribution none;
  EXPECT_EQ(none.least(), 0);
  EXPECT_EQ(none.most(), 0);
  EXPECT_EQ(none.drawn(0), 0);
  EXPECT_EQ(none.drawn(~0U), 0);
  EXPECT_EQ(none.at_most(-1), 0U);
  EXPECT_EQ(none.at_most(0), Distribution::whole);
}

// A certain level moves the sum and nothing else; many of them leave it one value wide.
TEST(Distribution, ForgetsWhatCannotBe) {
  Chances sum;
  for (int i = 0; i < 1'000; ++i) add(sum, {0, 0, 1, 0});
  EXPECT_EQ(sum.least, 2'000);
  EXPECT_EQ(sum.of.size(), 1U);
}

TEST(Distribution, IsTheBinomialOne) {
  constexpr int n = 200;
  constexpr double p = 0.3;
  Chances sum;
  for (int i = 0; i < n; ++i) add(sum, {1 - p, p, 0, 0});
  double binomial = 1;
  for (int i = 0; i < n; ++i) binomial *= 1 - p;
  for (int k = 0; k <= 100; ++k) {
    const auto place = static_cast<std::size_t>(std::max<std::int64_t>(0, k - sum.least));
    EXPECT_NEAR(k < sum.least ? 0 : sum.of[place], binomial, 1e-15) << k;
    binomial *= p / (1 - p) * (n - k) / (k + 1);
  }
}

std::vector<LevelChances> random_claims() {
  std::vector<LevelChances> claims;
  for (int i = *rc::gen::inRange(1, 40); i > 0; --i) {
    LevelChances chances{};
    for (double& each : chances) each = *rc::gen::inRange(0, 5);
    chances[0] += 1;
    const double all = std::accumulate(chances.begin(), chances.end(), 0.0);
    for (double& each : chances) each /= all;
    claims.push_back(chances);
  }
  return claims;
}

RC_GTEST_PROP(Distribution, AddsUpAndKeepsTheMean, ()) {
  Chances sum;
  double mean = 0;
  for (const LevelChances& claim : random_claims()) {
    add(sum, claim);
    mean += claim[1] + 2 * claim[2] + 3 * claim[3];
  }
  const Distribution distribution(sum);
  RC_ASSERT(distribution.at_most(distribution.most()) == Distribution::whole);
  const auto whole = static_cast<double>(Distribution::whole);
  RC_ASSERT(std::abs(static_cast<double>(distribution.mean()) / whole - mean) < 1e-7);
}

// The guide is a short cut for: the least value whose chance of at most that lies above.
RC_GTEST_PROP(Distribution, DrawsAsAPlainSearchDoes, ()) {
  Chances sum;
  for (const LevelChances& claim : random_claims()) add(sum, claim);
  const Distribution distribution(sum);
  const auto random = *rc::gen::arbitrary<std::uint32_t>();
  for (const std::uint32_t each : {random, random << 16, random >> 16, 0U, ~0U, ~random}) {
    std::int64_t plain = distribution.least();
    while (distribution.at_most(plain) <= each) ++plain;
    RC_ASSERT(distribution.drawn(each) == plain);
  }
}

}  // namespace
}  // namespace jalur
