// Reading the fields that say what the caller can take and where it comes from.
#pragma once

#include <string_view>

#include "base/text.h"

namespace jalur::http {

// ASCII letters in any case.
bool same_word(std::string_view a, std::string_view b);

// Accept-Language: the more wanted of Indonesian and English. An empty field means Indonesian; one
// that names neither means English.
Language language_wanted(std::string_view accept_language);

bool accepts_gzip(std::string_view accept_encoding);
bool accepts_html(std::string_view accept);

// Does If-None-Match name this entity tag (weak comparison) or "*"?
bool names_etag(std::string_view if_none_match, std::string_view etag);

// localhost, 127.0.0.0/8 or [::1], with or without a port. A foreign name that someone pointed at
// this machine (DNS rebinding) is not one.
bool is_loopback_authority(std::string_view host);

bool is_json(std::string_view content_type);

inline constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
bool is_xlsx(std::string_view content_type);

}  // namespace jalur::http
