#include "base/date.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur {
namespace {

TEST(Date, IsReadWhenTheCalendarHasIt) {
  for (const std::string text : {"2024-05-01", "2024-02-29", "2000-02-29", "2023-02-28",
                                 "2024-12-31", "2024-01-01", "0001-01-01", "9999-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_string(*date), text);
  }
}

TEST(Date, IsNothingInAnyOtherFormAndOnDaysThatDoNotExist) {
  const std::string table[] = {
      "",
      "2024",
      "2024-05",
      "2023-02-29",
      "1900-02-29",
      "2100-02-29",
      "2024-02-30",
      "2024-04-31",
      "2024-00-10",
      "2024-13-01",
      "2024-01-00",
      "2024-01-32",
      "0000-01-01",
      "2024-5-01",
      "2024-05-1",
      "24-05-01",
      "2024/05/01",
      "01-05-2024",
      "2024-05-0a",
      "2024- 5-01",
      " 2024-05-01",
      "2024-05-01 ",
      "2024-05-01T00:00:00Z",
      "-024-05-01",
      "+024-05-01",
      "2024-05--1",
      "20240501",
      "2024-05-01\n",
  };
  for (const std::string& text : table) EXPECT_FALSE(parse_date(text)) << '"' << text << '"';
}

RC_GTEST_PROP(Date, ComesBackAsItWasWritten, ()) {
  const auto days = *rc::gen::inRange(-700'000, 2'900'000);
  const Date date{std::chrono::sys_days(std::chrono::days(days))};
  RC_PRE(static_cast<int>(date.year()) >= 1 && static_cast<int>(date.year()) <= 9999);
  RC_ASSERT(parse_date(to_string(date)) == date);
}

TEST(Instant, IsWrittenInUtcToTheMillisecond) {
  const auto at = [](std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); };
  EXPECT_EQ(to_string(at(0)), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_string(at(1)), "1970-01-01T00:00:00.001Z");
  EXPECT_EQ(to_string(at(-1)), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(to_string(at(1'709'251'199'999)), "2024-02-29T23:59:59.999Z");
  EXPECT_EQ(to_string(at(1'795'498'200'000)), "2026-11-24T05:30:00.000Z");
}

TEST(Instant, IsReadOnlyAsItIsWritten) {
  EXPECT_EQ(parse_instant("2026-11-24T05:30:00.000Z"),
            Instant(std::chrono::milliseconds(1'795'498'200'000)));
  for (const char* text :
       {"", "2026-11-24", "2026-11-24T05:30:00Z", "2026-11-24 05:30:00.000Z",
        "2026-11-24T24:00:00.000Z", "2026-11-24T05:60:00.000Z", "2026-11-24T05:30:60.000Z",
        "2026-02-30T05:30:00.000Z", "2026-11-24T05:30:00.000z", "2026-11-24T05:30:00,000Z"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

struct Written {
  const char* text;
  const char* instant;  // nullptr: refused
};

TEST(Time, IsReadAsRfc3339Allows) {
  for (const Written& written :
       {Written{"2026-11-24T05:30:00Z", "2026-11-24T05:30:00.000Z"},
        Written{"2026-11-24T05:30:00.1Z", "2026-11-24T05:30:00.100Z"},
        Written{"2026-11-24T05:30:00.123456789Z", "2026-11-24T05:30:00.123Z"},
        Written{"2026-11-24T12:30:00+07:00", "2026-11-24T05:30:00.000Z"},
        Written{"2026-11-23T23:30:00.5-06:00", "2026-11-24T05:30:00.500Z"},
        Written{"2026-11-24T05:30:00", nullptr}, Written{"2026-11-24T05:30:00.Z", nullptr},
        Written{"2026-11-24T25:30:00Z", nullptr}, Written{"2026-11-24T05:30:00+7:00", nullptr},
        Written{"2026-11-24T05:30:00+24:00", nullptr}, Written{"2026-11-24T05:30Z", nullptr},
        Written{"2026-11-24 05:30:00Z", nullptr}, Written{"2026-02-30T05:30:00Z", nullptr},
        Written{"2026-11-24T05:30:00Z ", nullptr}, Written{"", nullptr}}) {
    const auto read = parse_time(written.text);
    ASSERT_EQ(read.has_value(), written.instant != nullptr) << written.text;
    if (read) {
      EXPECT_EQ(to_string(*read), written.instant) << written.text;
    }
  }
}

}  // namespace
}  // namespace jalur
