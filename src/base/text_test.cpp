#include "base/text.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur {
namespace {

TEST(Language, OfATag) {
  for (const std::string tag : {"id", "ID", "iD", "id-ID", "id_ID.UTF-8", "id-Latn"}) {
    EXPECT_EQ(language_of(tag), Language::indonesian) << tag;
  }
  for (const std::string tag :
       {"", "i", "en", "en-US", "in", "ido", "idn-ID", "C", "POSIX", " id", "ms", "jv-ID"}) {
    EXPECT_EQ(language_of(tag), Language::english) << tag;
  }
}

TEST(Text, IsReadInEitherLanguage) {
  const Text text{"daerah", "region"};
  EXPECT_EQ(text.in(Language::indonesian), "daerah");
  EXPECT_EQ(text.in(Language::english), "region");
}

TEST(CountWords, CountsRunsBetweenWhiteSpace) {
  const std::pair<std::string, int> table[] = {
      {"", 0},
      {" \t\r\n", 0},
      {"inovasi", 1},
      {"  inovasi  ", 1},
      {"antar obat ke rumah", 4},
      {"satu\ndua\tiga\r\nempat", 4},
      {"satu\vdua\ftiga", 3},
      {"obat-obatan dan lain-lain.", 3},
      {"- satu", 2},
      {"é ü", 2},
  };
  for (const auto& [text, words] : table) EXPECT_EQ(count_words(text), words) << text;
}

TEST(CountWords, TellsTheRuleOf300FromOneWordLess) {
  std::string text;
  for (int i = 0; i < 299; ++i) text += "kata ";
  EXPECT_EQ(count_words(text), 299);
  EXPECT_EQ(count_words(text + "kata"), 300);
}

TEST(Utf8, IsWellFormedOrNot) {
  const std::pair<std::string, bool> table[] = {
      {"", true},
      {"Kampar", true},
      {std::string("\0", 1), true},
      {"\x7f", true},
      {"\xc2\x80", true},          // U+0080, the least of two bytes
      {"\xdf\xbf", true},          // U+07FF
      {"\xe0\xa0\x80", true},      // U+0800
      {"\xed\x9f\xbf", true},      // U+D7FF, the last before the surrogates
      {"\xee\x80\x80", true},      // U+E000, the first after them
      {"\xef\xbf\xbf", true},      // U+FFFF
      {"\xf0\x90\x80\x80", true},  // U+10000
      {"\xf4\x8f\xbf\xbf", true},  // U+10FFFF, the last of all
      {"\x80", false},             // a continuation alone
      {"a\xbf", false},
      {"\xc0\x80", false},  // overlong zero
      {"\xc1\xbf", false},
      {"\xe0\x9f\xbf", false},      // overlong in three
      {"\xf0\x8f\xbf\xbf", false},  // overlong in four
      {"\xed\xa0\x80", false},      // surrogates
      {"\xed\xbf\xbf", false},
      {"\xf4\x90\x80\x80", false},  // past U+10FFFF
      {"\xf5\x80\x80\x80", false},
      {"\xff", false},
      {"\xfe", false},
      {"\xc3", false},  // cut short
      {"\xe2\x82", false},
      {"\xf0\x9f\x98", false},
      {"\xc3(", false},
      {"\xe2(\xa1", false},
      {"\xe2\x82(", false},
      {"\xf0\x9f\x98(", false},
      {"caf\xe9", false},  // Latin-1
  };
  for (const auto& [bytes, good] : table) {
    EXPECT_EQ(is_utf8(bytes), good) << testing::PrintToString(bytes);
  }
}

TEST(Shortened, KeepsWhatFitsAndMarksWhatWasCut) {
  EXPECT_EQ(shortened("Kampar", 6), "Kampar");
  EXPECT_EQ(shortened("Kampar", 5), "Kampa...");
  EXPECT_EQ(shortened("", 0), "");
  EXPECT_EQ(shortened("a", 0), "...");
  EXPECT_EQ(shortened("a\xc3\xa9z", 2), "a...");  // é is two bytes
  EXPECT_EQ(shortened("a\xc3\xa9z", 3), "a\xc3\xa9...");
  EXPECT_EQ(shortened("\xf0\x9f\x98\x80!", 3), "...");  // four bytes
}

// Characters of one to four bytes.
std::string some_text() {
  std::string text;
  for (const char* piece :
       *rc::gen::container<std::vector<const char*>>(rc::gen::element<const char*>(
           "a", " ", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"))) {
    text += piece;
  }
  return text;
}

RC_GTEST_PROP(Shortened, NeverCutsACharacter, ()) {
  const std::string text = some_text();
  const auto limit = *rc::gen::inRange<std::size_t>(0, 60);
  const std::string cut = shortened(text, limit);
  RC_ASSERT(is_utf8(text));
  RC_ASSERT(is_utf8(cut));
  if (text.size() <= limit) {
    RC_ASSERT(cut == text);
    return;
  }
  RC_ASSERT(cut.ends_with("..."));
  const std::string kept = cut.substr(0, cut.size() - 3);
  RC_ASSERT(text.starts_with(kept));
  RC_ASSERT(kept.size() <= limit);
  RC_ASSERT(kept.size() + 4 > limit);  // no more than the one character is lost
}

TEST(Folded, IsInLowerCaseWithoutControlCharacters) {
  EXPECT_EQ(folded("Antar OBAT"), "antar obat");
  EXPECT_EQ(folded("CAFÉ ÀÞ"), "café àþ");
  EXPECT_EQ(folded("3×4 ß ÷"), "3×4 ß ÷");
  EXPECT_EQ(folded("a\tb\x1f"), "a b ");
  EXPECT_EQ(folded("水🙂"), "水🙂");
}

}  // namespace
TEST(Text, CountsCharactersAndNotBytes) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("kampar"), 6U);
  EXPECT_EQ(count_characters("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\xA3"), 3U);
}

TEST(Text, LowersLettersOfAsciiOnly) { EXPECT_EQ(lower_ascii("Dinas-\xC3\x89"), "dinas-\xC3\x89"); }

}  // namespace jalur
