#include "documents/spelling.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace jalur::documents {

namespace {

constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::uint32_t most_columns = 16'384;
constexpr std::size_t piece_bytes = 32'000;  // below the 32,767 characters of a cell

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Whether the text begins with _xHHHH.
bool begins_nearly_spelled(std::string_view text) {
  return text.size() >= 6 && text[0] == '_' && text[1] == 'x' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

// Whether the text begins with _xHHHH_.
bool begins_spelled(std::string_view text) {
  return text.size() >= 7 && text[6] == '_' && begins_nearly_spelled(text);
}

bool is_noncharacter(std::string_view text) {  // U+FFFE, U+FFFF
  return text.size() >= 3 && text[0] == '\xEF' && text[1] == '\xBF' &&
         (text[2] == '\xBE' || text[2] == '\xBF');
}

std::size_t sequence_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The next character with its spelling; takes it off the text.
std::string next_spelled(std::string_view& text) {
  const std::string_view before = text;
  const std::size_t length = std::min(sequence_bytes(text.front()), text.size());
  text.remove_prefix(length);
  const auto lead = static_cast<unsigned char>(before.front());
  if (lead < 0x20 && lead != '\t' && lead != '\n') return fmt::format("_x{:04X}_", lead);
  // The closing underscore may come from the spelling of what follows.
  if (begins_nearly_spelled(before)) return "_x005F_";
  if (is_noncharacter(before)) return before[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
  return std::string(before.substr(0, length));
}

void append_utf8(std::string& out, unsigned unit) {
  const auto byte = [&](unsigned value) { out += static_cast<char>(value); };
  if (unit < 0x80) {
    byte(unit);
  } else if (unit < 0x800) {
    byte(0xC0U | (unit >> 6U));
    byte(0x80U | (unit & 0x3FU));
  } else {
    byte(0xE0U | (unit >> 12U));
    byte(0x80U | ((unit >> 6U) & 0x3FU));
    byte(0x80U | (unit & 0x3FU));
  }
}

unsigned spelled_unit(std::string_view text) {
  unsigned unit = 0;
  std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  return unit;
}

bool is_surrogate(unsigned unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

std::chrono::sys_days first_day(DateSystem system) {
  using namespace std::chrono;
  return system == DateSystem::from_1900 ? sys_days{year{1899} / 12 / 30}
                                         : sys_days{year{1904} / 1 / 1};
}

}  // namespace

std::string cell_name(Address address) {
  std::string letters;
  for (std::uint32_t left = address.column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters + std::to_string(address.row + 1);
}

std::optional<Address> parse_address(std::string_view text) {
  std::uint32_t column = 0;
  std::size_t letters = 0;
  while (letters < text.size() && letters < 3 && text[letters] >= 'A' && text[letters] <= 'Z') {
    column = column * 26 + static_cast<std::uint32_t>(text[letters] - 'A') + 1;
    ++letters;
  }
  std::uint32_t row = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + letters, end, row);
  if (error != std::errc() || stop != end) return std::nullopt;
  if (column < 1 || column > most_columns || row < 1 || row > most_rows) return std::nullopt;
  return Address{row - 1, column - 1};
}

std::string spelled(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) out += next_spelled(text);
  return out;
}

std::string unspelled(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const bool one = begins_spelled(text) && !is_surrogate(spelled_unit(text));
    if (one) {
      append_utf8(out, spelled_unit(text));
    } else {
      out += text.front();
    }
    text.remove_prefix(one ? 7 : 1);
  }
  return out;
}

std::vector<std::string> cell_pieces(std::string_view text) {
  std::vector<std::string> pieces(1);
  std::size_t spelled_bytes = 0;
  while (!text.empty()) {
    const std::string_view before = text;
    const std::size_t length = next_spelled(text).size();
    if (spelled_bytes + length > piece_bytes) {
      pieces.emplace_back();
      spelled_bytes = 0;
    }
    pieces.back() += before.substr(0, before.size() - text.size());
    spelled_bytes += length;
  }
  return pieces;
}

std::optional<std::int32_t> serial_of(const Date& date, DateSystem system) {
  using namespace std::chrono;
  if (!date.ok() || date < year{1904} / 1 / 1 || date > year{9999} / 12 / 31) return std::nullopt;
  return static_cast<std::int32_t>((sys_days{date} - first_day(system)).count());
}

std::optional<Date> date_of(double serial, DateSystem system) {
  using namespace std::chrono;
  if (!(serial >= 0 && serial < 3'000'000) || serial != std::floor(serial)) return std::nullopt;
  if (system == DateSystem::from_1900 && serial < 61) return std::nullopt;
  const Date date{first_day(system) + days{static_cast<int>(serial)}};
  if (date > year{9999} / 12 / 31) return std::nullopt;
  return date;
}

std::string typed(double number) { return fmt::format("{}", number); }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace jalur::documents
