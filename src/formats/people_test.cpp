#include "formats/people.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

template <class Value>
std::vector<std::string> fields(const Expected<Value>& read) {
  std::vector<std::string> found;
  if (!read)
    for (const Problem& problem : read.error().problems) found.push_back(problem.field);
  return found;
}

template <class Value>
std::string all_said(const Expected<Value>& read) {
  std::string said;
  if (!read)
    for (const Problem& problem : read.error().problems)
      said += problem.value + problem.text.id + problem.text.en;
  return said;
}

TEST(PeopleBodies, AreReadAsTheyAreMeant) {
  const auto sign_in = read_sign_in(R"({"email":"a@b.id","password":"rahasia "})");
  ASSERT_TRUE(sign_in);
  EXPECT_EQ(sign_in->email, "a@b.id");
  EXPECT_EQ(sign_in->password, "rahasia ");
  EXPECT_EQ(read_code(R"({"code":"012345"})"), "012345");
  const auto person = read_person(
      R"({"name":"Siti","email":"a@b.id","unit":null,"state":"closed",)"
      R"("grants":[{"role":"operator","unit":"u-1"},{"role":"verifier","unit":null}]})");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->state, accounts::PersonState::closed);
  EXPECT_THAT(person->roles, ElementsAre(accounts::HeldRole{accounts::Role::operator_, "u-1"},
                                         accounts::HeldRole{accounts::Role::verifier, ""}));
  const auto settings = read_settings(R"({"figures_open":true,"second_factor_for":["verifier"]})");
  ASSERT_TRUE(settings);
  EXPECT_TRUE(settings->figures_open);
}

TEST(PeopleBodies, TellAllThatIsWrong) {
  EXPECT_THAT(fields(read_sign_in("{}")), ElementsAre("email", "password"));
  EXPECT_THAT(fields(read_sign_in(R"({"email":"a","password":"b","more":1})")),
              ElementsAre("more"));
  for (const char* code : {R"({"code":"12345"})", R"({"code":"12345a"})", R"({"code":123456})"})
    EXPECT_THAT(fields(read_code(code)), ElementsAre("code")) << code;
  EXPECT_THAT(
      fields(read_person(
          R"({"name":"","email":1,"state":"invited","grants":[{"role":"king"},7,{"role":"verifier","x":1}]})")),
      ElementsAre("name", "email", "grants[0].role", "grants[1]", "grants[2].x", "state"));
  EXPECT_THAT(fields(read_settings(R"({"figures_open":1})")),
              ElementsAre("figures_open", "second_factor_for"));
  EXPECT_THAT(fields(read_settings(
                  R"({"figures_open":true,"second_factor_for":["verifier","verifier","king"]})")),
              ElementsAre("second_factor_for[1]", "second_factor_for[2]"));
}

TEST(PeopleBodies, NeverRepeatASecret) {
  const std::string secret = "kudabaterai";
  const std::string longer = secret + std::string(limits::password_bytes, 'x');
  for (const std::string& password : {"\"" + longer + "\"", "[\"" + secret + "\"]"}) {
    EXPECT_THAT(all_said(read_sign_in(R"({"email":"a","password":)" + password + "}")),
                Not(HasSubstr(secret)));
    EXPECT_THAT(all_said(read_passwords(R"({"current":)" + password + R"(,"password":"b"})")),
                Not(HasSubstr(secret)));
    EXPECT_THAT(all_said(read_link_use(R"({"password":)" + password + "}")),
                Not(HasSubstr(secret)));
  }
}

TEST(PeopleAnswers, ASessionOfNobodyShowsWhatAnybodyMay) {
  EXPECT_EQ(session_json({}, {}),
            R"({"signed_in":false,"second_factor":"off","person":null,"region":null,"unit":null,)"
            R"("grants":[],"permissions":{"read_rules":"nation","read_figures":"open_region",)"
            R"("propose_idea":"nation"},"sample_people":[]})");
}

TEST(PeopleAnswers, APersonNeverShowsTheirSecrets) {
  app::Account account;
  account.person = {"id",
                    *RegionCode::parse("14.01"),
                    "Siti",
                    "siti@contoh.example",
                    "u-1",
                    {{accounts::Role::operator_, "u-1"}},
                    accounts::PersonState::active};
  account.password_hash = "HASH";
  account.factor_secret = "SECRET";
  const app::RegionUnits units({{{"u-1", {}, "Dinas Kesehatan", Unit::Kind::agency, true, {}}},
                                {{"Dinas Kesehatan", "u-1"}}});
  EXPECT_EQ(person_json({account, units}),
            R"({"id":"id","name":"Siti","email":"siti@contoh.example",)"
            R"("unit":{"id":"u-1","name":"Dinas Kesehatan"},)"
            R"("grants":[{"role":"operator","unit":{"id":"u-1","name":"Dinas Kesehatan"}}],)"
            R"("state":"active","second_factor":true,"signed_in_at":null,"link_expires_at":null})");
}

}  // namespace

}  // namespace jalur
