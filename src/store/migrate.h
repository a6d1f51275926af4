// Brings a database's schema up to date.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/database.h"
#include "store/store.h"

namespace jalur::store {

// The statements of a migration without comments: SQLite runs one statement at a time.
std::vector<std::string> statements_of(std::string_view sql);

// Fingerprint of a migration, 16 hexadecimal digits (FNV-1a, 64 bits). It guards against a file
// edited by mistake, not against malice.
std::string checksum(std::string_view sql);

// Runs what has not run yet, each migration in a transaction with its own record, so that one cut
// short leaves nothing behind. Errors: conflict (see open_store), unavailable.
Expected<void> migrate(Database& database, const std::vector<Migration>& migrations);

// The number of the newest migration that ran. Errors: unavailable.
Expected<int> newest_migration(Database& database);

}  // namespace jalur::store
