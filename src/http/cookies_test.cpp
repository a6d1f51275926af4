#include "http/cookies.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur::http {

TEST(Cookies, TheSessionIsFoundAmongOthers) {
  const std::pair<std::string, std::string> table[] = {
      {"", ""},
      {"jalur_session=14.01.abc", "14.01.abc"},
      {"theme=dark; jalur_session=14.01.abc; x=y", "14.01.abc"},
      {"theme=dark;jalur_session=14.01.abc", "14.01.abc"},
      {"jalur_session=first; jalur_session=second", "first"},
      {"jalur_session=", ""},
      {"jalur_session", ""},
      {"jalur_sessions=x", ""},
      {"my_jalur_session=x", ""},
      {"=;;; ; =", ""},
      {"jalur_session=" + std::string(limits::token_bytes, 'x'),
       std::string(limits::token_bytes, 'x')},
      {"jalur_session=" + std::string(limits::token_bytes + 1, 'x'), ""},
  };
  for (const auto& [header, token] : table) EXPECT_EQ(session_token_of(header), token) << header;
}

TEST(Cookies, AreOutOfReachOfScriptsAndOtherSites) {
  EXPECT_EQ(session_cookie("14.01.abc", Secure::no),
            "jalur_session=14.01.abc; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax");
  EXPECT_EQ(session_cookie("14.01.abc", Secure::yes),
            "jalur_session=14.01.abc; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(no_session_cookie(Secure::no),
            "jalur_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

}  // namespace jalur::http
