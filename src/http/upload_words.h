// The words of the tus protocol and of downloads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace jalur::http {

// The value of `filename` in an Upload-Metadata field ("filename c2sucGRm,other d29yZA=="):
// well-formed UTF-8, without a folder or control characters, within limits::file_name_bytes.
std::optional<std::string> file_name_in(std::string_view metadata);

// Standard Base64 with its padding; nothing when it is not.
std::optional<std::string> from_base64(std::string_view text);

// "Tue, 24 Nov 2026 05:00:00 GMT"
std::string http_date(Instant instant);

// The value of a Content-Disposition that offers a download under that name (RFC 6266, RFC 8187).
std::string download_under(std::string_view name);

}  // namespace jalur::http
