#include "accounts/password.h"

#include <gtest/gtest.h>

namespace jalur::accounts {

namespace {

Expected<void> check(const std::string& password) {
  return check_password(password, "Siti Aminah Rahma", "sitiaminah@dinkes.contoh.example");
}

}  // namespace

TEST(Password, IsTakenWhenItIsLongAndNotToBeGuessed) {
  for (const std::string& good :
       {std::string("kuda baterai jepit"), std::string("jalurjalu1"),
        std::string(252, 'x') + "abcd", std::string("\xC3\xA9l\xC3\xA8ve d'hiver")})
    EXPECT_TRUE(check(good)) << good;
}

TEST(Password, SaysInOneSentenceWhatIsWrong) {
  const std::pair<std::string, const char*> table[] = {
      {"", "too short"},
      {"sembilan9", "too short"},
      {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
       "abcd",
       "too short"},  // 14 bytes, 9 characters
      {std::string(253, 'x') + "abcd", "too long"},
      {"Siti Aminah Rahma", "own name"},
      {"sitiaminahrahma", "own name"},
      {"SitiAminah@dinkes.contoh.example", "own name or address"},
      {"sitiaminah", "own name or address"},
      {"Password123", "too common"},
      {"bismillah 123", "too common"},
      {"aaaaaaaaaaaa", "too common"},
      {"121212121212", "too common"},
      {std::string("kuda\0baterai", 12), "must be text"},
      {"kuda baterai \xFF", "must be text"},
  };
  for (const auto& [password, words] : table) {
    const auto checked = check(password);
    ASSERT_FALSE(checked) << password;
    ASSERT_EQ(checked.error().problems.size(), 1U);
    const auto& problem = checked.error().problems.front();
    EXPECT_NE(problem.text.en.find(words), std::string::npos)
        << password << ": " << problem.text.en;
    EXPECT_EQ(problem.field, "password");
    EXPECT_EQ(problem.value, "") << "a password is never repeated";
  }
}

}  // namespace jalur::accounts
