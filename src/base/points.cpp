#include "base/points.h"

#include <numeric>

#include <fmt/format.h>

namespace jalur {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t leading_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

}  // namespace

std::optional<Hundredths> Hundredths::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t whole_digits = leading_digits(text);
  if (whole_digits == 0 || whole_digits > 12) return std::nullopt;
  std::int64_t hundredths = 0;
  for (const char c : text.substr(0, whole_digits)) hundredths = hundredths * 10 + (c - '0');
  hundredths *= 100;
  text.remove_prefix(whole_digits);
  if (!text.empty()) {
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
    if (text.empty() || text.size() > 2 || leading_digits(text) != text.size()) return std::nullopt;
    hundredths += (text[0] - '0') * 10;
    if (text.size() == 2) hundredths += text[1] - '0';
  }
  return of(negative ? -hundredths : hundredths);
}

std::string Hundredths::str() const {
  const std::int64_t magnitude = count_ < 0 ? -count_ : count_;
  return fmt::format("{}{}.{:02}", count_ < 0 ? "-" : "", magnitude / 100, magnitude % 100);
}

std::string shown(Hundredths figure, Language language) {
  std::string text = figure.str();
  if (language == Language::indonesian) text[text.size() - 3] = ',';
  return text;
}

Hundredths Fraction::rounded() const {
  const Wide scaled = static_cast<Wide>(numerator_) * 200;
  const Wide denominator = static_cast<Wide>(denominator_) * 2;
  const Wide half = scaled < 0 ? -denominator_ : denominator_;
  return Hundredths::of(static_cast<std::int64_t>((scaled + half) / denominator));
}

namespace {

Wide greatest_common_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a == 0 ? 1 : a;
}

Fraction reduced(Wide numerator, Wide denominator) {
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  return {static_cast<std::int64_t>(numerator / divisor),
          static_cast<std::int64_t>(denominator / divisor)};
}

}  // namespace

Fraction Fraction::operator+(const Fraction& other) const {
  const std::int64_t common = std::gcd(denominator_, other.denominator_);
  const Wide left = static_cast<Wide>(numerator_) * (other.denominator_ / common);
  const Wide right = static_cast<Wide>(other.numerator_) * (denominator_ / common);
  return reduced(left + right, static_cast<Wide>(denominator_ / common) * other.denominator_);
}

Fraction Fraction::operator-(const Fraction& other) const {
  return *this + Fraction(-other.numerator_, other.denominator_);
}

}  // namespace jalur
