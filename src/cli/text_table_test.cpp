#include "cli/text_table.h"

#include <gmock/gmock.h>

namespace jalur::cli {
namespace {

using testing::ElementsAre;

TEST(Wrapped, BreaksAtSpacesAndInsideWordsOnlyWhenItMust) {
  EXPECT_THAT(wrapped("dayung bersama satu kampung", 12),
              ElementsAre("dayung", "bersama satu", "kampung"));
  EXPECT_THAT(wrapped("abcdefghij", 4), ElementsAre("abcd", "efgh", "ij"));
  EXPECT_THAT(wrapped("", 4), ElementsAre(""));
  EXPECT_THAT(wrapped("a\n\n b", 4), ElementsAre("a b"));
}

TEST(Wrapped, CountsCharactersAndNeverCutsOne) {
  EXPECT_THAT(wrapped("éééééé", 4), ElementsAre("éééé", "éé"));
}

TEST(TextTable, AlignsAndBreaksTheColumnThatStretches) {
  const std::string name =
      "Kabupaten Pangkajene dan Kepulauan yang namanya masih jauh lebih panjang "
      "daripada lebar terminal";
  EXPECT_EQ(text_table({{"No", Column::Kind::right}, {"Nama", Column::Kind::stretch}},
                       {{"7", name}, {"12", "Kota"}}),
            "No  Nama\n"
            "--  ----------------------------------------------------------------------------\n"
            " 7  Kabupaten Pangkajene dan Kepulauan yang namanya masih jauh lebih panjang\n"
            "    daripada lebar terminal\n"
            "12  Kota\n");
}

TEST(Harmless, TakesControlCharactersOut) {
  EXPECT_EQ(harmless("a\x1b[2Jb\r\n"), "a [2Jb  ");
  EXPECT_EQ(harmless("\xC2\x9B"
                     "2J"),
            "\xC2\xA0"
            "2J");
  EXPECT_EQ(harmless("Ĉ é"), "Ĉ é");
}

}  // namespace
}  // namespace jalur::cli
