#include "documents/spelling.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur::documents {

using namespace std::chrono;

TEST(Spelling, NamesCellsAsASpreadsheetDoes) {
  const std::pair<Address, const char*> table[] = {
      {{0, 0}, "A1"},    {{0, 25}, "Z1"},    {{6, 26}, "AA7"},
      {{6, 701}, "ZZ7"}, {{6, 702}, "AAA7"}, {{1'048'575, 16'383}, "XFD1048576"},
  };
  for (const auto& [address, text] : table) {
    EXPECT_EQ(cell_name(address), text);
    EXPECT_EQ(parse_address(text), address);
  }
}

TEST(Spelling, RefusesWhatIsNoAddress) {
  for (const char* text : {"", "A", "1", "A0", "a1", "A-1", "A1 ", "XFE1", "A1048577", "AAAA1",
                           "A99999999999999999999"}) {
    EXPECT_EQ(parse_address(text), std::nullopt) << text;
  }
}

TEST(Spelling, SpellsWhatXmlCannotCarry) {
  using namespace std::string_literals;
  const std::pair<std::string, std::string> table[] = {
      {"biasa", "biasa"},
      {"baris\nbaru\t", "baris\nbaru\t"},
      {"a\rb", "a_x000D_b"},
      {"nol\0"s, "nol_x0000_"},
      {"_x0041_", "_x005F_x0041_"},
      {"_x005F_", "_x005F_x005F_"},
      {"_x005F\r", "_x005F_x005F_x000D_"},
      {"_x00_", "_x00_"},
      {"\xEF\xBF\xBF", "_xFFFF_"},
  };
  for (const auto& [text, xml] : table) {
    EXPECT_EQ(spelled(text), xml);
    EXPECT_EQ(unspelled(xml), text);
  }
}

RC_GTEST_PROP(Spelling, ReadsBackWhatItWrote, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("_", "x", "_x0041_", "005F", "A", "\r", "\x01", "é", "😀", " "));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  RC_ASSERT(unspelled(spelled(text)) == text);
}

RC_GTEST_PROP(Spelling, PiecesJoinToTheText, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(0, 20'000);
  const auto piece = *rc::gen::element<std::string>("a", "é", "😀", "\x01", "_x0041_");
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  std::string joined;
  for (const std::string& part : cell_pieces(text)) {
    RC_ASSERT(spelled(part).size() <= 32'767U);
    joined += part;
  }
  RC_ASSERT(joined == text);
}

TEST(Spelling, CountsDaysInBothSystems) {
  EXPECT_EQ(serial_of(year{2024} / 5 / 1, DateSystem::from_1900), 45413);
  EXPECT_EQ(date_of(45413, DateSystem::from_1900), year{2024} / 5 / 1);
  EXPECT_EQ(date_of(45413 - 1462, DateSystem::from_1904), year{2024} / 5 / 1);
  EXPECT_EQ(date_of(61, DateSystem::from_1900), year{1900} / 3 / 1);
  EXPECT_EQ(date_of(0, DateSystem::from_1904), year{1904} / 1 / 1);
}

TEST(Spelling, TakesNoDateThatProgramsDisagreeOn) {
  for (const double serial : {-1.0, 0.0, 60.0, 45413.5, 3e6, 2'958'466.0, 1e300}) {
    EXPECT_EQ(date_of(serial, DateSystem::from_1900), std::nullopt) << serial;
  }
  EXPECT_EQ(serial_of(year{1899} / 1 / 1, DateSystem::from_1900), std::nullopt);
}

TEST(Spelling, WritesNumbersAsTheyWereTyped) {
  EXPECT_EQ(typed(14), "14");
  EXPECT_EQ(typed(2.5), "2.5");
  EXPECT_EQ(typed(14.01), "14.01");
}

}  // namespace jalur::documents
