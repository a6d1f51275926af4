#include "formats/profiles.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <class Value>
std::vector<std::string> fields(const Expected<Value>& read) {
  std::vector<std::string> found;
  if (!read)
    for (const Problem& problem : read.error().problems) found.push_back(problem.field);
  return found;
}

std::string form_with(const std::string& further) {
  return R"({"revision":3,"name":"Antar","affairs":[2,16])" + further + "}";
}

std::string idea_with(const std::string& key, std::size_t bytes) {
  const auto value = [&](const std::string& each) {
    return each == key ? std::string(bytes, 'a') : std::string("a");
  };
  return fmt::format(R"({{"name":"{}","contact":"{}","title":"{}","problem":"{}","idea":"{}"}})",
                     value("name"), value("contact"), value("title"), value("problem"),
                     value("idea"));
}

}  // namespace

TEST(ProfileBodies, AFormIsReadAsItIsMeant) {
  const auto form = read_profile(form_with(
      R"(,"digital":false,"trial_on":null,"implemented_on":"2025-05-01","budget":250,)"
      R"("design":{"problem":"sepi"},"latitude":null,"longitude":"101.5","asta_cita":[4])"));
  ASSERT_TRUE(form) << form.error().problems.front().text.en;
  EXPECT_EQ(form->revision, 3);
  EXPECT_EQ(form->profile.affairs, (std::vector<int>{2, 16}));
  EXPECT_EQ(form->profile.digital, false);
  EXPECT_FALSE(form->profile.trial_on);
  EXPECT_EQ(form->profile.implemented_on, parse_date("2025-05-01"));
  EXPECT_EQ(form->profile.budget, 250);
  EXPECT_EQ(form->profile.design.problem, "sepi");
  EXPECT_EQ(form->profile.latitude, "");
  EXPECT_EQ(form->profile.longitude, "101.5");
  EXPECT_EQ(form->profile.asta_cita, std::vector<int>{4});
}

struct Wrong {
  const char* further;
  const char* field;
};

TEST(ProfileBodies, EveryWrongFieldIsNamed) {
  for (const Wrong& wrong :
       {Wrong{R"(,"digital":"yes")", "digital"}, Wrong{R"(,"budget":2.5)", "budget"},
        Wrong{R"(,"budget":1000000000000001)", "budget"}, Wrong{R"(,"budget":-1)", "budget"},
        Wrong{R"(,"asta_cita":[0])", "asta_cita[0]"}, Wrong{R"(,"design":"teks")", "design"},
        Wrong{R"(,"design":{"more":"x"})", "design.more"},
        Wrong{R"(,"trial_on":"kemarin")", "trial_on"}, Wrong{R"(,"stage":"trial")", "stage"}})
    EXPECT_THAT(fields(read_profile(form_with(wrong.further))), ElementsAre(wrong.field))
        << wrong.further;
  EXPECT_THAT(fields(read_profile(form_with(R"(,"budget":1000000000000000)"))), IsEmpty());
}

TEST(ProfileBodies, AStepAndItsDecreeAreReadWhole) {
  const auto step =
      read_step(R"({"to":"trial","on":"2025-02-01","reason":"siap","decree":)"
                R"({"kind":"head_decision","number":"1","date":"2025-01-20","title":"Uji"}})");
  ASSERT_TRUE(step);
  EXPECT_EQ(step->decree->date, parse_date("2025-01-20"));
  EXPECT_THAT(fields(read_step(R"({"to":"end","decree":{"kind":"x","number":"1"}})")),
              testing::UnorderedElementsAre("to", "reason", "decree.title", "decree.date"));
}

struct Limit {
  const char* key;
  std::size_t bytes;
};

TEST(ProfileBodies, AProposalIsNoLongerThanItsLimits) {
  for (const Limit& limit :
       {Limit{"name", limits::person_name_bytes}, Limit{"contact", limits::contact_bytes},
        Limit{"title", limits::name_bytes}, Limit{"problem", limits::proposal_prose_bytes},
        Limit{"idea", limits::proposal_prose_bytes}}) {
    EXPECT_TRUE(read_idea(idea_with(limit.key, limit.bytes))) << limit.key;
    EXPECT_THAT(fields(read_idea(idea_with(limit.key, limit.bytes + 1))), ElementsAre(limit.key));
  }
}

TEST(ProfileBodies, ReasonsNumbersAndAddressesHaveLimitsToo) {
  const auto reason = [](std::size_t bytes) {
    return read_step(fmt::format(R"({{"to":"trial","reason":"{}"}})", std::string(bytes, 'a')))
        .has_value();
  };
  EXPECT_TRUE(reason(limits::reason_bytes));
  EXPECT_FALSE(reason(limits::reason_bytes + 1));
  const auto video = [](std::size_t bytes) {
    return read_profile(form_with(fmt::format(R"(,"video":"{}")", std::string(bytes, 'a'))))
        .has_value();
  };
  EXPECT_TRUE(video(limits::address_bytes));
  EXPECT_FALSE(video(limits::address_bytes + 1));
  const auto number = [](std::size_t bytes) {
    return read_step(fmt::format(R"({{"to":"trial","reason":"a","decree":{{"kind":"a",)"
                                 R"("number":"{}","date":"2025-01-20","title":"a"}}}})",
                                 std::string(bytes, 'a')))
        .has_value();
  };
  EXPECT_TRUE(number(limits::decree_number_bytes));
  EXPECT_FALSE(number(limits::decree_number_bytes + 1));
}

TEST(ProfileBodies, ADecisionIsOneOfTwo) {
  EXPECT_TRUE(
      read_proposal_decision(R"({"outcome":"accepted","unit":"a","year":2026,"affair":3})"));
  EXPECT_THAT(fields(read_proposal_decision(R"({"outcome":"maybe"})")), ElementsAre("outcome"));
  EXPECT_THAT(fields(read_proposal_decision(R"({"outcome":"accepted","year":1999,"affair":39})")),
              ElementsAre("year", "affair"));
}

}  // namespace jalur
