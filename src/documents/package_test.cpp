// What a hostile ZIP can try, and the sentence it gets.
#include "documents/package.h"

#include <random>

#include <gtest/gtest.h>
#include <zip.h>

#include "base/limits.h"
#include "documents/region_year_file.h"
#include "documents/specimen.h"

namespace jalur::documents {

namespace {

using specimen::Parts;
using specimen::zip_of;

// "invalid_input: the sentence", or "good".
std::string outcome(const std::string& bytes) {
  const auto package = unpack(bytes, "data.xlsx");
  if (package) return "good";
  EXPECT_EQ(package.error().problems.size(), 1U);
  EXPECT_FALSE(package.error().problems[0].text.id.empty());
  return std::string(kind_of(package.error().code).slug) + ": " +
         package.error().problems[0].text.en;
}

std::string good_file() {
  return region_year_file(specimen::region_year(), specimen::ruleset()).value();
}

// A bomb: 1,000 times bigger unpacked than packed.
const std::string& bomb() {
  static const std::string bytes =
      zip_of({{"xl/workbook.xml", "<workbook/>"},
              {"xl/worksheets/sheet1.xml", std::string(300u << 20, '\0')}});
  return bytes;
}

void put_32(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

// Makes every header of the ZIP declare this uncompressed size.
std::string declaring(std::string bytes, std::uint32_t size) {
  for (std::size_t at = 0; at + 46 < bytes.size(); ++at) {
    const std::string_view here = std::string_view(bytes).substr(at, 4);
    if (here == "PK\x03\x04") put_32(bytes, at + 22, size);
    if (here == "PK\x01\x02") put_32(bytes, at + 24, size);
  }
  return bytes;
}

constexpr const char* unpacks_too_big = "too-large: the file unpacks to more than 128 MiB";
constexpr const char* not_a_workbook =
    "invalid-input: \"data.xlsx\" is not an XLSX workbook; save it as .xlsx";

}  // namespace

TEST(Package, KeepsTheXmlBelowXl) {
  const auto package = unpack(good_file(), "data.xlsx");
  ASSERT_TRUE(package);
  EXPECT_TRUE(package->contains("xl/workbook.xml"));
  EXPECT_TRUE(package->contains("xl/worksheets/sheet1.xml"));
  EXPECT_FALSE(package->contains("docProps/app.xml"));
}

TEST(Package, RefusesABombThatSaysWhatItIs) { EXPECT_EQ(outcome(bomb()), unpacks_too_big); }

TEST(Package, RefusesABombThatLiesAboutItsSize) {
  EXPECT_NE(outcome(declaring(bomb(), 1'000)), "good");
}

TEST(Package, RefusesManyPartsThatAreABombTogether) {
  Parts parts{{"xl/workbook.xml", "<workbook/>"}};
  for (char letter = 'a'; letter <= 'e'; ++letter) {
    parts[std::string("xl/") + letter + ".bin"] = std::string(30u << 20, '\0');
  }
  EXPECT_EQ(outcome(zip_of(parts)), unpacks_too_big);
}

TEST(Package, RefusesABombOutsideOfWhatIsRead) {
  EXPECT_EQ(outcome(zip_of({{"xl/workbook.xml", "<workbook/>"},
                            {"media/picture.png", std::string(129u << 20, '\0')}})),
            unpacks_too_big);
}

TEST(Package, MeasuresTheFileItself) {
  const std::string at_the_limit(limits::workbook_bytes, 'x');
  EXPECT_EQ(outcome(at_the_limit), not_a_workbook);
  EXPECT_EQ(outcome(at_the_limit + "x"), "too-large: the file has 16.0 MiB; at most 16 MiB");
  EXPECT_EQ(outcome(std::string(200'000'000, 'x')),
            "too-large: the file has 190.7 MiB; at most 16 MiB");
}

TEST(Package, CountsTheParts) {
  Parts parts{{"xl/workbook.xml", "<workbook/>"}};
  for (std::size_t i = 1; i < limits::workbook_parts; ++i) parts["p" + std::to_string(i)] = "";
  EXPECT_EQ(outcome(zip_of(parts)), "good");
  parts["one more"] = "";
  EXPECT_EQ(outcome(zip_of(parts)), "too-large: the file has 1001 parts; at most 1000");
}

TEST(Package, TellsWhatIsNoWorkbook) {
  EXPECT_EQ(outcome(""), not_a_workbook);
  EXPECT_EQ(outcome("Nama,Nilai\r\n"), not_a_workbook);
  EXPECT_EQ(outcome(zip_of({{"word/document.xml", "<document/>"}})), not_a_workbook);
  EXPECT_EQ(outcome("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0')),
            "invalid-input: the file is locked with a password or of the old kind (.xls); save it "
            "as .xlsx without a password");
}

TEST(Package, TellsThatAPartIsLocked) {
  std::string bytes = zip_of({{"xl/workbook.xml", "<workbook/>"}});
  for (std::size_t at = 0; at + 46 < bytes.size(); ++at) {  // flag 1: encrypted
    const std::string_view here = std::string_view(bytes).substr(at, 4);
    if (here == "PK\x03\x04") bytes[at + 6] = static_cast<char>(bytes[at + 6] | 1);
    if (here == "PK\x01\x02") bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
  }
  EXPECT_TRUE(outcome(bytes).starts_with("invalid-input: the file is locked")) << outcome(bytes);
}

TEST(Package, RefusesNamesThatNoSpreadsheetWrites) {
  for (const char* name : {"/xl/a.xml", "../a.xml", "xl\\a.xml"}) {
    EXPECT_EQ(outcome(zip_of({{"xl/workbook.xml", "<workbook/>"}, {name, ""}})),
              std::string("invalid-input: the file is damaged in part \"") + name +
                  "\"; save it as .xlsx again");
  }
}

TEST(Package, SurvivesEveryTruncation) {
  const std::string file = good_file();
  for (std::size_t size = 0; size < file.size(); size += 97) {
    EXPECT_NE(outcome(file.substr(0, size)), "good") << size;
  }
}

TEST(Package, SurvivesRandomBytes) {
  std::mt19937 random(20261124);  // NOLINT: the same every time
  for (int round = 0; round < 200; ++round) {
    std::string bytes = round % 2 == 0 ? "PK\x03\x04" : "";
    for (int i = 0; i < 300; ++i) bytes += static_cast<char>(random());
    EXPECT_NE(outcome(bytes), "good");
  }
}

}  // namespace jalur::documents
