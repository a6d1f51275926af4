#include "accounts/totp.h"

#include <gtest/gtest.h>

namespace jalur::accounts {

namespace {

using std::chrono::seconds;

const std::string rfc_secret = base32("12345678901234567890");

Instant at(std::int64_t second) { return Instant(seconds(second)); }

}  // namespace

// RFC 4648 section 10, without the padding.
TEST(Base32, IsThatOfTheRfc) {
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

// RFC 6238 appendix B, SHA-1: the last six of its eight digits.
TEST(SecondFactor, MakesTheCodesOfTheRfc) {
  const std::pair<std::int64_t, const char*> table[] = {
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [second, code] : table)
    EXPECT_EQ(factor_code(rfc_secret, factor_step(at(second))), code) << second;
}

TEST(SecondFactor, ForgivesAClockThatIsOneStepOff) {
  const Instant now = at(1111111111);
  const std::int64_t step = factor_step(now);
  for (const int away : {-1, 0, 1}) {
    const auto code = factor_code(rfc_secret, step + away);
    EXPECT_EQ(accepted_step(rfc_secret, code, now, 0), step + away);
  }
  for (const int away : {-2, 2})
    EXPECT_FALSE(accepted_step(rfc_secret, factor_code(rfc_secret, step + away), now, 0));
}

TEST(SecondFactor, IsNeverTakenTwice) {
  const Instant now = at(1111111111);
  const std::int64_t step = factor_step(now);
  const auto code = factor_code(rfc_secret, step);
  EXPECT_TRUE(accepted_step(rfc_secret, code, now, step - 1));
  EXPECT_FALSE(accepted_step(rfc_secret, code, now, step));
  EXPECT_FALSE(accepted_step(rfc_secret, factor_code(rfc_secret, step - 1), now, step));
  EXPECT_TRUE(accepted_step(rfc_secret, factor_code(rfc_secret, step + 1), now, step));
}

TEST(SecondFactor, IsSixDigitsAndNothingElse) {
  const Instant now = at(59);
  for (const char* wrong : {"", "28708", "2870820", "28708 ", "abcdef"})
    EXPECT_FALSE(accepted_step(rfc_secret, wrong, now, -1)) << wrong;
  EXPECT_FALSE(accepted_step("", "", now, -1));
  EXPECT_FALSE(accepted_step("not base 32!", "287082", now, -1));
}

TEST(SecondFactor, AddressIsWhatAuthenticatorsRead) {
  EXPECT_EQ(factor_address("MZXW6YTB", "siti+a@contoh.example"),
            "otpauth://totp/Jalur:siti%2Ba%40contoh.example?secret=MZXW6YTB&issuer=Jalur"
            "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace jalur::accounts
