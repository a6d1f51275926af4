// Random numbers that are looked up, not drawn in turn: the n-th number of a stream is a function
// of seed, name and n, so any thread may ask for any of them and all get the same.
//
// A stream is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators,
// 2014): its state grows by a constant per step, so the n-th state is known without the ones before
// it.
#pragma once

#include <cstdint>
#include <string_view>

namespace jalur {

// 64 bits in, 64 bits out, one to one, every bit depending on all.
constexpr std::uint64_t scrambled(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31);
}

class RandomStream {
 public:
  constexpr explicit RandomStream(std::uint64_t start) : start_(start) {}

  // Independent streams of one seed, told apart by their names.
  static constexpr RandomStream of(std::uint64_t seed, std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return RandomStream(scrambled(scrambled(seed) ^ hash));
  }

  // The n-th number, from 0; all 64 bits are random.
  constexpr std::uint64_t at(std::uint64_t n) const { return scrambled(start_ + (n + 1) * step); }

 private:
  static constexpr std::uint64_t step = 0x9E3779B97F4A7C15U;
  std::uint64_t start_;
};

}  // namespace jalur
