// The kinds of file that may prove something. What else a file could be is not taken in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/error.h"

namespace jalur::registry {

enum class FileKind : std::uint8_t { pdf, jpg, png, webp, mp4, docx, xlsx, pptx };
inline constexpr std::size_t file_kind_count = 8;

std::string_view word(FileKind kind);  // "pdf", ...
std::optional<FileKind> file_kind_from(std::string_view word);
std::string_view media_type(FileKind kind);
std::size_t most_bytes(FileKind kind);
bool is_picture(FileKind kind);

// The kind that the ending of the name claims. Errors: invalid_input with the endings there are, on
// the field "filename".
Expected<FileKind> kind_of_name(std::string_view name);

// A length that is over the limit of the kind, or nothing at all. Errors: invalid_input, too_large.
Expected<void> check_length(FileKind kind, std::int64_t bytes);

}  // namespace jalur::registry
