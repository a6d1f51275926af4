#include "accounts/token.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur::accounts {

TEST(Token, TellsItsRegion) {
  const std::string random(token_characters, 'x');
  for (const char* code : {"14", "14.01"}) {
    const auto region = *RegionCode::parse(code);
    const auto token = token_of(region, random);
    EXPECT_EQ(region_of_token(token), region);
    EXPECT_LE(token.size(), limits::token_bytes);
  }
}

TEST(Token, ThatWeNeverMadeIsNone) {
  const std::string random(token_characters, 'x');
  for (const std::string& wrong :
       {std::string(), random, "." + random, "14.1." + random, "14.01" + random,
        "14.01." + random.substr(1), "14.01." + random + "x", "14.01.=" + random.substr(1),
        "14.01. " + random.substr(1), "14.01.." + random})
    EXPECT_FALSE(region_of_token(wrong)) << wrong;
}

}  // namespace jalur::accounts
