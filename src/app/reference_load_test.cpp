#include "app/reference_load.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

namespace jalur::app {
namespace {

std::string read(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(std::string(JALUR_SOURCE_DIR) + "/" + path).rdbuf();
  return text.str();
}

constexpr std::string_view provinces = "code,name\n31,DKI JAKARTA\n14,RIAU\n";
constexpr std::string_view regencies =
    "code,province_code,name\n14.71,14,KOTA PEKANBARU\n14.01,14,KABUPATEN KAMPAR\n";
constexpr std::string_view districts = "code,regency_code,name\n14.01.03,14.01,Tambang\n";

class ReferenceLoad : public testing::Test {
 protected:
  Expected<Reference> load() const {
    return load_reference({{"affairs.toml", affairs_},
                           {"provinces.csv", provinces_},
                           {"regencies.csv", regencies_},
                           {"districts.csv", districts_},
                           {"results.csv", results_},
                           {"profile-terms.toml", terms_}});
  }
  std::string affairs_ = read("reference/affairs.toml");
  std::string terms_ = read("reference/profile-terms.toml");
  std::string results_ = read("reference/published-results.csv");
  std::string_view provinces_ = provinces;
  std::string_view regencies_ = regencies;
  std::string_view districts_ = districts;
};

TEST_F(ReferenceLoad, NamesRegionsAsPeopleWriteThemInTheOrderOfTheirCodes) {
  const auto reference = load();
  ASSERT_TRUE(reference) << reference.error().problems.front().text.en;
  ASSERT_EQ(reference->regions.size(), 4u);
  EXPECT_EQ(reference->regions[0].name, "Provinsi Riau");
  EXPECT_EQ(reference->regions[1].name, "Kabupaten Kampar");
  EXPECT_EQ(reference->regions[2].name, "Kota Pekanbaru");
  EXPECT_EQ(reference->regions[2].kind, RegionKind::city);
  EXPECT_EQ(reference->regions[3].name, "Provinsi DKI Jakarta");
  EXPECT_EQ(reference->districts.front().name, "Tambang");
}

TEST_F(ReferenceLoad, KeepsPublishedResultsWithTheirSource) {
  const auto reference = load();
  ASSERT_TRUE(reference);
  const auto kampar = std::find_if(
      reference->results.begin(), reference->results.end(), [](const PublishedResult& result) {
        return result.region == "Kabupaten Kampar" && result.year == 2023;
      });
  ASSERT_NE(kampar, reference->results.end());
  EXPECT_EQ(kampar->rank, 117);
  EXPECT_EQ(kampar->score, "50.62");
  EXPECT_FALSE(kampar->source.empty());
}

TEST_F(ReferenceLoad, NamesFileAndRowOfWhatItCannotRead) {
  regencies_ = "code,province_code,name\n14.01,14,KABUPATEN KAMPAR\nkampar,14,KABUPATEN KAMPAR\n";
  const auto reference = load();
  ASSERT_FALSE(reference);
  EXPECT_EQ(reference.error().problems.front().field, "regencies.csv: row 3");
}

TEST_F(ReferenceLoad, RefusesAFileWithOtherHeadings) {
  provinces_ = "kode,nama\n14,RIAU\n";
  const auto reference = load();
  ASSERT_FALSE(reference);
  EXPECT_EQ(reference.error().problems.front().field, "provinces.csv: row 1");
}

TEST(TitleCase, KnowsTheSmallWordsAndTheInitials) {
  EXPECT_EQ(title_case("KABUPATEN PANGKAJENE DAN KEPULAUAN"), "Kabupaten Pangkajene dan Kepulauan");
  EXPECT_EQ(title_case("KOTA BAU-BAU"), "Kota Bau-Bau");
  EXPECT_EQ(title_case("DAERAH ISTIMEWA YOGYAKARTA"), "Daerah Istimewa Yogyakarta");
  EXPECT_EQ(title_case("DKI JAKARTA"), "DKI Jakarta");
}

TEST(Rulesets, TwoFilesWithOneIdAreRefused) {
  const auto affairs = read("reference/affairs.toml");
  const auto terms = read("reference/profile-terms.toml");
  const auto list = load_reference({{"affairs.toml", affairs},
                                    {"p", provinces},
                                    {"r", regencies},
                                    {"d", districts},
                                    {"s", "region,kind,year,rank,score,predicate,source_url\n"},
                                    {"t", terms}});
  ASSERT_TRUE(list);
  const auto text = read("rulesets/iid-2026.toml");
  const auto rulesets = load_rulesets({{"one.toml", text}, {"two.toml", text}}, list->affairs);
  ASSERT_FALSE(rulesets);
  EXPECT_EQ(rulesets.error().problems.front().field, "two.toml: id");
}

}  // namespace
}  // namespace jalur::app
