#include "registry/calendar.h"

#include <gmock/gmock.h>

namespace jalur::registry {

namespace {

using testing::HasSubstr;

Date day(const char* text) { return *parse_date(text); }
Instant at(const char* text) { return *parse_instant(text); }

// Open 1 to 31 July; Tambang may work until 5 August.
Calendar july() {
  Calendar calendar;
  calendar.opens_on = day("2026-07-01");
  calendar.closes_on = day("2026-07-31");
  calendar.exceptions = {
      {"t", {"Kecamatan Tambang", "Kec. Tambang"}, day("2026-08-05"), "Banjir besar"}};
  return calendar;
}

struct Case {
  const char* today;
  const char* unit;
  Phase phase;
};

std::string said(const Expected<void>& checked) {
  return checked ? "" : checked.error().problems.front().text.en;
}

}  // namespace

TEST(Calendar, AYearIsOpenFromItsFirstDayToItsLast) {
  for (const Case& each :
       {Case{"2026-06-30", "Dinas", Phase::not_open}, Case{"2026-07-01", "Dinas", Phase::open},
        Case{"2026-07-31", "Dinas", Phase::open}, Case{"2026-08-01", "Dinas", Phase::closed},
        Case{"2026-08-05", "Kecamatan Tambang", Phase::open},
        Case{"2026-08-05", "Kec. Tambang", Phase::open},
        Case{"2026-08-06", "Kec. Tambang", Phase::closed}, Case{"2026-08-01", "", Phase::closed}}) {
    EXPECT_EQ(phase(july(), each.unit, day(each.today)), each.phase) << each.today << each.unit;
  }
}

TEST(Calendar, AYearWithoutDatesIsOpen) {
  EXPECT_EQ(phase({}, "Dinas", day("2026-01-01")), Phase::open);
  EXPECT_FALSE(days_left({}, "Dinas", day("2026-01-01")));
}

TEST(Calendar, AnExtensionMovesTheLastDayAndAnExceptionNeverShortensIt) {
  Calendar calendar = july();
  calendar.extended_to = day("2026-08-10");
  EXPECT_EQ(phase(calendar, "Dinas", day("2026-08-10")), Phase::open);
  EXPECT_EQ(last_day(calendar, "Kecamatan Tambang"), day("2026-08-10"));
  EXPECT_EQ(days_left(calendar, "Dinas", day("2026-08-10")), 0);
  EXPECT_EQ(days_left(calendar, "Dinas", day("2026-08-08")), 2);
  EXPECT_FALSE(days_left(calendar, "Dinas", day("2026-08-11")));
}

TEST(Calendar, ALockIsForEverybodyAlsoWithAnException) {
  Calendar calendar = july();
  calendar.locked_at = at("2026-08-01T18:00:00.000Z");
  for (const Hand hand : {Hand::unit, Hand::coordinator, Hand::verifier}) {
    const auto checked = check_may_change(calendar, "Kec. Tambang", day("2026-08-02"), hand);
    EXPECT_THAT(said(checked), HasSubstr("locked since 2026-08-02"));  // in Western Indonesia
    EXPECT_EQ(checked.error().code, ErrorCode::conflict);
  }
}

TEST(Calendar, UnitsWorkWhileItIsOpenOthersUntilTheLock) {
  const auto on = [](const char* today, Hand hand) {
    return said(check_may_change(july(), "Dinas", day(today), hand));
  };
  EXPECT_THAT(on("2026-06-30", Hand::unit), HasSubstr("opens on 2026-07-01"));
  EXPECT_EQ(on("2026-07-31", Hand::unit), "");
  EXPECT_THAT(on("2026-08-01", Hand::unit), HasSubstr("closed after 2026-07-31"));
  EXPECT_EQ(on("2026-08-01", Hand::coordinator), "");
  EXPECT_EQ(on("2026-06-30", Hand::verifier), "");
}

TEST(Calendar, ADayEndsAtMidnightOfWesternIndonesia) {
  EXPECT_EQ(day_of(at("2026-07-31T16:59:59.999Z")), day("2026-07-31"));
  EXPECT_EQ(day_of(at("2026-07-31T17:00:00.000Z")), day("2026-08-01"));
  EXPECT_EQ(due_on(at("2026-07-31T17:00:00.000Z"), 7), day("2026-08-08"));
}

TEST(Calendar, WrongDatesAndTargetsAreAllToldAtOnce) {
  Calendar calendar = july();
  EXPECT_TRUE(check(calendar));
  calendar.closes_on = day("2026-06-30");
  calendar.extended_to = day("2026-06-30");
  calendar.targets.verify = 0;
  calendar.targets.decide = 366;
  const auto checked = check(calendar);
  ASSERT_FALSE(checked);
  ASSERT_EQ(checked.error().problems.size(), 4u);
  EXPECT_EQ(checked.error().problems[1].field, "extended_to");
  EXPECT_EQ(checked.error().problems[2].field, "targets.verify");
  calendar = {};
  calendar.extended_to = day("2026-08-01");
  EXPECT_THAT(said(check(calendar)), HasSubstr("needs a deadline"));
}

TEST(Calendar, AReasonHasTenCharactersAtLeastAndFourThousandAtMost) {
  EXPECT_TRUE(check_reason("SK kurang."));
  EXPECT_TRUE(check_reason(std::string(4000, 'x')));
  for (const std::string& wrong :
       {std::string("SK kurang"), std::string(4001, 'x'), std::string(12, ' '), std::string()}) {
    EXPECT_EQ(check_reason(wrong).error().problems.front().field, "reason") << wrong;
  }
}

}  // namespace jalur::registry
