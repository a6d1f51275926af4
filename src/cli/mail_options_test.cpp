// jalur serve: what it is told of the mail server.
#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::HasSubstr;

class MailOptions : public CommandLine {
 protected:
  int serve(std::vector<std::string> words) {
    std::vector<std::string> all{"serve", "--data", path("d")};
    all.insert(all.end(), words.begin(), words.end());
    return jalur(all);
  }
};

TEST_F(MailOptions, ServerAndSenderAreHandedOnWithThePassword) {
  const std::string password = write("password", "rahasia\nsecond line\n");
  ASSERT_EQ(
      serve({"--smtp", "smtps://mail.example:465", "--smtp-user", "jalur", "--smtp-password-file",
             password, "--mail-from", "jalur@region.example", "--mail-hour", "6"}),
      0)
      << err;
  EXPECT_EQ(served->mail.server, "smtps://mail.example:465");
  EXPECT_EQ(served->mail.user, "jalur");
  EXPECT_EQ(served->mail.password, "rahasia");
  EXPECT_EQ(served->mail.from, "jalur@region.example");
  EXPECT_EQ(served->mail.hour, 6);
  EXPECT_FALSE(served->mail.plain);
}

TEST_F(MailOptions, WithoutAServerNoMailIsSent) {
  ASSERT_EQ(serve({}), 0) << err;
  EXPECT_EQ(served->mail.server, "");
  EXPECT_EQ(served->mail.hour, 7);
}

TEST_F(MailOptions, WhatIsWrongIsTold) {
  EXPECT_EQ(serve({"--smtp", "mail.example"}), 2);
  EXPECT_THAT(err, HasSubstr("smtps://NAME:PORT"));
  EXPECT_EQ(serve({"--smtp", "smtp://mail.example"}), 2);
  EXPECT_THAT(err, HasSubstr("--mail-from"));
  EXPECT_EQ(serve({"--smtp", "smtp://mail.example", "--mail-from", "a@b.example",
                   "--smtp-password-file", path("nowhere")}),
            2);
  EXPECT_THAT(err, HasSubstr("must exist"));
  EXPECT_EQ(serve({"--mail-hour", "24"}), 2);
}

}  // namespace
}  // namespace jalur::cli
