// A table as people open it in a spreadsheet.
#pragma once

#include <string>

#include "app/ports.h"

namespace jalur::documents {

// RFC 4180: CRLF, quotes where needed; a byte order mark, so that Excel takes it for UTF-8. A cell
// that a spreadsheet would run as a formula gets an apostrophe in front, unless it is a number.
std::string csv_of(const app::Table& table);

// Plain decimals become numbers that look the same, except in columns of codes (headed "Kode",
// "Id", "Nomor" or the like), where 14.10 is a name. Errors: too_large (more rows than a sheet
// holds), unavailable.
Expected<std::string> xlsx_of(const app::Table& table);

}  // namespace jalur::documents
