// Signing in and out, sessions, and the second factor.
#include <thread>

#include "accounts/totp.h"
#include "app/account_fixture_test.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

using accounts::Role;
using accounts::SecondFactor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

TEST_F(Accounts, SignInOpensASession) {
  first_coordinator();
  const auto opened = sign_in(house_, " Koko@Kampar.Contoh.example", good_password, "");
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->token.starts_with("14.01."));
  EXPECT_EQ(opened->standing.person->email, koko);
  EXPECT_EQ(opened->standing.second_factor, SecondFactor::off);
  const auto caller = caller_of(house_, opened->token);
  ASSERT_TRUE(caller);
  EXPECT_TRUE(accounts::may(*caller, accounts::Action::manage_people, {kampar, ""}));
  EXPECT_EQ(people_.actions().back(), "person.signed_in");
}

// Nobody learns from the answer, or from how long it took, whether an address has an account.
TEST_F(Accounts, AnUnknownAddressIsAnsweredLikeAWrongPasswordAndHashedToo) {
  first_coordinator();
  const auto wrong = sign_in(house_, koko, "not the password", "");
  EXPECT_EQ(secrets_.checks, 1);
  const auto unknown = sign_in(house_, "nobody@contoh.example", "not the password", "");
  EXPECT_EQ(secrets_.checks, 2);
  const auto no_address = sign_in(house_, "nobody", "not the password", "");
  EXPECT_EQ(secrets_.checks, 3);
  EXPECT_EQ(code_of(wrong), ErrorCode::unauthenticated);
  EXPECT_EQ(wrong.error(), unknown.error());
  EXPECT_EQ(wrong.error(), no_address.error());
}

TEST_F(Accounts, WhoIsNotActiveIsAnsweredLikeAWrongPassword) {
  const auto coordinator = first_coordinator().standing.caller;
  invited(coordinator, "baru@contoh.example", {Role::verifier, ""});
  EXPECT_EQ(code_of(sign_in(house_, "baru@contoh.example", "", "")), ErrorCode::unauthenticated);
  const auto closed = active(coordinator, "tutup@contoh.example", {Role::verifier, ""});
  auto change = given("Orang", "tutup@contoh.example", {{Role::verifier, ""}});
  change.state = accounts::PersonState::closed;
  ASSERT_TRUE(change_person(house_, coordinator, kampar, closed.standing.person->id, change));
  EXPECT_EQ(code_of(sign_in(house_, "tutup@contoh.example", good_password, "")),
            ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(caller_of(house_, closed.token)), ErrorCode::unauthenticated);
}

TEST_F(Accounts, AfterFiveWrongTriesOneWaitsAndTheLogSaysSoOnce) {
  first_coordinator();
  const auto before = people_.entries().size();
  for (int i = 0; i < limits::wrong_tries; ++i)
    EXPECT_EQ(code_of(sign_in(house_, koko, "wrong", "")), ErrorCode::unauthenticated);
  EXPECT_EQ(people_.entries().size(), before + 1);
  EXPECT_EQ(people_.actions().back(), "person.refused");
  const int checks = secrets_.checks;
  const auto refused = sign_in(house_, koko, good_password, "");
  EXPECT_EQ(code_of(refused), ErrorCode::too_many);
  EXPECT_NE(refused.error().problems[0].text.en.find("60 seconds"), std::string::npos);
  EXPECT_EQ(secrets_.checks, checks) << "while one waits nothing is hashed";
  pass(minutes(1));
  EXPECT_TRUE(sign_in(house_, koko, good_password, ""));
  EXPECT_EQ(code_of(sign_in(house_, koko, "wrong", "")), ErrorCode::unauthenticated);
}

TEST_F(Accounts, AnAddressWrittenInAnotherWayIsTheSameAddress) {
  first_coordinator();
  for (const char* written :
       {"koko@kampar.contoh.example", " koko@kampar.contoh.example", "KOKO@kampar.contoh.example",
        "koko@kampar.contoh.example  ", "Koko@Kampar.Contoh.Example"})
    EXPECT_EQ(code_of(sign_in(house_, written, "wrong", "")), ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(sign_in(house_, "\t" + koko, "wrong", "")), ErrorCode::too_many);
}

TEST_F(Accounts, AnUnknownAddressWaitsToo) {
  for (int i = 0; i < limits::wrong_tries; ++i)
    EXPECT_EQ(code_of(sign_in(house_, "nobody@contoh.example", "wrong", "")),
              ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(sign_in(house_, "nobody@contoh.example", "wrong", "")), ErrorCode::too_many);
}

