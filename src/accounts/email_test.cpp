#include "accounts/email.h"

#include <gtest/gtest.h>

namespace jalur::accounts {

TEST(Email, IsOnePersonHoweverItIsWritten) {
  EXPECT_EQ(folded_email(" Siti.Aminah@Dinkes.Contoh.go.id\n"), "siti.aminah@dinkes.contoh.go.id");
  EXPECT_EQ(folded_email("a+b_c@x-1.example"), "a+b_c@x-1.example");
}

TEST(Email, ThatNoServerCouldReachIsRefused) {
  const std::string longest_name(64, 'a');
  EXPECT_TRUE(folded_email(longest_name + "@b.id"));
  const std::string hosts =
      std::string(62, 'b') + "." + std::string(62, 'c') + "." + std::string(60, 'd') + ".id";
  EXPECT_TRUE(folded_email(longest_name + "@" + hosts));
  for (const std::string& wrong :
       {std::string(), std::string("siti"), std::string("@b.id"), std::string("a@b"),
        std::string("a@.id"), std::string("a@b..id"), std::string(".a@b.id"),
        std::string("a.@b.id"), std::string("a..b@c.id"), std::string("a b@c.id"),
        std::string("a@-b.id"), std::string("a@b-.id"), std::string("a@b@c.id"),
        std::string("\"a\"@b.id"), std::string("a@[127.0.0.1]"), std::string("a\n@b.id"),
        std::string("s\xC3\xA9@b.id"), longest_name + "a@b.id", longest_name + "@x" + hosts})
    EXPECT_FALSE(folded_email(wrong)) << wrong;
}

}  // namespace jalur::accounts
