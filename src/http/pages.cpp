#include "http/pages.h"

#include <array>
#include <utility>

namespace jalur::http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".yaml", "application/yaml"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
}};

std::string_view content_type_of(std::string_view path) {
  for (const auto& [ending, type] : content_types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

// Only our own scripts, styles, pictures and addresses; no page may show ours in a frame.
constexpr std::string_view policy =
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'";

Answer answer_for(std::string_view path) {
  Answer answer;
  answer.content_type = content_type_of(path);
  answer.vary = "Accept-Encoding";
  // Names below /assets/ hold a hash of their content.
  if (path.starts_with("/assets/")) answer.keeping = Keeping::forever;
  if (path.ends_with(".html")) {
    answer.fields.emplace_back("Content-Security-Policy", policy);
    answer.fields.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  }
  answer.fields.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  answer.fields.emplace_back("Referrer-Policy", "no-referrer");
  return answer;
}

}  // namespace

Pages::Pages(const std::vector<Asset>& assets) {
  for (const auto& [path, bytes] : assets)
    by_path_.emplace(path, prepare_static(answer_for(path), bytes, Packing::tight));
}

const Prepared* Pages::find(std::string_view path) const {
  const auto found = by_path_.find(path == "/" ? "/index.html" : path);
  return found == by_path_.end() ? nullptr : &found->second;
}

bool is_for_programs(std::string_view path) {
  constexpr std::array<std::string_view, 5> prefixes{"/api/", "/assets/", "/healthz", "/readyz",
                                                     "/metrics"};
  for (const auto prefix : prefixes)
    if (path.starts_with(prefix)) return true;
  return path == "/api";
}

}  // namespace jalur::http
