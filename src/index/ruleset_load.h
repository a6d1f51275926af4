// Reads a ruleset file and the list of affairs. Whatever does not add up is refused with file, line
// and one sentence per fault: an unknown key, a total that is not 63 / 111 / 76 / 250, a level that
// is missing or overlaps, an affair that does not exist, a source without an entry.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "index/ruleset.h"

namespace jalur {

// `name` is used in messages only. `affairs` is the national list the basic services are checked
// against. Errors: invalid_input, too_large.
Expected<Ruleset> load_ruleset(std::string_view toml, std::string_view name,
                               const std::vector<Affair>& affairs);

// reference/affairs.toml
Expected<std::vector<Affair>> load_affairs(std::string_view toml, std::string_view name);

}  // namespace jalur
