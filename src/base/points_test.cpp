#include "base/points.h"

#include <limits>
#include <optional>
#include <string>

#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur {
namespace {

// RapidCheck prints its seed. To run the same cases again: RC_PARAMS="seed=123" base_test
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

struct Written {
  std::string text;
  std::optional<std::int64_t> hundredths;
};

TEST(Hundredths, AreReadInJustOneForm) {
  const Written table[] = {
      {"0", 0},
      {"5.1", 510},
      {"93", 9300},
      {"0.75", 75},
      {"50.62", 5062},
      {"250.00", 25000},
      {"00.5", 50},
      {"-50.33", -5033},
      {"-0.50", -50},
      {"-0", 0},
      {"123456789012", 12'345'678'901'200},
      {"999999999999.99", 99'999'999'999'999},
      {"1234567890123", std::nullopt},  // thirteen digits
      {"0000000000001", std::nullopt},
      {"", std::nullopt},
      {"-", std::nullopt},
      {"+1", std::nullopt},
      {"--1", std::nullopt},
      {"1.", std::nullopt},
      {".5", std::nullopt},
      {"-.5", std::nullopt},
      {".", std::nullopt},
      {"1.234", std::nullopt},
      {"1.2.3", std::nullopt},
      {"1,5", std::nullopt},
      {"1e3", std::nullopt},
      {"1.e", std::nullopt},
      {"1.-5", std::nullopt},
      {" 1", std::nullopt},
      {"1 ", std::nullopt},
      {"1.5 ", std::nullopt},
      {"1\n", std::nullopt},
      {"0x1", std::nullopt},
      {"nan", std::nullopt},
      {"\xd9\xa1", std::nullopt},  // an Arabic digit one
      {std::string("1\0", 2), std::nullopt},
  };
  for (const auto& [text, hundredths] : table) {
    const auto read = Hundredths::parse(text);
    EXPECT_EQ(read.has_value(), hundredths.has_value()) << '"' << text << '"';
    if (!read || !hundredths) continue;
    EXPECT_EQ(read->count(), *hundredths) << '"' << text << '"';
  }
}

TEST(Hundredths, AreWrittenWithTwoDecimalsAlways) {
  const std::pair<std::int64_t, std::string> table[] = {
      {0, "0.00"},       {1, "0.01"},         {10, "0.10"},   {100, "1.00"},
      {5062, "50.62"},   {-1, "-0.01"},       {-50, "-0.50"}, {-5033, "-50.33"},
      {25000, "250.00"}, {-12345, "-123.45"}, {999, "9.99"},
  };
  for (const auto& [hundredths, text] : table) {
    EXPECT_EQ(Hundredths::of(hundredths).str(), text);
  }
}

RC_GTEST_PROP(Hundredths, ComeBackAsTheyWereWritten, ()) {
  const auto hundredths = *rc::gen::inRange<std::int64_t>(-99'999'999'999'999, 100'000'000'000'000);
  const auto read = Hundredths::parse(Hundredths::of(hundredths).str());
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->count() == hundredths);
}

TEST(Hundredths, AreReckonedAsWholeNumbers) {
  const Hundredths a = Hundredths::of(75);
  EXPECT_EQ(a + Hundredths::of(25), Hundredths::of(100));
  EXPECT_EQ(a - Hundredths::of(100), Hundredths::of(-25));
  EXPECT_EQ(-a, Hundredths::of(-75));
  EXPECT_EQ(a * 3, Hundredths::of(225));
  EXPECT_LT(Hundredths::of(-1), Hundredths{});
}

struct Rounding {
  std::int64_t numerator;
  std::int64_t denominator;
  std::string shown;
};

