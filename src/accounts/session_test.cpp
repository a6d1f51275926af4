#include "accounts/session.h"

#include <gtest/gtest.h>

#include "accounts/link.h"

namespace jalur::accounts {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

const Instant made = *parse_instant("2026-11-24T08:00:00.000Z");

}  // namespace

TEST(Session, EndsTwelveHoursAfterItsLastUse) {
  const SessionTimes times{made, made + hours(3)};
  EXPECT_FALSE(is_over(times, Half::no, made + hours(15) - milliseconds(1)));
  EXPECT_TRUE(is_over(times, Half::no, made + hours(15)));
}

TEST(Session, EndsAfterSevenDaysHoweverMuchItIsUsed) {
  const Instant end = made + hours(7 * 24);
  EXPECT_FALSE(is_over({made, end - minutes(1)}, Half::no, end - milliseconds(1)));
  EXPECT_TRUE(is_over({made, end - minutes(1)}, Half::no, end));
}

TEST(Session, WaitsTenMinutesForTheSecondFactor) {
  EXPECT_FALSE(is_over({made, made}, Half::yes, made + minutes(10) - milliseconds(1)));
  EXPECT_TRUE(is_over({made, made}, Half::yes, made + minutes(10)));
}

TEST(Session, NotesItsUseEveryFiveMinutes) {
  EXPECT_FALSE(is_to_be_noted({made, made}, made + minutes(5) - milliseconds(1)));
  EXPECT_TRUE(is_to_be_noted({made, made}, made + minutes(5)));
}

TEST(Session, AsksASecondFactorForTheRolesOfTheRegion) {
  EXPECT_FALSE(is_required({Role::operator_}, {Role::verifier, Role::coordinator}));
  EXPECT_TRUE(is_required({Role::operator_, Role::verifier}, {Role::verifier}));
  EXPECT_FALSE(is_required({Role::verifier}, {}));
}

TEST(Link, ServesAsLongAsItsPurposeAllows) {
  EXPECT_EQ(end_of_link(LinkPurpose::invitation, made), made + hours(7 * 24));
  EXPECT_EQ(end_of_link(LinkPurpose::recovery, made), made + hours(24));
  EXPECT_EQ(end_of_link(LinkPurpose::first, made), made + hours(24));
  for (const auto purpose : {LinkPurpose::first, LinkPurpose::invitation, LinkPurpose::recovery})
    EXPECT_EQ(link_purpose_from(word(purpose)), purpose);
  EXPECT_FALSE(link_purpose_from("second"));
}

}  // namespace jalur::accounts
