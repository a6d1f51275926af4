// The request target in its parts: path segments and query, decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace jalur::http {

struct Target {
  std::string_view path;              // as it came, without the query
  std::vector<std::string> segments;  // "/a/b%20c" -> "a", "b c"; "/" -> none
  std::vector<std::pair<std::string, std::string>> query;
};

// Errors: invalid_input for a bad escape, what is not UTF-8, control characters, or more than
// limits::path_segments or limits::query_parameters parts.
Expected<Target> read_target(std::string_view target);

// "%41b+c" -> "Ab c" (a plus is a space in a query only); nothing when that is not proper text.
enum class Plus { literal, space };
std::optional<std::string> decoded(std::string_view text, Plus plus);

}  // namespace jalur::http
