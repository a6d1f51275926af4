#include "http/target.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur::http {

TEST(Target, IsTakenApart) {
  const auto target = read_target("/api/v1/units/Dinas%20Kesehatan?q=a+b%2Bc&x&=y&&limit=5");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/v1/units/Dinas%20Kesehatan");
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "units", "Dinas Kesehatan"}));
  EXPECT_EQ(target->query, (std::vector<std::pair<std::string, std::string>>{
                               {"q", "a b+c"}, {"x", ""}, {"", "y"}, {"limit", "5"}}));
}

TEST(Target, ASlashAtTheEndIsAnotherAddress) {
  EXPECT_TRUE(read_target("/")->segments.empty());
  EXPECT_EQ(read_target("/a/")->segments, (std::vector<std::string>{"a", ""}));
  EXPECT_EQ(read_target("//")->segments, (std::vector<std::string>{"", ""}));
}

TEST(Target, AnEscapedSlashDoesNotSplit) {
  EXPECT_EQ(read_target("/a%2fb")->segments, (std::vector<std::string>{"a/b"}));
}

TEST(Target, WhatIsNotTextIsRefused) {
  for (const char* target : {"", "a", "http:/x", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%ff",
                             "/%c0%af", "/%ed%a0%80", "/?a=%", "/?%ff=1", "/?a=%7f", "/?a=%1"})
    EXPECT_FALSE(read_target(target)) << target;
}

TEST(Target, HasALimitOfParts) {
  std::string path;
  for (std::size_t i = 0; i < limits::path_segments; ++i) path += "/a";
  EXPECT_TRUE(read_target(path));
  EXPECT_FALSE(read_target(path + "/a"));
  std::string query = "/?";
  for (std::size_t i = 0; i < limits::query_parameters; ++i) query += "a=1&";
  EXPECT_TRUE(read_target(query));
  EXPECT_FALSE(read_target(query + "a=1"));
}

}  // namespace jalur::http
