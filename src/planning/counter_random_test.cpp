#include "planning/counter_random.h"

#include <array>

#include <gtest/gtest.h>

namespace jalur {
namespace {

// The reference implementation's numbers for the state 1234567 (prng.di.unimi.it/splitmix64.c).
TEST(RandomStream, GivesTheKnownNumbersOfSplitMix64) {
  const RandomStream stream(1'234'567);
  EXPECT_EQ(stream.at(0), 6'457'827'717'110'365'317U);
  EXPECT_EQ(stream.at(1), 3'203'168'211'198'807'973U);
  EXPECT_EQ(stream.at(2), 9'817'491'932'198'370'423U);
  EXPECT_EQ(stream.at(3), 4'593'380'528'125'082'431U);
  EXPECT_EQ(stream.at(4), 16'408'922'859'458'223'821U);
}

TEST(RandomStream, DiffersBySeedAndByName) {
  const auto first = RandomStream::of(1, "14.01/2026").at(0);
  EXPECT_EQ(RandomStream::of(1, "14.01/2026").at(0), first);
  EXPECT_NE(RandomStream::of(2, "14.01/2026").at(0), first);
  EXPECT_NE(RandomStream::of(1, "14.02/2026").at(0), first);
}

// Chi-squared over 256 equal cells has 255 degrees of freedom: mean 255, deviation 22.6. Both
// halves of the numbers are used, so both are looked at; further, pairs of streams with near names.
template <class CellOf>
double chi_squared(CellOf cell_of) {
  constexpr int draws = 256'000;
  std::array<int, 256> cells{};
  for (int n = 0; n < draws; ++n) ++cells[cell_of(static_cast<std::uint64_t>(n))];
  double sum = 0;
  for (const int count : cells) sum += (count - 1'000.0) * (count - 1'000.0) / 1'000.0;
  return sum;
}

TEST(RandomStream, IsUniformInBothHalvesAndAcrossStreams) {
  const auto a = RandomStream::of(1, "14.01/2026");
  const auto b = RandomStream::of(1, "14.02/2026");
  EXPECT_LT(chi_squared([&](auto n) { return a.at(n) >> 56; }), 255 + 4 * 22.6);
  EXPECT_LT(chi_squared([&](auto n) { return (a.at(n) >> 24) & 255; }), 255 + 4 * 22.6);
  EXPECT_LT(chi_squared([&](auto n) { return (a.at(n) >> 60) << 4 | b.at(n) >> 60; }),
            255 + 4 * 22.6);
}

}  // namespace
}  // namespace jalur
