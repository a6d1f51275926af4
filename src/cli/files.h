// Files in and out. What comes in is measured before it is read; what goes out is either whole or
// not there at all.
#pragma once

#include <iosfwd>
#include <string>

#include "base/error.h"

namespace jalur::cli {

// The bytes of a file of rules, a workbook or a region's year; "-" is the given standard input.
// What it is shows in its first two bytes and its name, and with it how large it may be
// (base/limits.h). A pipe is read up to that limit. Errors: not_found, invalid_input, too_large,
// unavailable.
Expected<std::string> read_file(const std::string& name, std::istream& standard_input);

bool is_workbook(const std::string& bytes);          // a zip archive: starts with "PK"
bool is_ruleset_file(const std::string& file_name);  // ends in ".toml"

enum class Existing { keep, replace };

// Writes beside the place, makes it durable, then gives it its name. Errors: conflict (it is there
// and must be kept), invalid_input, unavailable (disk full). After an error nothing has changed.
Expected<void> write_file(const std::string& name, const std::string& bytes, Existing existing);

}  // namespace jalur::cli
