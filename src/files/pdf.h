// What Debian's poppler-utils tell of a PDF, each as a bounded child process
// (docs/decisions/0022-poppler-as-a-child-process.md).
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace jalur::files {

// Errors: invalid_input when it cannot be read (broken, behind a password, too many pages);
// unavailable when the tools are missing.
Expected<int> count_pages(const std::filesystem::path& pdf);
// Its text layer, cut at limits::pdf_text_bytes. Errors: as above.
Expected<std::string> text_layer(const std::filesystem::path& pdf);
// A page from 1 as a JPEG. Errors: as above.
Expected<std::string> picture_of_page(const std::filesystem::path& pdf, int page);

}  // namespace jalur::files
