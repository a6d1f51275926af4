#include "base/ids.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur {
namespace {

TEST(RegionCode, NamesAProvinceOrARegion) {
  for (const std::string text : {"14", "14.01", "91.99", "00"}) {
    const auto code = RegionCode::parse(text);
    ASSERT_TRUE(code) << text;
    EXPECT_EQ(code->str(), text);
    EXPECT_EQ(code->province(), text.substr(0, 2));
  }
}

TEST(RegionCode, IsNothingInAnyOtherForm) {
  const std::string table[] = {"",      "1",      "1401",   "14.1",  "14.",   "14-01",
                               "14,01", "14.01 ", " 14.01", "a4.01", "14.0a", "14.01.1",
                               "xx",    "1 ",     "-1",     "14.-1", "14.001"};
  for (const std::string& text : table) EXPECT_FALSE(RegionCode::parse(text)) << text;
}

TEST(RegionCode, OrdersAProvinceBeforeItsRegions) {
  const auto code = [](std::string_view text) { return *RegionCode::parse(text); };
  EXPECT_LT(code("14"), code("14.01"));
  EXPECT_LT(code("14.01"), code("14.02"));
  EXPECT_LT(code("14.99"), code("15"));
  EXPECT_LT(RegionCode(), code("11"));
}

TEST(IndicatorId, ComesBackAsItWasWritten) {
  for (const std::string text : {"1", "2a", "2b", "9", "10a", "16", "36", "99z"}) {
    const auto id = IndicatorId::parse(text);
    ASSERT_TRUE(id) << text;
    EXPECT_EQ(id->str(), text);
  }
  EXPECT_EQ(IndicatorId::parse("13b")->number(), 13);
}

TEST(IndicatorId, IsNothingInAnyOtherForm) {
  const std::string table[] = {"",    "0",  "0a", "01", "a",   "a5", "5A", "5ab",
                               "100", "5 ", " 5", "-5", "5.1", "5-", "1é"};
  for (const std::string& text : table) EXPECT_FALSE(IndicatorId::parse(text)) << text;
}

TEST(IndicatorId, OrdersAsTheNationalListDoes) {
  const std::vector<std::string> national{"1",   "2a",  "2b",  "3",  "4",   "5a",  "5b", "9",
                                          "10a", "10b", "11a", "12", "13a", "13b", "16", "36"};
  std::vector<IndicatorId> ids;
  for (const std::string& text : national) ids.push_back(*IndicatorId::parse(text));
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  EXPECT_LT(IndicatorId(), ids.front());
}

Instant at(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }

TEST(Uuid7, HoldsTheInstantTheVersionAndTheVariant) {
  std::array<std::uint8_t, 10> zeros{};
  std::array<std::uint8_t, 10> ones{};
  ones.fill(0xFF);
  EXPECT_EQ(uuid7(at(0), zeros), "00000000-0000-7000-8000-000000000000");
  EXPECT_EQ(uuid7(at(0), ones), "00000000-0000-7fff-bfff-ffffffffffff");
  EXPECT_EQ(uuid7(at(0x0123'4567'89ab), zeros), "01234567-89ab-7000-8000-000000000000");
  const std::array<std::uint8_t, 10> counting{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  EXPECT_EQ(uuid7(at(0), counting), "00000000-0000-7102-8304-05060708090a");
}

RC_GTEST_PROP(Uuid7, MadeLaterSortsLater,
              (std::array<std::uint8_t, 10> a, std::array<std::uint8_t, 10> b)) {
  const auto time = rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 48);
  const auto earlier = *time;
  const auto later = *time;
  RC_PRE(earlier < later);
  RC_ASSERT(uuid7(at(earlier), a) < uuid7(at(later), b));
  RC_ASSERT(uuid7(at(earlier), a) < uuid7(at(earlier + 1), b));
}

RC_GTEST_PROP(Uuid7, IsAUuidOfVersionSeven, (std::array<std::uint8_t, 10> random)) {
  const std::string id =
      uuid7(at(*rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 48)), random);
  RC_ASSERT(is_uuid(id));
  RC_ASSERT(id[14] == '7');
  RC_ASSERT(std::string("89ab").find(id[19]) != std::string::npos);
}

TEST(IsUuid, AsksForTheOneWrittenForm) {
  EXPECT_TRUE(is_uuid("01234567-89ab-7000-8000-00000000000f"));
  const std::string table[] = {
      "",
      "01234567-89ab-7000-8000-00000000000",
      "01234567-89ab-7000-8000-00000000000ff",
      "01234567-89AB-7000-8000-00000000000F",
      "0123456789ab70008000000000000000000f",
      "01234567-89ab-7000-8000-00000000000g",
      "01234567_89ab-7000-8000-00000000000f",
      "{1234567-89ab-7000-8000-00000000000}",
      "0123456-789ab-7000-8000-00000000000f",
  };
  for (const std::string& text : table) EXPECT_FALSE(is_uuid(text)) << text;
}

}  // namespace
}  // namespace jalur
