#pragma once

#include <string>
#include <string_view>

namespace jalur::http {

enum class Effort { little, most };

// The bytes as one gzip member (RFC 1952) without name and time: the same bytes give the same.
std::string gzip(std::string_view bytes, Effort effort);

}  // namespace jalur::http
