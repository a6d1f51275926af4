#include "http/negotiation.h"

#include <gtest/gtest.h>

namespace jalur::http {

TEST(Negotiation, LanguageIsTheMoreWantedOfTheTwo) {
  const std::pair<const char*, Language> table[] = {
      {"", Language::indonesian},
      {"id", Language::indonesian},
      {"id-ID,en;q=0.5", Language::indonesian},
      {"en", Language::english},
      {"en-GB,en;q=0.9,id;q=0.8", Language::english},
      {"fr, id;q=0.3", Language::indonesian},
      {"fr", Language::english},
      {"*", Language::indonesian},
      {"id;q=0, *", Language::indonesian},
      {"en;q=0.2, id;q=0.2", Language::indonesian},
      {" ;;;,,q=", Language::english},
  };
  for (const auto& [field, language] : table) EXPECT_EQ(language_wanted(field), language) << field;
}

TEST(Negotiation, GzipOnlyWhereItIsWanted) {
  const std::pair<const char*, bool> table[] = {
      {"", false},
      {"gzip", true},
      {"deflate, gzip, br", true},
      {"br", false},
      {"gzip;q=0", false},
      {"gzip;q=0.000", false},
      {"gzip;q=0.001", true},
      {"*", true},
      {"*;q=0", false},
      {"identity, *;q=0", false},
      {"GZIP", true},
  };
  for (const auto& [field, taken] : table) EXPECT_EQ(accepts_gzip(field), taken) << field;
}

TEST(Negotiation, PagesGoToBrowsersOnly) {
  EXPECT_TRUE(accepts_html("text/html,application/xhtml+xml,*/*;q=0.8"));
  EXPECT_FALSE(accepts_html("*/*"));
  EXPECT_FALSE(accepts_html("application/json"));
}

TEST(Negotiation, EntityTagsAreComparedWeakly) {
  EXPECT_TRUE(names_etag("\"a\"", "\"a\""));
  EXPECT_TRUE(names_etag("\"x\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(names_etag("*", "\"a\""));
  EXPECT_FALSE(names_etag("\"b\"", "\"a\""));
  EXPECT_FALSE(names_etag("a", "\"a\""));
  EXPECT_FALSE(names_etag("", "\"a\""));
}

TEST(Negotiation, OnlyNamesOfThisMachineAreLoopback) {
  for (const char* host : {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:80",
                           "127.255.3.4:65535", "[::1]", "[::1]:8080"})
    EXPECT_TRUE(is_loopback_authority(host)) << host;
  for (const char* host :
       {"", "example.com", "localhost.example.com", "127.0.0.1.example.com", "128.0.0.1",
        "127.0.0.256", "127.0.0", "127.0.0.1.", "localhost:80x", "[::1]x", "[::2]", "0.0.0.0",
        "127.0.0.1:123456", "localhost@evil", "127..0.1", "2130706433"})
    EXPECT_FALSE(is_loopback_authority(host)) << host;
}

TEST(Negotiation, JsonIsKnownByItsContentType) {
  EXPECT_TRUE(is_json("application/json"));
  EXPECT_TRUE(is_json("Application/JSON; charset=utf-8"));
  EXPECT_FALSE(is_json("text/plain"));
  EXPECT_FALSE(is_json("application/jsonp"));
  EXPECT_FALSE(is_json(""));
  EXPECT_TRUE(is_xlsx(xlsx_type));
  EXPECT_FALSE(is_xlsx("application/json"));
}

}  // namespace jalur::http
