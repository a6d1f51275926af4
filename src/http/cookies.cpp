#include "http/cookies.h"

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::http {

namespace {

constexpr std::string_view name = "jalur_session";

std::string cookie(std::string_view token, std::chrono::seconds age, Secure secure) {
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", name, token,
                     age.count(), secure == Secure::yes ? "; Secure" : "");
}

}  // namespace

std::string session_token_of(std::string_view header) {
  while (!header.empty()) {
    auto pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(pair.size() + 1, header.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (!pair.starts_with(name) || pair.substr(name.size(), 1) != "=") continue;
    const auto token = pair.substr(name.size() + 1);
    return token.size() > limits::token_bytes ? std::string() : std::string(token);
  }
  return {};
}

std::string session_cookie(std::string_view token, Secure secure) {
  return cookie(token, limits::session_whole, secure);
}

std::string no_session_cookie(Secure secure) { return cookie("", std::chrono::seconds(0), secure); }

}  // namespace jalur::http