TEST(Fraction, IsRoundedHalfUp) {
  const Rounding table[] = {
      {0, 1, "0.00"},
      {1, 3, "0.33"},
      {2, 3, "0.67"},
      {1, 1'000, "0.00"},    // 0.001
      {4, 1'000, "0.00"},    // 0.004
      {49, 10'000, "0.00"},  // 0.0049
      {5, 1'000, "0.01"},    // just half
      {51, 10'000, "0.01"},
      {14, 1'000, "0.01"},
      {15, 1'000, "0.02"},
      {65'004, 1'000, "65.00"},
      {65'005, 1'000, "65.01"},
      {6'500'499'999, 100'000'000, "65.00"},
      {999'949'999, 10'000'000, "99.99"},
      {99'995, 1'000, "100.00"},
      {-5, 1'000, "-0.01"},  // away from zero
      {-4, 1'000, "0.00"},
      {-1, 3, "-0.33"},
      {-65'005, 1'000, "-65.01"},
      {7, 7, "1.00"},
      {most, most, "1.00"},
      {least + 1, most, "-1.00"},
      {1, most, "0.00"},
  };
  for (const auto& [numerator, denominator, shown] : table) {
    EXPECT_EQ(Fraction(numerator, denominator).rounded().str(), shown)
        << numerator << '/' << denominator;
  }
}

cpp_rational exact(const Fraction& fraction) {
  return {cpp_int(fraction.numerator()), cpp_int(fraction.denominator())};
}

// Half up by floor(100 |x| + 1/2), in numbers without limit.
cpp_int rounded_by_hand(std::int64_t numerator, std::int64_t denominator) {
  const bool negative = numerator < 0;
  const cpp_int magnitude = negative ? -cpp_int(numerator) : cpp_int(numerator);
  const cpp_int rounded = (magnitude * 200 + denominator) / (cpp_int(denominator) * 2);
  return negative ? -rounded : rounded;
}

rc::Gen<std::int64_t> any_number() { return rc::gen::arbitrary<std::int64_t>(); }
rc::Gen<std::int64_t> above_zero() {
  return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 1'000),
                        rc::gen::inRange<std::int64_t>(most / 2, most),
                        rc::gen::inRange<std::int64_t>(1, most));
}

RC_GTEST_PROP(Fraction, RoundsAsNumbersWithoutLimitDo, ()) {
  const auto denominator = *above_zero();
  const auto numerator = *rc::gen::oneOf(any_number(), rc::gen::inRange<std::int64_t>(-9999, 9999));
  const cpp_int expected = rounded_by_hand(numerator, denominator);
  RC_PRE(abs(expected) < cpp_int(most));  // else the answer is no 64-bit number
  RC_ASSERT(cpp_int(Fraction(numerator, denominator).rounded().count()) == expected);
}

// Every half hundredth over denominators that make halves exact.
RC_GTEST_PROP(Fraction, RoundsEveryHalfAwayFromZero, (std::int32_t hundredths)) {
  const auto times = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
  const std::int64_t doubled = 2 * static_cast<std::int64_t>(hundredths);
  const std::int64_t half = doubled + (hundredths < 0 ? -1 : 1);
  const std::int64_t away = hundredths < 0 ? hundredths - 1 : std::int64_t{hundredths} + 1;
  RC_ASSERT(Fraction(half * times, 200 * times).rounded().count() == away);
}

TEST(Fraction, ComparesExactlyWhereFloatingPointCannot) {
  EXPECT_EQ(Fraction(1, 3), Fraction(2, 6));
  EXPECT_EQ(Fraction(0, 1), Fraction(0, 7));
  EXPECT_LT(Fraction(1, 3), Fraction(33'333'334, 100'000'000));
  EXPECT_GT(Fraction(1, 3), Fraction(33'333'333, 100'000'000));
  EXPECT_LT(Fraction(most - 2, most - 1), Fraction(most - 1, most));
  EXPECT_LT(Fraction(1, most), Fraction(1, most - 1));
  EXPECT_LT(Fraction(least, most), Fraction(least, most) + Fraction(1, most));
  EXPECT_LT(Fraction(-1, 3), Fraction(-1, 4));
  EXPECT_GT(Fraction(most, 1), Fraction(most - 1, 1));
  EXPECT_LT(Fraction(least, 1), Fraction(most, 1));
}

RC_GTEST_PROP(Fraction, ComparesAsNumbersWithoutLimitDo, ()) {
  const Fraction a(*any_number(), *above_zero());
  const Fraction far(*any_number(), *above_zero());
  const auto step = *rc::gen::inRange<std::int64_t>(-2, 3);
  const std::int64_t moved = a.numerator() / 2 + step;
  const Fraction near(moved, std::max<std::int64_t>(1, a.denominator() / 2));
  for (const Fraction& b : {far, near}) {
    RC_ASSERT((a < b) == (exact(a) < exact(b)));
    RC_ASSERT((a == b) == (exact(a) == exact(b)));
    RC_ASSERT((a > b) == (exact(a) > exact(b)));
  }
}

TEST(Fraction, AddsAndSubtractsExactly) {
  EXPECT_EQ(Fraction(1, 3) + Fraction(1, 6), Fraction(1, 2));
  EXPECT_EQ(Fraction(1, 3) - Fraction(1, 2), Fraction(-1, 6));
  EXPECT_EQ(Fraction(5, 7) - Fraction(5, 7), Fraction(0, 1));
  EXPECT_EQ(Fraction(11'760, 250) - Fraction(11'760, 250) + Fraction(), Fraction());
  const Fraction sum = Fraction(1, 20) + Fraction(3, 20);
  EXPECT_EQ(sum.numerator(), 1) << "parts are reduced";
  EXPECT_EQ(sum.denominator(), 5);
  EXPECT_GT((Fraction(1, 4) - Fraction(3, 4)).denominator(), 0);
}

RC_GTEST_PROP(Fraction, AddsAsNumbersWithoutLimitDo, ()) {
  const auto part = rc::gen::inRange<std::int64_t>(-2'000'000'000, 2'000'000'000);
  const auto below = rc::gen::inRange<std::int64_t>(1, 2'000'000'000);
  const Fraction a(*part, *below);
  const Fraction b(*part, *below);
  RC_ASSERT(exact(a + b) == exact(a) + exact(b));
  RC_ASSERT(exact(a - b) == exact(a) - exact(b));
  RC_ASSERT((a + b).denominator() > 0);
}

}  // namespace
}  // namespace jalur
