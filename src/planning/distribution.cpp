#include "planning/distribution.h"

#include <algorithm>

namespace jalur {

namespace {

// Far below half a part of 2^32, even summed over every step of the longest sum.
constexpr double nothing = 1e-18;

void trim(Chances& sum) {
  const auto matters = [](double chance) { return chance >= nothing; };
  auto& of = sum.of;
  of.erase(std::find_if(of.rbegin(), of.rend(), matters).base(), of.end());
  const auto first = std::find_if(of.begin(), of.end(), matters);
  sum.least += first - of.begin();
  of.erase(of.begin(), first);
}

}  // namespace

void add(Chances& sum, const LevelChances& level) {
  const std::size_t width = sum.of.size();
  std::vector<double> padded(width + 6, 0.0);  // three before, three behind
  std::copy(sum.of.begin(), sum.of.end(), padded.begin() + 3);
  sum.of.resize(width + 3);
  const auto [none, one, two, three] = level;
  for (std::size_t i = 0; i < width + 3; ++i) {
    sum.of[i] =
        none * padded[i + 3] + one * padded[i + 2] + two * padded[i + 1] + three * padded[i];
  }
  trim(sum);
}

Chances sum_of(const Chances& a, const Chances& b, std::int64_t times) {
  const auto step = static_cast<std::size_t>(times);
  Chances sum{a.least + times * b.least, {}};
  sum.of.assign(a.of.size() + step * (b.of.size() - 1), 0.0);
  for (std::size_t k = 0; k < b.of.size(); ++k) {
    double* const from = &sum.of[k * step];
    for (std::size_t i = 0; i < a.of.size(); ++i) from[i] += a.of[i] * b.of[k];
  }
  trim(sum);
  return sum;
}

Distribution::Distribution(const Chances& chances) : least_(chances.least) {
  double all = 0;
  for (const double chance : chances.of) all += chance;
  double sum = 0;
  for (const double chance : chances.of) {
    sum += chance;
    upto_.push_back(static_cast<std::uint64_t>(sum / all * static_cast<double>(whole) + 0.5));
  }
  upto_.back() = whole;
  std::uint32_t i = 0;
  for (std::uint64_t start = 0; start < whole; start += std::uint64_t{1} << guide_shift) {
    while (upto_[i] <= start) ++i;
    guide_.push_back(i);
  }
}

std::uint64_t Distribution::at_most(std::int64_t value) const {
  if (value < least_) return 0;
  return value >= most() ? whole : upto_[static_cast<std::size_t>(value - least_)];
}

Wide Distribution::mean() const {
  Wide sum = 0;
  for (std::int64_t value = least(); value <= most(); ++value) {
    sum += static_cast<Wide>(value) * static_cast<Wide>(exactly(value));
  }
  return sum;
}

}  // namespace jalur
