// The key that the days of the log are signed with: made once per installation, kept in a file of
// the data folder that only its owner may read.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "ledger/signing.h"

namespace jalur::world {

// Reads `folder`/ledger-key, or makes it: random, durable, and by only one of several programs that
// start at once. Errors: unavailable (cannot be read or written, or is not such a key).
Expected<ledger::SigningKey> ledger_key(const std::filesystem::path& folder);

}  // namespace jalur::world
