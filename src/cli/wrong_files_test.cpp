// What wrong files are told: exit status 2, one clear line per problem, nothing changed.
#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* sound = R"({"format": "jalur.region-year/1",
 "region": {"code": "14.01", "name": "Kabupaten Kampar", "kind": "regency"},
 "year": 2026, "ruleset": "iid-2026", "government": {"1": 3},
 "innovations": [{"id": "i-001", "name": "Antar Obat", "unit": "Dinas Kesehatan", "affairs": [2],
   "stage": "implementation", "implemented_on": "2024-05-01", "developed_on": null,
   "state": "submitted", "levels": {"16": 2}}]}
)";

std::string with(std::string_view part, std::string_view replacement) {
  std::string text = sound;
  const auto at = text.find(part);
  if (at == std::string::npos) throw std::logic_error("the sound file has no such part");
  return text.replace(at, part.size(), replacement);
}

struct WrongFile {
  const char* name;
  std::string bytes;
  const char* place;     // what the line names
  const char* sentence;  // part of what it says
};

std::vector<WrongFile> wrong_files() {
  return {
      {"unknown indicator", with(R"("16": 2)", R"("99": 2)"), "innovations[0].levels.99",
       "indicator"},
      {"government row in an innovation", with(R"("16": 2)", R"("5a": 2)"),
       "innovations[0].levels.5a", "unknown indicator"},
      {"level 4", with(R"("16": 2)", R"("16": 4)"), "innovations[0].levels.16", "0, 1, 2 or 3"},
      {"half a level", with(R"("16": 2)", R"("16": 1.5)"), "innovations[0].levels.16",
       "0, 1, 2 or 3"},
      {"text where a number belongs", with("2026, \"ruleset\"", R"("now", "ruleset")"), "year",
       "whole number"},
      {"unknown key", with(R"("year")", R"("tahun": 1, "year")"), "tahun", "unknown key"},
      {"unknown ruleset", with("iid-2026", "iid-1999"), "ruleset", "no such ruleset"},
      {"affair 39", with("[2]", "[39]"), "innovations[0].affairs[0]", "1 to 38"},
      {"31 February", with("2024-05-01", "2024-02-31"), "innovations[0].implemented_on", "date"},
      {"doubled key", with(R"("16": 2)", R"("16": 2, "16": 3)"), "16", "twice"},
      {"truncated inside a text", std::string(sound).substr(0, 200), "line 4", "cut off"},
      {"truncated after a number", std::string(sound).substr(0, 170), "line 3", "cut off"},
      {"not JSON", "kode;nama\n14.01;Kampar\n", "line 1", "JSON"},
      {"a list", "[1, 2]", "", "object"},
      {"empty", "", "", "empty"},
      {"white space only", " \r\n ", "", "empty"},
      {"nested too deep", std::string(100'000, '['), "", "nested more than"},
      {"a zip bomb", "PKbomb", "", "unpacks to more than"},
      {"a broken workbook", "PK\x03\x04", "", "JSON"},
      {"not UTF-8", with("Antar Obat", "Antar \xFF Obat"), "line", "JSON"},
  };
}

class WrongFiles : public CommandLine {
 protected:
  // A file of that size that takes no room on disk.
  std::string sparse(const std::string& name, const std::string& beginning, off_t size) const {
    const auto file = write(name, beginning);
    EXPECT_EQ(truncate(file.c_str(), size), 0);
    return file;
  }
  long lines() const { return std::count(err.begin(), err.end(), '\n'); }
};

TEST_F(WrongFiles, TheSoundOneIsSound) {
  EXPECT_EQ(jalur({"validate", write("sound.json", sound)}), 0) << err;
}

TEST_F(WrongFiles, AreToldInOneLineEach) {
  for (const auto& wrong : wrong_files()) {
    const auto file = write("wrong.json", wrong.bytes);
    for (const char* command : {"score", "rank", "validate"}) {
      EXPECT_EQ(jalur({command, file}), 2) << wrong.name;
      EXPECT_EQ(lines(), 1) << wrong.name << ": " << err;
      EXPECT_THAT(err,
                  AllOf(StartsWith(file + ": "), HasSubstr(wrong.place), HasSubstr(wrong.sentence)))
          << wrong.name;
      EXPECT_EQ(out, "") << wrong.name;
    }
  }
}

TEST_F(WrongFiles, ChangeNothingWhenOneOfManyIsImported) {
  const auto good = write("good.json", sound);
  for (const auto& wrong : wrong_files()) {
    const auto file = write("wrong.json", wrong.bytes);
    EXPECT_EQ(jalur({"import", good, file, "--data", path("data")}), 2) << wrong.name;
    EXPECT_EQ(houses_opened, 0) << wrong.name;
    EXPECT_TRUE(store.kept.empty()) << wrong.name;
    EXPECT_NE(access(path("data").c_str(), F_OK), 0) << wrong.name;
  }
}

TEST_F(WrongFiles, AreToldInIndonesianToo) {
  for (const auto& wrong : wrong_files()) {
    const auto file = write("wrong.json", wrong.bytes);
    ASSERT_EQ(jalur({"validate", file}), 2);
    const auto english = err;
    EXPECT_EQ(jalur({"validate", file, "--lang", "id"}), 2);
    EXPECT_NE(err, english) << wrong.name;
  }
}

TEST_F(WrongFiles, AllTheFaultsOfAFileAreToldAtOnce) {
  auto text = with(R"("16": 2)", R"("16": 4, "17": "two")");
  text.replace(text.find("[2]"), 3, "[]");
  EXPECT_EQ(jalur({"validate", write("three.json", text)}), 2);
  EXPECT_EQ(lines(), 3) << err;
}

TEST_F(WrongFiles, AMarkAtTheStartAndCarriageReturnsAreNotWrong) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : std::string_view(sound)) text += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(jalur({"validate", write("windows.json", text)}), 0) << err;
}

TEST_F(WrongFiles, TwoHundredMegabytesAreRefusedUnread) {
  const auto file = sparse("huge.json", "{", 200 << 20);
  EXPECT_EQ(jalur({"score", file}), 2);
  EXPECT_EQ(err, file + ": this file is 200 MiB; the largest allowed is 32 MiB\n");
}

TEST_F(WrongFiles, AWorkbookHasALimitOfItsOwn) {
  const auto most = static_cast<off_t>(limits::workbook_bytes);
  EXPECT_EQ(jalur({"score", sparse("huge.xlsx", "PK", most + 1)}), 2);
  EXPECT_THAT(err, HasSubstr("the largest allowed is 16 MiB"));
  EXPECT_EQ(jalur({"score", sparse("largest.xlsx", "PK", most)}), 2);
  EXPECT_THAT(err, testing::Not(HasSubstr("allowed")));
}

TEST_F(WrongFiles, AFileOfJustTheLimitIsReadAndOnePastItIsNot) {
  std::string text = sound;
  text.resize(limits::region_year_bytes, ' ');
  EXPECT_EQ(jalur({"validate", write("most.json", text)}), 0) << err;
  EXPECT_EQ(jalur({"validate", write("more.json", text + ' ')}), 2);
  EXPECT_EQ(lines(), 1) << err;
}

TEST_F(WrongFiles, APipeIsCutAtTheLimit) {
  in = std::string(limits::region_year_bytes + 1, ' ');
  EXPECT_EQ(jalur({"score", "-"}), 2);
  EXPECT_THAT(err, HasSubstr("larger than 32 MiB"));
}

TEST_F(WrongFiles, WhatIsNoFileIsNamedSo) {
  EXPECT_EQ(jalur({"score", path("nowhere.json")}), 2);
  EXPECT_THAT(err, HasSubstr("no such file"));
  EXPECT_EQ(jalur({"score", path("")}), 2);
  EXPECT_THAT(err, HasSubstr("this is a folder"));
  EXPECT_EQ(jalur({"score", write("file", sound) + "/inside"}), 2);
  EXPECT_THAT(err, HasSubstr("not a folder"));
  EXPECT_EQ(jalur({"score", std::string(5'000, 'x')}), 2);
  EXPECT_THAT(err, HasSubstr("too long"));
}

TEST_F(WrongFiles, CannotPlayWithTheTerminal) {
  EXPECT_EQ(jalur({"validate", write("escape.json", with("iid-2026", "\\u001b[2Jiid"))}), 2);
  EXPECT_THAT(err, testing::Not(HasSubstr("\x1b")));
  const auto shown = write("shown.json", with("Kabupaten Kampar", "Kampar\\u0085\\u009b2J"));
  ASSERT_EQ(jalur({"score", shown}), 0) << err;
  EXPECT_THAT(out, testing::Not(HasSubstr("\xC2\x9B")));
}

}  // namespace
}  // namespace jalur::cli
