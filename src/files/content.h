// What a file is by its bytes, whatever its name says.
#pragma once

#include <filesystem>
#include <optional>

#include "base/error.h"
#include "registry/file_kind.h"

namespace jalur::files {

// Nothing: none of the kinds that are taken. Errors: unavailable.
Expected<std::optional<registry::FileKind>> kind_by_content(const std::filesystem::path& file);

// Errors: invalid_input when the content is not `claimed`; unavailable.
Expected<void> check_content(const std::filesystem::path& file, registry::FileKind claimed);

}  // namespace jalur::files
