#include "http/upload_words.h"

#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::http {

namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
         c == '-' || c == '_';
}

// What remains of a name after the folder that some browsers put before it.
std::string_view last_part(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

bool is_good_name(std::string_view name) {
  if (name.empty() || name.size() > limits::file_name_bytes || !is_utf8(name)) return false;
  return std::none_of(name.begin(), name.end(),
                      [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

}  // namespace

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  text.remove_suffix(padding);
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    const auto digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    held = (held << 6 | static_cast<unsigned>(digit)) & 0xffffu;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<char>(held >> bits & 0xffu));
  }
  return bytes;
}

std::optional<std::string> file_name_in(std::string_view metadata) {
  constexpr std::string_view key = "filename ";
  if (metadata.size() > limits::upload_words_bytes) return std::nullopt;
  while (!metadata.empty()) {
    const auto comma = std::min(metadata.find(','), metadata.size());
    auto pair = metadata.substr(0, comma);
    metadata.remove_prefix(std::min(comma + 1, metadata.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (!pair.starts_with(key)) continue;
    pair.remove_prefix(key.size());
    pair = pair.substr(0, pair.find_last_not_of(' ') + 1);
    const auto name = from_base64(pair);
    if (!name || !is_good_name(last_part(*name))) return std::nullopt;
    return std::string(last_part(*name));
  }
  return std::nullopt;
}

std::string http_date(Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)));
}

std::string download_under(std::string_view name) {
  std::string plain;
  std::string encoded;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    plain += is_plain(byte) ? c : '_';
    encoded += is_plain(byte) ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, encoded);
}

}  // namespace jalur::http
