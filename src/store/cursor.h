// Where a page of innovations ended: the sort and the keys of its last row, as an opaque word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"

namespace jalur::store {

struct Cursor {
  app::InnovationSort sort = app::InnovationSort::name;
  std::vector<std::string> keys;  // as ORDER BY has them, the submission's id last
  bool operator==(const Cursor&) const = default;
};

std::string written(const Cursor& cursor);

// Nothing when this is no word that written() made for that sort.
std::optional<Cursor> cursor_from(std::string_view word, app::InnovationSort sort);

}  // namespace jalur::store
