// Comma-separated text as RFC 4180 tells it: quotes around a field where it holds a comma, a quote
// (doubled) or a line break; LF or CRLF. A byte-order mark at the start is skipped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace jalur {

// Every row, the headings too; blank lines are left out. Errors: invalid_input with the line where
// a quote is out of place.
Expected<std::vector<std::vector<std::string>>> read_csv(std::string_view text);

// The rows for another program to read: quotes only where they are needed, lines ended with LF, no
// byte-order mark. (For spreadsheets, which run formulas, see Documents::write_table.)
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace jalur