TEST_F(Accounts, OneClientMayTryManyAddressesOnlyWithinItsBudget) {
  for (int i = 0; i < limits::tries_per_client; ++i)
    EXPECT_EQ(code_of(sign_in(house_, "a" + std::to_string(i) + "@b.id", "wrong", "10.0.0.7")),
              ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(sign_in(house_, "x@b.id", "wrong", "10.0.0.7")), ErrorCode::too_many);
  EXPECT_EQ(code_of(sign_in(house_, "x@b.id", "wrong", "10.0.0.8")), ErrorCode::unauthenticated);
  pass(limits::client_try_returns);
  EXPECT_EQ(code_of(sign_in(house_, "y@b.id", "wrong", "10.0.0.7")), ErrorCode::unauthenticated);
}

TEST_F(Accounts, ManyTriesAtOnceGainNothing) {
  first_coordinator();
  std::atomic<int> looked_at{0};
  std::vector<std::thread> guessers;
  for (int i = 0; i < 20; ++i)
    guessers.emplace_back([&] {
      const auto answer = sign_in(house_, koko, "wrong", "");
      if (!answer && answer.error().code == ErrorCode::unauthenticated) ++looked_at;
    });
  for (std::thread& guesser : guessers) guesser.join();
  EXPECT_EQ(looked_at, limits::wrong_tries);
}

TEST_F(Accounts, AHashOfEarlierDaysIsRenewedAtSignIn) {
  first_coordinator();
  secrets_.current = "newer hash of ";
  ASSERT_TRUE(sign_in(house_, koko, good_password, ""));
  EXPECT_EQ(people_.account_of(koko)->password_hash, "newer hash of " + good_password);
}

TEST_F(Accounts, ASessionEndsWhenItIsNotUsed) {
  const auto opened = first_coordinator();
  pass(hours(11));
  EXPECT_TRUE(caller_of(house_, opened.token));  // which is noted
  pass(hours(11));
  EXPECT_TRUE(caller_of(house_, opened.token));
  pass(hours(12));
  EXPECT_EQ(code_of(caller_of(house_, opened.token)), ErrorCode::unauthenticated);
  EXPECT_FALSE(show_session(house_, opened.token)->person);
}

TEST_F(Accounts, TheLastUseIsNotedEveryFiveMinutesOnly) {
  const auto opened = first_coordinator();
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(caller_of(house_, opened.token));
  EXPECT_EQ(people_.uses_noted, 0);
  pass(minutes(5));
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(caller_of(house_, opened.token));
  EXPECT_EQ(people_.uses_noted, 1);
}

TEST_F(Accounts, SignOutEndsTheSessionAtOnce) {
  const auto opened = first_coordinator();
  ASSERT_TRUE(sign_out(house_, opened.token));
  EXPECT_EQ(people_.actions().back(), "person.signed_out");
  EXPECT_EQ(code_of(caller_of(house_, opened.token)), ErrorCode::unauthenticated);
  EXPECT_TRUE(sign_out(house_, opened.token));  // again: nobody is signed out
  EXPECT_TRUE(sign_out(house_, "nonsense"));
}

TEST_F(Accounts, TokensThatWeNeverMadeAreNobodys) {
  const auto opened = first_coordinator();
  for (const std::string& token :
       {std::string(), std::string("x"), opened.token + "x", "14.02" + opened.token.substr(5)}) {
    EXPECT_EQ(code_of(caller_of(house_, token)), ErrorCode::unauthenticated) << token;
    EXPECT_FALSE(show_session(house_, token)->person) << token;
  }
}

TEST_F(Accounts, AChangedPasswordEndsAllOtherSessions) {
  const auto here = first_coordinator();
  const auto there = sign_in(house_, koko, good_password, "");
  ASSERT_TRUE(there);
  EXPECT_EQ(code_of(change_password(house_, here.token, "wrong", "gajah lilin payung")),
            ErrorCode::invalid_input);
  EXPECT_EQ(code_of(change_password(house_, here.token, good_password, "short")),
            ErrorCode::invalid_input);
  EXPECT_TRUE(caller_of(house_, there->token));
  ASSERT_TRUE(change_password(house_, here.token, good_password, "gajah lilin payung"));
  EXPECT_TRUE(caller_of(house_, here.token));
  EXPECT_EQ(code_of(caller_of(house_, there->token)), ErrorCode::unauthenticated);
  EXPECT_TRUE(sign_in(house_, koko, "gajah lilin payung", ""));
  EXPECT_EQ(code_of(sign_in(house_, koko, good_password, "")), ErrorCode::unauthenticated);
}

class WithSecondFactor : public Accounts {
 protected:
  void SetUp() override {
    Accounts::SetUp();
    opened_ = first_coordinator();
    secret_ = begin_second_factor(house_, opened_.token)->secret;
    ASSERT_TRUE(confirm_second_factor(house_, opened_.token, code()));
    pass(seconds(30));
  }
  std::string code() { return accounts::factor_code(secret_, accounts::factor_step(clock_.now())); }

