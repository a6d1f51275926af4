#include "base/csv.h"

#include <gmock/gmock.h>

namespace jalur {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct CsvCase {
  const char* text;
  Rows rows;
};

TEST(Csv, ReadsWhatSpreadsheetsWrite) {
  const std::vector<CsvCase> cases = {
      {"", {}},
      {"code,name\n14,RIAU\n", {{"code", "name"}, {"14", "RIAU"}}},
      {"a,b\r\n1,2", {{"a", "b"}, {"1", "2"}}},
      {"\xEF\xBB\xBF"
       "a\n1\n",
       {{"a"}, {"1"}}},
      {"a,,c\n", {{"a", "", "c"}}},
      {"\"Riau, Kampar\",\"the \"\"boat\"\"\"\n", {{"Riau, Kampar", "the \"boat\""}}},
      {"\"two\nlines\",x\n\ny,z\n", {{"two\nlines", "x"}, {"y", "z"}}},
  };
  for (const auto& [text, rows] : cases) EXPECT_EQ(read_csv(text), rows) << text;
}

TEST(Csv, NamesTheLineOfAQuoteOutOfPlace) {
  for (const char* text : {"a\nb\"c\n", "a\n\"b\"c\n", "a\n\"b\n"}) {
    const auto rows = read_csv(text);
    ASSERT_FALSE(rows) << text;
    EXPECT_THAT(rows.error().problems.front().field, testing::StartsWith("line "));
  }
}

TEST(Csv, WritesWhatItReads) {
  const Rows rows = {
      {"innovation", "index_effect"}, {"a,b", "-0.38"}, {"say \"ya\"", "two\nlines"}};
  EXPECT_EQ(write_csv(rows),
            "innovation,index_effect\n\"a,b\",-0.38\n\"say \"\"ya\"\"\",\"two\nlines\"\n");
  EXPECT_EQ(read_csv(write_csv(rows)), rows);
}

}  // namespace
}  // namespace jalur
