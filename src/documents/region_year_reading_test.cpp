// Wrong workbooks, and what their people are told.
#include "documents/region_year_reading.h"

#include <functional>
#include <random>

#include <gtest/gtest.h>

#include "base/limits.h"
#include "documents/region_year_file.h"
#include "documents/specimen.h"

namespace jalur::documents {

namespace {

using specimen::FormCopy;
using specimen::Parts;

const std::string& good_file() {
  static const std::string file =
      region_year_file(specimen::region_year(), specimen::ruleset()).value();
  return file;
}

Expected<RegionYear> read(const std::string& bytes) {
  return read_region_year_file(bytes, "data.xlsx", specimen::finder());
}

// One line per problem: `place "value": sentence`.
std::string told(const Expected<RegionYear>& result) {
  if (result) return "good\n";
  std::string text;
  for (const Problem& problem : result.error().problems) {
    EXPECT_FALSE(problem.text.id.empty());
    text += problem.field + " \"" + problem.value + "\": " + problem.text.en + "\n";
  }
  return text;
}

std::string told(const FormCopy& form) { return told(read(form.workbook())); }

// The good file with some text of a part exchanged.
std::string with(const std::string& part, const std::string& from, const std::string& to) {
  Parts parts = specimen::parts_of(good_file());
  std::string& xml = parts.at(part);
  const std::size_t at = xml.find(from);
  EXPECT_NE(at, std::string::npos) << part << " has no " << from;
  if (at != std::string::npos) xml.replace(at, from.size(), to);
  return specimen::zip_of(parts);
}

const std::string innovations = "xl/worksheets/sheet5.xml";
const std::string strings = "xl/sharedStrings.xml";

std::string damaged(const std::string& part) {
  return " \"\": the file is damaged in part \"" + part + "\"; save it as .xlsx again\n";
}

}  // namespace

struct Wrong {
  const char* what;
  std::function<void(FormCopy&)> change;
  std::string told;
};

TEST(RegionYearReading, TellsEachFaultWithItsCell) {
  const std::string level = ": a level must be 0, 1, 2 or 3\n";
  const std::string date = ": it must be a date such as 2024-05-01\n";
  const Wrong table[] = {
      {"nothing", [](FormCopy&) {}, "good\n"},
      {"level 4", [](FormCopy& f) { f.set("Inovasi", "L2", 4.0); }, "Inovasi!L2 \"4\"" + level},
      {"level 2.5", [](FormCopy& f) { f.set("Inovasi", "L2", 2.5); }, "Inovasi!L2 \"2.5\"" + level},
      {"level -1", [](FormCopy& f) { f.set("Inovasi", "P2", -1.0); }, "Inovasi!P2 \"-1\"" + level},
      {"level as text", [](FormCopy& f) { f.set("Inovasi", "L2", "2"); }, "good\n"},
      {"level with a space", [](FormCopy& f) { f.set("Inovasi", "L2", "2 "); },
       "Inovasi!L2 \"2 \"" + level},
      {"words where a level belongs", [](FormCopy& f) { f.set("Inovasi", "L2", "dua"); },
       "Inovasi!L2 \"dua\"" + level},
      {"government level", [](FormCopy& f) { f.set("Pemerintah", "F2", "tinggi"); },
       "Pemerintah!F2 \"tinggi\"" + level},
      {"date as text", [](FormCopy& f) { f.set("Inovasi", "G2", "2024-05-01"); }, "good\n"},
      {"date the other way round", [](FormCopy& f) { f.set("Inovasi", "G2", "01/05/2024"); },
       "Inovasi!G2 \"01/05/2024\"" + date},
      {"31 February", [](FormCopy& f) { f.set("Inovasi", "G2", "2024-02-31"); },
       "Inovasi!G2 \"2024-02-31\"" + date},
      {"a number that is no date", [](FormCopy& f) { f.set("Inovasi", "G2", 20240501.0); },
       "Inovasi!G2 \"20240501\"" + date},
      {"affair 39", [](FormCopy& f) { f.set("Inovasi", "D2", 39.0); },
       "Inovasi!D2 \"39\": it must be a whole number from 1 to 38\n"},
      {"no affair", [](FormCopy& f) { f.clear("Inovasi", "D2"); },
       "Inovasi!D2 \"\": it must be a whole number from 1 to 38\n"},
      {"further affair 0", [](FormCopy& f) { f.set("Inovasi", "E2", "16, 0"); },
       "Inovasi!E2 \"16, 0\": it must be affairs from 1 to 38 with commas, each once, such as 2, "
       "16\n"},
      {"the main affair again", [](FormCopy& f) { f.set("Inovasi", "E2", "2"); },
       "Inovasi!E2 \"2\": it must be affairs from 1 to 38 with commas, each once, such as 2, "
       "16\n"},
      {"a stage of one's own", [](FormCopy& f) { f.set("Inovasi", "F2", "Selesai"); },
       "Inovasi!F2 \"Selesai\": it must be one of Inisiatif, Uji Coba, Penerapan\n"},
      {"a state in small letters", [](FormCopy& f) { f.set("Inovasi", "I2", " diajukan "); },
       "good\n"},
      {"no name", [](FormCopy& f) { f.clear("Inovasi", "B2"); },
       "Inovasi!B2 \"\": it must be filled in\n"},
      {"a name too long", [](FormCopy& f) { f.set("Inovasi", "B2", std::string(401, 'a')); },
       "Inovasi!B2 \"" + std::string(60, 'a') + "...\": 401 bytes, at most 400\n"},
      {"a control character", [](FormCopy& f) { f.set("Inovasi", "B2", "a\x01"); },
       "Inovasi!B2 \"a\x01\": it holds a control character; take it out\n"},
      {"the same id twice", [](FormCopy& f) { f.set("Inovasi", "A3", "i-001"); },
       "Inovasi!A3 \"i-001\": this id is used by another innovation; each has its own\n"},
      {"No, yet verified", [](FormCopy& f) { f.set("Inovasi", "K2", "Tidak"); },
       "Inovasi!K2 \"Tidak\": No, while the V columns are filled in; empty one of them\n"},
      {"a heading of one's own", [](FormCopy& f) { f.set("Inovasi", "B1", "Judul"); },
       "Inovasi!B1 \"Judul\": this heading is not known; use those of the template\n"
       "Inovasi!A1 \"Id\": the headings lack the columns: Nama inovasi\n"},
      {"an unknown indicator", [](FormCopy& f) { f.set("Inovasi", "L1", "99 Baru"); },
       "Inovasi!L1 \"99 Baru\": iid-2026 does not have this indicator; there are: 16, 17, 18\n"
       "Inovasi!A1 \"Id\": the headings lack the columns: 16\n"},
      {"a government indicator's column", [](FormCopy& f) { f.set("Inovasi", "R1", "2a"); },
       "Inovasi!R1 \"2a\": iid-2026 does not have this indicator; there are: 16, 17, 18\n"},
      {"a heading twice", [](FormCopy& f) { f.set("Inovasi", "R1", "16"); },
       "Inovasi!R1 \"16\": it stands there twice\n"},
      {"cells without a heading", [](FormCopy& f) { f.set("Inovasi", "T3", "catatan"); },
       "Inovasi!T3 \"catatan\": this column has no heading; give one or empty it\n"},
      {"an unknown government row", [](FormCopy& f) { f.set("Pemerintah", "A5", "16"); },
       "Pemerintah!A5 \"16\": iid-2026 does not have this indicator; there are: 1, 2a, 2b\n"},
      {"a government row twice", [](FormCopy& f) { f.set("Pemerintah", "A4", "1"); },
       "Pemerintah!A4 \"1\": it stands there twice\n"
       "Pemerintah!A1 \"Nomor\": this sheet lacks the rows of: 2b\n"},
      {"no such ruleset", [](FormCopy& f) { f.set("Daerah", "B7", "iid-1999"); },
       "Daerah!B7 \"iid-1999\": there is no such ruleset; see `jalur rulesets`\n"},
      {"a year of three digits", [](FormCopy& f) { f.set("Daerah", "B6", "202"); },
       "Daerah!B6 \"202\": it must be a whole number from 2000 to 2100\n"},
      {"another kind of workbook", [](FormCopy& f) { f.set("Daerah", "B2", "jalur.workbook/9"); },
       "Daerah!B2 \"jalur.workbook/9\": it must be jalur.workbook/1\n"},
      {"a code taken for a number", [](FormCopy& f) { f.set("Daerah", "B3", 14.01); }, "good\n"},
      {"no code", [](FormCopy& f) { f.set("Daerah", "B3", "Kampar"); },
       "Daerah!B3 \"Kampar\": it must be a Ministry code such as 14 or 14.01\n"},
      {"a field missing", [](FormCopy& f) { f.clear("Daerah", "A3"); },
       "Daerah!A1 \"Isian\": this sheet lacks the fields: Kode daerah\n"},
      {"a unit twice", [](FormCopy& f) { f.set("Unit", "A3", "Dinas Kesehatan"); },
       "Unit!A3 \"Dinas Kesehatan\": it stands there twice\n"},
      {"a sheet missing", [](FormCopy& f) { f.drop("Unit"); },
       "Unit \"\": this sheet is missing; use the template\n"},
      {"two faults", [](FormCopy& f) { f.set("Inovasi", "L2", 4.0).set("Inovasi", "M3", 9.0); },
       "Inovasi!L2 \"4\"" + level + "Inovasi!M3 \"9\"" + level},
  };
  for (const Wrong& wrong : table) {
    FormCopy form(good_file());
    wrong.change(form);
    EXPECT_EQ(told(form), wrong.told) << wrong.what;
  }
}

TEST(RegionYearReading, ReadsACodeThatLostItsZero) {
  FormCopy form(good_file());
  form.set("Daerah", "B3", 14.1);
  EXPECT_EQ(read(form.workbook())->code.str(), "14.10");
}

TEST(RegionYearReading, LetsSheetsOfOnesOwnBe) {
  FormCopy form(good_file());
  form.set("Catatan", "A1", "apa saja").set("Catatan", "XFD9", 1.0);
  EXPECT_EQ(told(form), "good\n");
}

TEST(RegionYearReading, TakesAsManyInnovationsAsTheLimitAndNoMore) {
  RegionYear data = specimen::region_year();
  const Innovation one = data.innovations[1];
  while (data.innovations.size() < limits::innovations_per_year) {
    data.innovations.push_back(one);
    data.innovations.back().id = std::to_string(data.innovations.size());
  }
  EXPECT_EQ(told(read(region_year_file(data, specimen::ruleset()).value())), "good\n");
  data.innovations.push_back(one);
  data.innovations.back().id = "satu lagi";
  EXPECT_EQ(told(read(region_year_file(data, specimen::ruleset()).value())),
            "Inovasi!A5002 \"\": past the limits of a sheet: 5001 rows, 100 columns\n");
}

TEST(RegionYearReading, StopsWhenOneSharedTextFillsThousandsOfCells) {
  FormCopy form(good_file());
  const std::string prose(30'000, 'a');
  for (int row = 4; row < 1'500; ++row) {
    for (const char* column : {"B", "C", "D", "F", "I"}) {
      form.set("Inovasi", column + std::to_string(row),
               column[0] == 'D'   ? "1"
               : column[0] == 'F' ? "Uji Coba"
                                  : "Draf");
    }
    form.set("Inovasi", "A" + std::to_string(row), std::to_string(row));
    form.set("Inovasi", "J" + std::to_string(row), prose);
  }
  EXPECT_EQ(told(form), "Inovasi \"\": the texts of all innovations are more than 32 MiB\n");
}

// --- what other programs write

TEST(RegionYearReading, ReadsDatesThatCountFrom1904) {
  const auto back = read(with("xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" "));
  ASSERT_TRUE(back) << told(back);
  using namespace std::chrono;
  EXPECT_EQ(back->innovations[0].implemented_on, year{2028} / 5 / 2);
}

TEST(RegionYearReading, ReadsInlineAndRichText) {
  const auto back = read(with(strings, "<t>Antar Obat</t>",
                              "<r><rPr><b/></rPr><t xml:space=\"preserve\">Antar </t></r><r><t>Obat"
                              "</t></r><rPh sb=\"0\" eb=\"1\"><t>antar</t></rPh>"));
  ASSERT_TRUE(back) << told(back);
  EXPECT_EQ(back->innovations[0].name, "Antar Obat");
}

TEST(RegionYearReading, ReadsWhatAFormulaGaveLast) {
  const auto back = read(with(innovations, "<v>2</v>", "<f>1+2</f><v>3</v>"));
  ASSERT_TRUE(back) << told(back);
}

TEST(RegionYearReading, TellsAFormulasError) {
  Parts parts = specimen::parts_of(good_file());
  std::string& xml = parts.at(innovations);
  const std::size_t cell = xml.find("<c r=\"L2\"");
  const std::size_t end = xml.find("</c>", cell);
  xml.replace(cell, end - cell, "<c r=\"L2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v>");
  EXPECT_EQ(told(read(specimen::zip_of(parts))),
            "Inovasi!L2 \"#DIV/0!\": a level must be 0, 1, 2 or 3\n");
}

TEST(RegionYearReading, ReadsCellsThatDoNotSayWhereTheyStand) {
  const auto back = read(with("xl/worksheets/sheet3.xml", "<c r=\"A1\"", "<c"));
  EXPECT_TRUE(back) << told(back);
}

TEST(RegionYearReading, ReadsOtherPrefixes) {
  Parts parts = specimen::parts_of(good_file());
  std::string& xml = parts.at("xl/workbook.xml");
  const std::string space = "xmlns:r=\"";
  xml.replace(xml.find(space), space.size(), "xmlns:rel=\"");
  for (std::size_t at = 0; (at = xml.find(" r:id=", at)) != std::string::npos;) {
    xml.replace(at, 6, " rel:id=");
  }
  EXPECT_EQ(told(read(specimen::zip_of(parts))), "good\n");
}

// --- what is meant to hurt

TEST(RegionYearReading, RefusesEntities) {
  const std::string bomb =
      "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
  EXPECT_EQ(told(read(with(strings, "<sst ", bomb + "<sst "))),
            " \"\": part \"xl/sharedStrings.xml\" has a DOCTYPE, which no workbook has\n");
  const std::string outside = "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\">";
  EXPECT_EQ(told(read(with(strings, "<sst ", outside + "<sst "))),
            " \"\": part \"xl/sharedStrings.xml\" has a DOCTYPE, which no workbook has\n");
}

TEST(RegionYearReading, RefusesEndlessNestingAndEndlessTags) {
  const std::string sentence =
      " \"\": part \"" + innovations + "\" is nested too deep or has too long a tag\n";
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  EXPECT_EQ(told(read(with(innovations, "<sheetData>", deep))), sentence);
  const std::string wide = "<sheetData a=\"" + std::string(20u << 20, 'x') + "\">";
  EXPECT_EQ(told(read(with(innovations, "<sheetData>", wide))), sentence);
}

TEST(RegionYearReading, RefusesAnEndlessText) {
  const std::string text = "<t>" + std::string(1u << 20, 'x') + "</t>";
  EXPECT_EQ(told(read(with(strings, "<t>Antar Obat</t>", text))),
            " \"\": part \"xl/sharedStrings.xml\" holds too many texts, or more than 32,767 "
            "characters in one cell\n");
}

TEST(RegionYearReading, RefusesDamagedXml) {
  EXPECT_EQ(told(read(with(innovations, "</sheetData>", ""))), damaged(innovations));
  EXPECT_EQ(told(read(with(innovations, "<c r=\"A1\"", "<c r=\"A2\""))), damaged(innovations));
  EXPECT_EQ(told(read(with(innovations, "<c r=\"B1\"", "<c r=\"A1\""))), damaged(innovations));
  EXPECT_EQ(told(read(with(innovations, "<row r=\"1\"", "<row r=\"0\""))), damaged(innovations));
  EXPECT_EQ(told(read(with(innovations, "t=\"s\"><v>", "t=\"s\"><v>99"))), damaged(innovations));
}

TEST(RegionYearReading, RefusesAWorkbookThatPointsNowhere) {
  EXPECT_EQ(told(read(with("xl/_rels/workbook.xml.rels", "worksheets/sheet5.xml", "../../etc/x"))),
            damaged("xl/../../etc/x"));
  Parts parts = specimen::parts_of(good_file());
  parts.erase("xl/_rels/workbook.xml.rels");
  EXPECT_EQ(told(read(specimen::zip_of(parts))), damaged("xl/_rels/workbook.xml.rels"));
}

TEST(RegionYearReading, NeverFollowsWhatIsOutside) {
  const std::string outside = "Target=\"worksheets/sheet5.xml\" TargetMode=\"External\"";
  EXPECT_EQ(
      told(read(with("xl/_rels/workbook.xml.rels", "Target=\"worksheets/sheet5.xml\"", outside))),
      damaged("xl/_rels/workbook.xml.rels"));
}

// Whatever byte is wrong: an answer, never a crash, and no problem without a sentence.
TEST(RegionYearReading, SurvivesAWrongByteAnywhereInThePackage) {
  constexpr unsigned seed = 2411;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 400; ++round) {
    std::string bytes = good_file();
    bytes[random() % bytes.size()] = static_cast<char>(random());
    EXPECT_FALSE(told(read(bytes)).empty());
  }
}

TEST(RegionYearReading, SurvivesAWrongByteAnywhereInTheXml) {
  constexpr unsigned seed = 2412;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const Parts good = specimen::parts_of(good_file());
  const char* names[] = {
      "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", strings.c_str(),
      "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml",   innovations.c_str()};
  for (int round = 0; round < 400; ++round) {
    Parts parts = good;
    std::string& xml = parts.at(names[random() % std::size(names)]);
    if (round % 4 == 0) {
      xml.resize(random() % xml.size());
    } else {
      xml[random() % xml.size()] = static_cast<char>(random());
    }
    EXPECT_FALSE(told(read(specimen::zip_of(parts))).empty());
  }
}

}  // namespace jalur::documents
