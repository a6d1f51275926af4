// Pages of what is sorted in memory: by a number, then by submission and indicator. A page begins
// after the key of the last item of the page before, so pages stay right while the list changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/ids.h"

namespace jalur::app {

struct ListKey {
  std::int64_t number = 0;
  std::string submission;
  IndicatorId indicator;  // names none where the list is of submissions
  auto operator<=>(const ListKey&) const = default;
};

std::string written(const ListKey& key);  // "-1764000000000_UUID_16"
// `field`: for the error. Errors: invalid_input.
Expected<std::optional<ListKey>> list_key(const std::string& text, std::string_view field);

}  // namespace jalur::app
