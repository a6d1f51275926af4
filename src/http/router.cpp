#include "http/router.h"

#include <algorithm>

namespace jalur::http {

namespace {

std::vector<std::string_view> split(std::string_view pattern) {
  std::vector<std::string_view> parts;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);
    const auto end = std::min(pattern.find('/'), pattern.size());
    parts.push_back(pattern.substr(0, end));
    pattern.remove_prefix(end);
  }
  return parts;
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool any = pattern[i].starts_with('{');
    if (any ? segments[i].empty() : pattern[i] != segments[i]) return false;
  }
  return true;
}

void allow(std::string& allowed, std::string_view word) {
  if (!allowed.empty()) allowed += ", ";
  allowed += word;
}

}  // namespace

std::string_view word_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      return "";
  }
  return "";
}

std::string_view segment_named(const Call& call, std::string_view name) {
  const auto parts = split(call.pattern);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].size() == name.size() + 2 && parts[i].substr(1, name.size()) == name)
      return call.segments[i];
  return {};
}

Router::Router(std::span<const Route> routes) : routes_(routes) {
  for (const auto& route : routes_) patterns_.push_back(split(route.pattern));
}

Router::Match Router::find(Method method, const std::vector<std::string>& segments) const {
  const Method wanted = method == Method::head ? Method::get : method;
  Match match;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(patterns_[i], segments)) continue;
    allow(match.allowed, word_of(routes_[i].method));
    if (routes_[i].method == Method::get) allow(match.allowed, "HEAD");
    if (routes_[i].method != wanted) continue;
    match.route = &routes_[i];
    match.place = i;
  }
  if (!match.allowed.empty()) allow(match.allowed, "OPTIONS");
  return match;
}

}  // namespace jalur::http
