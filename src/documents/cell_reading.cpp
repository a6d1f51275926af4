#include "documents/cell_reading.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace jalur::documents {

namespace {

std::string shown(const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::text:
    case Cell::Kind::fault:
      return std::string(cell.text);
    case Cell::Kind::number:
      return typed(cell.number);
    case Cell::Kind::truth:
      return cell.number != 0 ? "TRUE" : "FALSE";
    default:
      return {};
  }
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
  });
}

// What a cell says where a whole number belongs.
std::optional<int> whole_in(const Cell& cell, int least, int most) {
  if (cell.kind == Cell::Kind::number) {
    if (!(cell.number >= least && cell.number <= most)) return std::nullopt;
    const int whole = static_cast<int>(cell.number);
    return whole == cell.number ? std::optional(whole) : std::nullopt;
  }
  if (cell.kind != Cell::Kind::text) return std::nullopt;
  const std::string_view text = trimmed(cell.text);
  int whole = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  const bool good = error == std::errc() && stop == text.data() + text.size();
  return good && whole >= least && whole <= most ? std::optional(whole) : std::nullopt;
}

// "2024-05-01", or the same with a midnight that some programs add.
std::optional<Date> date_in(std::string_view text) {
  constexpr std::string_view midnight = "T00:00:00";
  text = trimmed(text);
  if (text.ends_with(midnight)) text.remove_suffix(midnight.size());
  return parse_date(text);
}

}  // namespace

std::string CellReading::place(Address at) const {
  return fmt::format("{}!{}", sheet_.name(), to_string(at));
}

void CellReading::complain(Address at, Text text) const {
  problems_.add(place(at), shown(cell(at)), std::move(text));
}

std::string CellReading::text(Address at, std::size_t limit_bytes) const {
  const Cell& found = cell(at);
  if (found.kind == Cell::Kind::fault || found.kind == Cell::Kind::truth) {
    complain(at, {"harus teks", "it must be a text"});
    return {};
  }
  std::string text = shown(found);
  if (text.size() > limit_bytes) {
    complain(at, {fmt::format("{} byte, paling banyak {}", text.size(), limit_bytes),
                  fmt::format("{} bytes, at most {}", text.size(), limit_bytes)});
    return {};
  }
  if (has_control_character(text)) {
    complain(at, {"memuat karakter kendali; hapus karakter itu",
                  "it holds a control character; take it out"});
  }
  return text;
}

std::string CellReading::needed_text(Address at, std::size_t limit_bytes) const {
  if (is_blank(at)) complain(at, {"harus diisi", "it must be filled in"});
  return text(at, limit_bytes);
}

std::string CellReading::label(Address at) const {
  const std::string text = shown(cell(at));
  return std::string(trimmed(text));
}

std::optional<int> CellReading::needed_whole(Address at, int least, int most) const {
  const auto whole = whole_in(cell(at), least, most);
  if (!whole) {
    complain(at, {fmt::format("harus bilangan bulat {} sampai {}", least, most),
                  fmt::format("it must be a whole number from {} to {}", least, most)});
  }
  return whole;
}

std::optional<Level> CellReading::level(Address at) const {
  const Cell& found = cell(at);
  if (found.kind == Cell::Kind::blank) return std::nullopt;
  const bool exact = found.kind != Cell::Kind::text || found.text.size() == 1;
  const auto whole = exact ? whole_in(found, 0, 3) : std::nullopt;
  if (whole) return level_of(*whole);
  complain(at, {"parameter harus 0, 1, 2, atau 3", "a level must be 0, 1, 2 or 3"});
  return std::nullopt;
}

std::optional<Date> CellReading::date(Address at) const {
  const Cell& found = cell(at);
  if (label(at).empty()) return std::nullopt;
  std::optional<Date> date;
  if (found.kind == Cell::Kind::number) date = date_of(found.number, dates_);
  if (found.kind == Cell::Kind::text) date = date_in(found.text);
  if (!date) {
    complain(at, {"harus tanggal, misalnya 2024-05-01", "it must be a date such as 2024-05-01"});
  }
  return date;
}

void CellReading::complain_of_word(Address at, const std::string& known) const {
  complain(at, {fmt::format("harus salah satu dari {}", known),
                fmt::format("it must be one of {}", known)});
}

}  // namespace jalur::documents
