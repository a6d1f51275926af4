// How a spreadsheet spells things: cell addresses, texts inside XML, dates as serial numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace jalur::documents {

// Rows and columns count from 0; "A1" is row 0, column 0.
struct Address {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  bool operator==(const Address&) const = default;
};

std::string to_string(Address address);  // "AB12"
// Reads "AB12": capital letters, then a row from 1. At most XFD1048576, what Excel holds.
std::optional<Address> parse_address(std::string_view text);

// Characters that XML cannot carry are spelled _xHHHH_ (ECMA-376 part 1, 22.4.2.4, ST_Xstring); a
// text that happens to look so gets its underscore spelled, so that reading gives back the same.
std::string spelled(std::string_view text);
std::string unspelled(std::string_view text);

// Cuts a text into pieces of which each fits a cell once spelled. Never inside a character.
// An empty text is one empty piece.
std::vector<std::string> cell_pieces(std::string_view text);

// Days since the workbook's first day. Excel's 1900 system counts a 29 February 1900 that never
// was, so only dates from 1 March 1900 have a serial number that every program agrees on.
enum class DateSystem { from_1900, from_1904 };
std::optional<std::int32_t> serial_of(const Date& date, DateSystem system);
std::optional<Date> date_of(double serial, DateSystem system);

// A number as a person would have typed it: 14 -> "14", 2.5 -> "2.5".
std::string typed(double number);

// Without the white space around it; the inside stays.
std::string_view trimmed(std::string_view text);
// Equal but for the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b);

}  // namespace jalur::documents
