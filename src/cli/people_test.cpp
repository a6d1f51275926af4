#include <filesystem>

#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PeopleCommands : public CommandLine {
 protected:
  std::vector<std::string> at(std::vector<std::string> words) {
    for (const char* word : {"--data", "", "--region", "14.01"}) words.emplace_back(word);
    words[words.size() - 3] = path("data");
    return words;
  }
};

TEST_F(PeopleCommands, LetInEverybodyOfAFileAndPrintALinkForEach) {
  const auto file = write("orang.xlsx",
                          "PKVira Contoh,vira@contoh.example,,verifier\n"
                          "Padi Contoh,padi@contoh.example,,auditor\n");
  EXPECT_EQ(jalur(at({"people", "import", file})), 0) << err;
  EXPECT_THAT(out, StartsWith("vira@contoh.example: /undangan/14.01."));
  EXPECT_THAT(out, HasSubstr("padi@contoh.example: /undangan/14.01."));
  EXPECT_EQ(jalur(at({"people", "list"})), 0);
  EXPECT_THAT(out, HasSubstr("Auditor"));
  EXPECT_THAT(out, FitsTheTerminal());
  EXPECT_EQ(jalur(at({"people", "list", "--format", "json"})), 0);
  EXPECT_THAT(out, HasSubstr(R"("total":2)"));
}

TEST_F(PeopleCommands, TellEveryFaultWithItsCellAndLetNobodyIn) {
  const auto file = write("orang.xlsx",
                          "PKVira Contoh,vira@contoh.example,,verifier\n"
                          ",nobody,Dinas Laut,operator\n");
  EXPECT_EQ(jalur(at({"people", "import", file})), 2);
  for (const char* cell : {"Orang!A3", "Orang!B3", "Orang!C3"}) EXPECT_THAT(err, HasSubstr(cell));
  EXPECT_TRUE(people.entries().empty());
}

TEST_F(PeopleCommands, MakeALinkForTheFirstCoordinatorAndForAPerson) {
  EXPECT_EQ(jalur(at({"people", "link"})), 0) << err;
  EXPECT_THAT(out, StartsWith("14.01: /undangan/14.01."));
  const auto file = write("orang.xlsx", "PKVira Contoh,vira@contoh.example,,verifier\n");
  EXPECT_EQ(jalur(at({"people", "import", file})), 0);
  EXPECT_EQ(jalur(at({"people", "link", "--email", "Vira@contoh.example"})), 0) << err;
  EXPECT_THAT(out, StartsWith("vira@contoh.example: /undangan/14.01."));
  EXPECT_EQ(jalur(at({"people", "link", "--email", "x@contoh.example"})), 2);
}

TEST_F(PeopleCommands, WriteAnEmptyWorkbook) {
  const auto file = path("orang.xlsx");
  EXPECT_EQ(jalur(at({"people", "template", "--out", file})), 0) << err;
  EXPECT_THAT(read_whole(file), StartsWith("PK"));
  EXPECT_EQ(jalur(at({"people", "template", "--out", file})), 2) << "it is there already";
}

TEST_F(PeopleCommands, NeedAnActionAndARegion) {
  EXPECT_EQ(jalur({"people"}), 2);
  EXPECT_EQ(jalur({"people", "list", "--data", path("data"), "--region", "kampar"}), 2);
  EXPECT_THAT(err, HasSubstr("14.01"));
}

TEST_F(PeopleCommands, ServePrintsTheFirstCoordinatorsLinkAfterItsAddress) {
  const std::vector<std::string> serve{"serve", "--data", path("data"), "--home", "14.01/2023"};
  EXPECT_EQ(jalur(serve), 0) << err;
  EXPECT_THAT(out, StartsWith("http://127.0.0.1:8080\n"));
  EXPECT_THAT(out, HasSubstr("http://127.0.0.1:8080/undangan/14.01."));
}

TEST_F(PeopleCommands, ServeRefusesSamplePeopleWithoutSampleData) {
  EXPECT_EQ(jalur({"serve", "--data", path("data"), "--home", "14.01/2023", "--sample-people"}), 2);
  EXPECT_THAT(err, HasSubstr("no sample data"));
  EXPECT_FALSE(served);
}

}  // namespace
}  // namespace jalur::cli
