#include "world/secrets.h"

#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "accounts/token.h"

namespace jalur::world {

namespace {

TEST(SodiumSecrets, KnowAPasswordAgainAndKeepOnlyItsHash) {
  SodiumSecrets secrets;
  const auto hash = secrets.password_hash("kuda baterai jepit");
  ASSERT_TRUE(hash);
  EXPECT_TRUE(hash->starts_with("$argon2id$"));
  EXPECT_EQ(hash->find("kuda"), std::string::npos);
  EXPECT_NE(*hash, *secrets.password_hash("kuda baterai jepit"));  // another salt
  EXPECT_EQ(secrets.check("kuda baterai jepit", *hash), app::Fit::yes);
  EXPECT_EQ(secrets.check("kuda baterai jepit ", *hash), app::Fit::no);
  EXPECT_FALSE(secrets.is_outdated(*hash));
}

TEST(SodiumSecrets, NobodysPasswordNeverFits) {
  SodiumSecrets secrets;
  EXPECT_EQ(secrets.check("", ""), app::Fit::no);
  EXPECT_EQ(secrets.check("kuda baterai jepit", ""), app::Fit::no);
}

TEST(SodiumSecrets, CostsOfEarlierDaysAreOutdated) {
  SodiumSecrets secrets;
  EXPECT_TRUE(
      secrets.is_outdated("$argon2id$v=19$m=8192,t=1,p=1$"
                          "c29tZXNhbHRzb21lc2FsdA$"
                          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

TEST(SodiumSecrets, TokensAreNeverTheSameAndHaveTheirForm) {
  SodiumSecrets secrets;
  const auto token = secrets.random_token();
  EXPECT_NE(token, secrets.random_token());
  EXPECT_TRUE(accounts::region_of_token(accounts::token_of(*RegionCode::parse("14.01"), token)));
}

// BLAKE2b-256 of "abc", as b2sum -l 256 gives it.
TEST(SodiumSecrets, AFingerprintIsBlake2b) {
  SodiumSecrets secrets;
  EXPECT_EQ(secrets.fingerprint("abc"),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(SodiumSecrets, ManyAtOnceTakeTurns) {
  SodiumSecrets secrets;
  const auto hash = *secrets.password_hash("kuda baterai jepit");
  std::atomic<int> right{0};
  std::vector<std::thread> people;
  for (int i = 0; i < 6; ++i)
    people.emplace_back([&] {
      if (secrets.check("kuda baterai jepit", hash) == app::Fit::yes) ++right;
    });
  for (std::thread& person : people) person.join();
  EXPECT_EQ(right, 6);
}

}  // namespace

}  // namespace jalur::world
