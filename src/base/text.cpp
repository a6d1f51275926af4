#include "base/text.h"

#include <cstdint>

namespace jalur {

Language language_of(std::string_view tag) {
  const bool starts =
      tag.size() >= 2 && (tag[0] == 'i' || tag[0] == 'I') && (tag[1] == 'd' || tag[1] == 'D');
  const bool ends = tag.size() == 2 || (starts && (tag[2] == '-' || tag[2] == '_'));
  return starts && ends ? Language::indonesian : Language::english;
}

int count_words(std::string_view utf8) {
  int words = 0;
  bool inside = false;
  for (const char c : utf8) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Length of the well-formed sequence at the front, 0 when there is none (RFC 3629).
std::size_t sequence_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const auto follows = [&](std::size_t i, unsigned from, unsigned to) {
    return byte(i) >= from && byte(i) <= to;
  };
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned from = lead == 0xE0 ? 0xA0 : 0x80;  // overlong forms
    const unsigned to = lead == 0xED ? 0x9F : 0xBF;    // surrogates
    return follows(1, from, to) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned from = lead == 0xF0 ? 0x90 : 0x80;  // overlong forms
    const unsigned to = lead == 0xF4 ? 0x8F : 0xBF;    // past U+10FFFF
    return follows(1, from, to) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

bool is_upper_latin1(unsigned char first, unsigned char second) {
  return first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97;  // not the times sign
}

}  // namespace

std::size_t count_characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += is_continuation(c) ? 0U : 1U;
  return count;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = sequence_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string shortened(std::string_view utf8, std::size_t limit_bytes) {
  if (utf8.size() <= limit_bytes) return std::string(utf8);
  std::size_t end = limit_bytes;
  while (end > 0 && is_continuation(utf8[end])) --end;
  return std::string(utf8.substr(0, end)) + "...";
}

std::string folded(std::string_view utf8) {
  std::string text(utf8);
  unsigned char before = 0;
  for (char& character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == 0x7F) character = ' ';
    if (byte >= 'A' && byte <= 'Z') character = static_cast<char>(byte + 0x20);
    if (is_upper_latin1(before, byte)) character = static_cast<char>(byte + 0x20);
    before = byte;
  }
  return text;
}

}  // namespace jalur
