#include "accounts/person.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur::accounts {

namespace {

using testing::ElementsAre;

PersonGiven siti() {
  return {"Siti Aminah", "siti@dinkes.contoh.example", "", {{Role::operator_, "health"}}, {}};
}

Expected<PersonGiven> check(const PersonGiven& given, Host host = Host::region,
                            const std::vector<Role>& holds = {}) {
  return checked_person(given, host, holds);
}

std::vector<std::string> wrong_fields(const PersonGiven& given, Host host = Host::region) {
  std::vector<std::string> fields;
  const auto checked = check(given, host);
  if (checked) return fields;
  for (const Problem& problem : checked.error().problems) fields.push_back(problem.field);
  return fields;
}

}  // namespace

TEST(PersonGiven, IsTakenTrimmedAndFoldedWithEachRoleOnce) {
  PersonGiven given = siti();
  given.name = "  Siti Aminah ";
  given.email = "Siti@Dinkes.Contoh.example";
  given.roles.push_back(given.roles.front());
  const auto checked = check(given);
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->name, "Siti Aminah");
  EXPECT_EQ(checked->email, "siti@dinkes.contoh.example");
  EXPECT_EQ(checked->roles.size(), 1U);
}

TEST(PersonGiven, AllThatIsWrongIsToldAtOnce) {
  PersonGiven given{"", "nobody", "", {{Role::operator_, ""}, {Role::verifier, "health"}}, {}};
  given.state = PersonState::invited;
  EXPECT_THAT(wrong_fields(given),
              ElementsAre("name", "email", "grants[0].unit", "grants[1].unit", "state"));
}

TEST(PersonGiven, RolesOfAUnitNeedOneAndOthersHaveNone) {
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    PersonGiven given = siti();
    given.roles = {{role, is_of_a_unit(role) ? "health" : ""}};
    EXPECT_THAT(wrong_fields(given, Host::installation), ElementsAre()) << word(role);
    given.roles = {{role, is_of_a_unit(role) ? "" : "health"}};
    EXPECT_THAT(wrong_fields(given, Host::installation), ElementsAre("grants[0].unit"))
        << word(role);
  }
}

TEST(PersonGiven, HasOneToTwentyRoles) {
  PersonGiven given = siti();
  given.roles.clear();
  EXPECT_THAT(wrong_fields(given), ElementsAre("grants"));
  for (std::size_t i = 0; i < limits::grants_per_person; ++i)
    given.roles.push_back({Role::operator_, "u" + std::to_string(i)});
  EXPECT_THAT(wrong_fields(given), ElementsAre());
  given.roles.push_back({Role::operator_, "one more"});
  EXPECT_THAT(wrong_fields(given), ElementsAre("grants"));
}

TEST(PersonGiven, AnAssessorIsNotLetInByOneRegion) {
  PersonGiven given = siti();
  given.roles = {{Role::assessor, ""}};
  EXPECT_THAT(wrong_fields(given), ElementsAre("grants[0].role"));
  EXPECT_TRUE(check(given, Host::installation));
  EXPECT_TRUE(check(given, Host::region, {Role::assessor}));  // one who is stays
}

TEST(PersonGiven, ANameIsOneLineWithinItsLimit) {
  EXPECT_TRUE(checked_name(std::string(limits::person_name_bytes, 'a')));
  EXPECT_FALSE(checked_name(std::string(limits::person_name_bytes + 1, 'a')));
  EXPECT_FALSE(checked_name("Siti\nAminah"));
  EXPECT_FALSE(checked_name("   "));
}

TEST(Person, StatesHaveTheirWords) {
  for (const auto state : {PersonState::invited, PersonState::active, PersonState::closed})
    EXPECT_EQ(person_state_from(word(state)), state);
  EXPECT_FALSE(person_state_from("gone"));
}

}  // namespace jalur::accounts
