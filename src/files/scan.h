// Asks clamd whether there is anything bad in a file (its INSTREAM command).
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace jalur::files {

// `clamd`: the path of its socket, or HOST:PORT. Errors: invalid_input.
Expected<void> check_clamd_address(const std::string& clamd);

// Errors: invalid_input with what was found; unavailable when clamd does not answer, or not in
// time: nothing is taken in unscanned.
Expected<void> scan(const std::string& clamd, const std::filesystem::path& file);

}  // namespace jalur::files
