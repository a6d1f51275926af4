#include "http/target.h"

#include <algorithm>

#include "base/limits.h"

namespace jalur::http {

namespace {

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool is_control(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte < 0x20 || byte == 0x7f;
}

tl::unexpected<Error> bad_text(std::string_view field, std::string_view value) {
  return fail(ErrorCode::invalid_input,
              {"Bagian alamat ini bukan teks UTF-8 yang ditulis dengan %XX yang benar.",
               "This part of the address is not UTF-8 text written with proper %XX escapes."},
              std::string(field),
              shortened(is_utf8(value) ? value : "", limits::shown_value_bytes));
}

tl::unexpected<Error> too_many(std::string_view field, std::size_t most) {
  return fail(
      ErrorCode::invalid_input,
      {"Alamat terdiri atas terlalu banyak bagian; paling banyak " + std::to_string(most) + ".",
       "The address has too many parts; at most " + std::to_string(most) + "."},
      std::string(field));
}

Expected<void> read_segments(std::string_view path, Target& target) {
  if (!path.starts_with('/')) return bad_text("path", path);
  path.remove_prefix(1);
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    auto segment = decoded(path.substr(0, end), Plus::literal);
    if (!segment) return bad_text("path", path.substr(0, end));
    if (target.segments.size() == limits::path_segments)
      return too_many("path", limits::path_segments);
    target.segments.push_back(std::move(*segment));
    if (end + 1 == path.size()) target.segments.emplace_back();  // "/a/" is not "/a"
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return {};
}

Expected<void> read_query(std::string_view query, Target& target) {
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals), Plus::space);
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::space);
    if (!name || !value) return bad_text(name ? *name : "query", pair);
    if (target.query.size() == limits::query_parameters)
      return too_many("query", limits::query_parameters);
    target.query.emplace_back(std::move(*name), std::move(*value));
  }
  return {};
}

}  // namespace

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char letter = text[i];
    if (letter == '+' && plus == Plus::space) letter = ' ';
    if (letter == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      letter = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (is_control(letter)) return std::nullopt;
    plain += letter;
  }
  if (!is_utf8(plain)) return std::nullopt;
  return plain;
}

Expected<Target> read_target(std::string_view text) {
  Target target;
  const auto mark = std::min(text.find('?'), text.size());
  target.path = text.substr(0, mark);
  if (auto read = read_segments(target.path, target); !read) return tl::unexpected(read.error());
  if (auto read = read_query(text.substr(std::min(mark + 1, text.size())), target); !read)
    return tl::unexpected(read.error());
  return target;
}

}  // namespace jalur::http
