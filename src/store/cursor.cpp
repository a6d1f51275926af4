#include "store/cursor.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ids.h"
#include "base/limits.h"
#include "base/text.h"

namespace jalur::store {

namespace {

constexpr char separator = '\x1f';  // folded() leaves no control character in a key
constexpr std::string_view hex_digits = "0123456789abcdef";
// Two keys of the longest name and an id, each byte as two digits.
constexpr std::size_t word_bytes = 2 * (2 * limits::name_bytes + 100);

struct Shape {
  app::InnovationSort sort;
  char letter;
  std::size_t keys;
};
constexpr std::array shapes{Shape{app::InnovationSort::name, 'n', 2},
                            Shape{app::InnovationSort::maturity, 'm', 3},
                            Shape{app::InnovationSort::unit, 'u', 3}};

const Shape& shape_of(app::InnovationSort sort) {
  return *std::find_if(shapes.begin(), shapes.end(),
                       [&](const Shape& shape) { return shape.sort == sort; });
}

std::optional<std::string> from_hex(std::string_view word) {
  if (word.size() % 2 != 0 || word.size() > word_bytes) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    const auto high = hex_digits.find(word[i]);
    const auto low = hex_digits.find(word[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_whole_number(const std::string& text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end;
}

bool fits(const Cursor& cursor) {
  if (cursor.keys.size() != shape_of(cursor.sort).keys || !is_uuid(cursor.keys.back())) {
    return false;
  }
  return cursor.sort != app::InnovationSort::maturity || is_whole_number(cursor.keys.front());
}

}  // namespace

std::string written(const Cursor& cursor) {
  std::string bytes(1, shape_of(cursor.sort).letter);
  for (const std::string& key : cursor.keys) bytes += separator + key;
  std::string word;
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    word += hex_digits[byte / 16];
    word += hex_digits[byte % 16];
  }
  return word;
}

std::optional<Cursor> cursor_from(std::string_view word, app::InnovationSort sort) {
  const auto bytes = from_hex(word);
  if (!bytes || !is_utf8(*bytes) || bytes->find('\0') != std::string::npos) return std::nullopt;
  std::vector<std::string> parts = split(*bytes);
  if (parts.front() != std::string(1, shape_of(sort).letter)) return std::nullopt;
  Cursor cursor{sort, {parts.begin() + 1, parts.end()}};
  if (!fits(cursor)) return std::nullopt;
  return cursor;
}

}  // namespace jalur::store
