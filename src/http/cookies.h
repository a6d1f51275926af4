// The one cookie: whose session it is.
#pragma once

#include <string>
#include <string_view>

namespace jalur::http {

// What the Cookie field holds under `jalur_session`; empty when it holds none. The first one
// counts: browsers put the one of the longest path first, and ours has the path "/".
std::string session_token_of(std::string_view cookie_header);

enum class Secure { no, yes };  // sent over https only

// Set-Cookie: out of reach of scripts, not sent along from other sites, gone when the session is
// over at the latest.
std::string session_cookie(std::string_view token, Secure secure);
std::string no_session_cookie(Secure secure);

}  // namespace jalur::http
