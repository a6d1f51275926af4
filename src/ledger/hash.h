// Digests, and the bytes they are made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jalur::ledger {

// BLAKE2b with 256 bits. All zero: what stands before the first.
using Hash = std::array<std::uint8_t, 32>;

Hash hash_of(std::string_view bytes);

// Values one after the other so that no two lists of values give the same bytes: a text is its
// length in bytes (8 bytes, highest first) and itself, a number 8 bytes, a digest its 32 bytes. A
// label comes first and says what the values are.
class Encoding {
 public:
  explicit Encoding(std::string_view label) { text(label); }

  Encoding& text(std::string_view value);
  Encoding& number(std::int64_t value);
  Encoding& digest(const Hash& value);

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::string hex(std::span<const std::uint8_t> bytes);  // in lower case

// Fills `bytes`; false when the text is not just as many of them in lower case.
bool from_hex(std::string_view text, std::span<std::uint8_t> bytes);

template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> bytes_from_hex(std::string_view text) {
  std::array<std::uint8_t, size> bytes{};
  if (!from_hex(text, bytes)) return std::nullopt;
  return bytes;
}

}  // namespace jalur::ledger
