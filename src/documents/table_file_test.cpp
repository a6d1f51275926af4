#include "documents/table_file.h"

#include <gtest/gtest.h>

#include "documents/cells.h"
#include "documents/documents.h"
#include "documents/specimen.h"

namespace jalur::documents {

namespace {

app::Table one_cell(const std::string& cell) { return {"Tabel", {"Nilai"}, {{cell}}}; }

Cell::Kind kind_of_cell(const std::string& heading, const std::string& cell) {
  const app::Table table{"Tabel", {heading}, {{cell}}};
  const auto book = read_cells(unpack(xlsx_of(table).value(), "t").value(), {"Tabel"});
  return book->sheets.at(0).at(1, 0).kind;
}

}  // namespace

TEST(Csv, BeginsWithAByteOrderMarkAndEndsLinesWithCrLf) {
  const app::Table table{
      "Peringkat", {"Unit", "Indeks"}, {{"Dinas Kesehatan", "50.62"}, {"é", ""}}};
  EXPECT_EQ(csv_of(table),
            "\xEF\xBB\xBF"
            "Unit,Indeks\r\n"
            "Dinas Kesehatan,50.62\r\n"
            "é,\r\n");
}

TEST(Csv, QuotesAndDisarmsCells) {
  const std::pair<const char*, const char*> table[] = {
      {"a,b", "\"a,b\""},
      {"a \"b\"", "\"a \"\"b\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"+62 812", "'+62 812"},
      {"-nama", "'-nama"},
      {"-12.50", "-12.50"},
      {"-1-1", "'-1-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\t=1"},
      {"\r=1", "\"'\r=1\""},
      {" =1", " =1"},
      {"a=b", "a=b"},
  };
  for (const auto& [cell, csv] : table) {
    EXPECT_EQ(csv_of(one_cell(cell)), std::string("\xEF\xBB\xBFNilai\r\n") + csv + "\r\n");
  }
}

TEST(Xlsx, WritesPlainDecimalsAsNumbers) {
  for (const char* cell : {"0", "7", "-3", "50.62", "-0.50", "123456789012.50"}) {
    EXPECT_EQ(kind_of_cell("Indeks", cell), Cell::Kind::number) << cell;
  }
  for (const char* cell : {"007", "1.", ".5", "1e5", "50,62", "1.2.3", "1234567890123456", "-",
                           "+1", "=1+1", "Inovatif"}) {
    EXPECT_EQ(kind_of_cell("Indeks", cell), Cell::Kind::text) << cell;
  }
}

TEST(Xlsx, KeepsCodesAsTheyAre) {
  EXPECT_EQ(kind_of_cell("Kode daerah", "14.10"), Cell::Kind::text);
  EXPECT_EQ(kind_of_cell("code", "14"), Cell::Kind::text);
}

TEST(Xlsx, HasNoFormulaWhateverTheCellsSay) {
  const auto parts = specimen::parts_of(xlsx_of(one_cell("=1+1")).value());
  EXPECT_EQ(parts.at("xl/worksheets/sheet1.xml").find("<f>"), std::string::npos);
}

TEST(Xlsx, TakesAnyNameForItsSheet) {
  for (const char* name :
       {"", "a/b:c*[d]", "'kutip'", "   ", "Peringkat perangkat daerah Kabupaten Kampar é"}) {
    const app::Table table{name, {"Unit"}, {}};
    EXPECT_TRUE(xlsx_of(table)) << name;
  }
}

TEST(Xlsx, TakesATableWithoutColumnsAndRaggedRows) {
  EXPECT_TRUE(xlsx_of({"Kosong", {}, {}}));
  EXPECT_TRUE(xlsx_of({"Tak rata", {"a"}, {{"1", "2", "3"}, {}}}));
}

TEST(Documents, WritesBothFormats) {
  const auto documents = make_documents();
  EXPECT_TRUE(documents->write_table(one_cell("a"), app::TableFormat::csv)->starts_with("\xEF"));
  EXPECT_TRUE(documents->write_table(one_cell("a"), app::TableFormat::xlsx)->starts_with("PK"));
}

}  // namespace jalur::documents
