// Exact quantities: hundredths and fractions. No floating point takes part in a score.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace jalur {

__extension__ using Wide = __int128;  // for products of two 64-bit numbers; g++ and clang have it

// A number with two decimals, kept as a whole number of hundredths. Points, index figures and
// class borders are Hundredths; a weight of 0.75 is 75.
class Hundredths {
 public:
  constexpr Hundredths() = default;
  static constexpr Hundredths of(std::int64_t hundredths) { return Hundredths(hundredths); }

  // Reads "-50.33", "5.1", "93": at most two decimals, at most 12 digits before them, a dot (not a
  // comma), no exponent, no white space. Anything else is nothing.
  static std::optional<Hundredths> parse(std::string_view text);

  constexpr std::int64_t count() const { return count_; }
  std::string str() const;  // always two decimals and a dot: "50.62", "-0.50"

  constexpr auto operator<=>(const Hundredths&) const = default;
  constexpr Hundredths operator+(Hundredths other) const { return of(count_ + other.count_); }
  constexpr Hundredths operator-(Hundredths other) const { return of(count_ - other.count_); }
  constexpr Hundredths operator-() const { return of(-count_); }
  constexpr Hundredths& operator+=(Hundredths other) {
    count_ += other.count_;
    return *this;
  }
  friend constexpr Hundredths operator*(Hundredths a, std::int64_t times) {
    return of(a.count_ * times);
  }

 private:
  constexpr explicit Hundredths(std::int64_t hundredths) : count_(hundredths) {}
  std::int64_t count_ = 0;
};

using Points = Hundredths;

// As people write it: "50,62" in Indonesian, "50.62" in English.
std::string shown(Hundredths figure, Language language);

// An exact fraction of whole numbers, denominator above zero. Compared by cross-multiplication in
// 128 bits, so any two fractions of 64-bit parts compare exactly.
class Fraction {
 public:
  constexpr Fraction() = default;
  // Takes a denominator above zero.
  constexpr Fraction(std::int64_t numerator, std::int64_t denominator)
      : numerator_(numerator), denominator_(denominator) {}

  constexpr std::int64_t numerator() const { return numerator_; }
  constexpr std::int64_t denominator() const { return denominator_; }

  // The nearest whole number of hundredths, halves away from zero ("half up" for what an index can
  // be). This is the only rounding in the house.
  Hundredths rounded() const;

  // Exact as long as the reduced parts fit in 64 bits, which scores do by far.
  Fraction operator+(const Fraction& other) const;
  Fraction operator-(const Fraction& other) const;

  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
    const auto left = static_cast<Wide>(a.numerator_) * b.denominator_;
    const auto right = static_cast<Wide>(b.numerator_) * a.denominator_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  friend bool operator==(const Fraction& a, const Fraction& b) { return (a <=> b) == 0; }

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace jalur