  Opened opened_;
  std::string secret_;
};

TEST_F(Accounts, ASecondFactorCountsOnlyOnceItsFirstCodeWasGiven) {
  const auto opened = first_coordinator();
  EXPECT_EQ(code_of(confirm_second_factor(house_, opened.token, "000000")), ErrorCode::conflict);
  ASSERT_TRUE(begin_second_factor(house_, opened.token));
  EXPECT_EQ(code_of(confirm_second_factor(house_, opened.token, "000000")),
            ErrorCode::invalid_input);
  EXPECT_EQ(show_session(house_, opened.token)->second_factor, SecondFactor::off);
  EXPECT_EQ(sign_in(house_, koko, good_password, "")->standing.second_factor, SecondFactor::off);
}

TEST_F(WithSecondFactor, ThePasswordAloneSignsNobodyIn) {
  const auto half = sign_in(house_, koko, good_password, "");
  ASSERT_TRUE(half);
  EXPECT_EQ(half->standing.second_factor, SecondFactor::needed);
  EXPECT_FALSE(half->standing.person);
  EXPECT_EQ(code_of(caller_of(house_, half->token)), ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(change_password(house_, half->token, good_password, "gajah lilin payung")),
            ErrorCode::unauthenticated);
  const auto whole = give_second_factor(house_, half->token, code(), "");
  ASSERT_TRUE(whole);
  EXPECT_NE(whole->token, half->token);
  EXPECT_EQ(whole->standing.second_factor, SecondFactor::on);
  EXPECT_TRUE(caller_of(house_, whole->token));
  EXPECT_EQ(code_of(give_second_factor(house_, half->token, code(), "")),
            ErrorCode::unauthenticated);
}

TEST_F(WithSecondFactor, ACodeServesOnce) {
  const auto one = sign_in(house_, koko, good_password, "");
  const auto two = sign_in(house_, koko, good_password, "");
  ASSERT_TRUE(give_second_factor(house_, one->token, code(), ""));
  EXPECT_EQ(code_of(give_second_factor(house_, two->token, code(), "")),
            ErrorCode::unauthenticated);
  pass(seconds(30));
  EXPECT_TRUE(give_second_factor(house_, two->token, code(), ""));
}

TEST_F(WithSecondFactor, CodesCannotBeGuessed) {
  const auto half = sign_in(house_, koko, good_password, "");
  for (int i = 0; i < limits::wrong_tries; ++i)
    EXPECT_EQ(code_of(give_second_factor(house_, half->token, "000000", "")),
              ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(give_second_factor(house_, half->token, code(), "")), ErrorCode::too_many);
}

TEST_F(WithSecondFactor, AHalfSessionIsOverAfterTenMinutes) {
  const auto half = sign_in(house_, koko, good_password, "");
  pass(minutes(10));
  EXPECT_EQ(code_of(give_second_factor(house_, half->token, code(), "")),
            ErrorCode::unauthenticated);
}

TEST_F(WithSecondFactor, ItEndsOnlyWhereTheRegionDoesNotRequireIt) {
  const auto caller = opened_.standing.caller;
  ASSERT_TRUE(change_settings(house_, caller, kampar, {false, {Role::coordinator}}));
  EXPECT_EQ(code_of(end_second_factor(house_, opened_.token)), ErrorCode::conflict);
  ASSERT_TRUE(change_settings(house_, caller, kampar, {false, {Role::verifier}}));
  EXPECT_EQ(end_second_factor(house_, opened_.token)->second_factor, SecondFactor::off);
}

TEST_F(Accounts, RolesThatNeedASecondFactorDoNotCountUntilOneIsSetUp) {
  const auto opened = first_coordinator();
  ASSERT_TRUE(
      change_settings(house_, opened.standing.caller, kampar, {false, {Role::coordinator}}));
  const auto caller = caller_of(house_, opened.token);
  ASSERT_TRUE(caller);
  EXPECT_TRUE(caller->grants.empty());
  EXPECT_TRUE(accounts::may_somewhere(*caller, accounts::Action::manage_self));
  EXPECT_EQ(code_of(list_people(house_, *caller, {kampar, "", {}, "", 50, {}})),
            ErrorCode::forbidden);
  EXPECT_EQ(show_session(house_, opened.token)->second_factor, SecondFactor::due);
  const auto secret = begin_second_factor(house_, opened.token)->secret;
  const auto code = accounts::factor_code(secret, accounts::factor_step(clock_.now()));
  const auto standing = confirm_second_factor(house_, opened.token, code);
  ASSERT_TRUE(standing);
  EXPECT_EQ(standing->second_factor, SecondFactor::on);
  EXPECT_EQ(caller_of(house_, opened.token)->grants.size(), 1U);
}

}  // namespace

}  // namespace jalur::app
