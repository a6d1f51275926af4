// A region's year goes through a workbook and comes back the same.
#include "documents/region_year_file.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "documents/cells.h"
#include "documents/documents.h"
#include "documents/form.h"
#include "documents/region_year_reading.h"
#include "documents/specimen.h"
#include "index/ruleset_load.h"

namespace jalur::documents {

namespace {

std::string told(const Error& error) {
  std::string text;
  for (const Problem& problem : error.problems) {
    text += problem.field + " \"" + problem.value + "\": " + problem.text.en + "\n";
  }
  return text;
}

RegionYear through_a_workbook(const RegionYear& data, const Ruleset& ruleset) {
  const auto file = region_year_file(data, ruleset);
  if (!file) throw std::runtime_error(told(file.error()));
  const auto find = [&](const std::string& id) { return id == ruleset.id ? &ruleset : nullptr; };
  const auto back = read_region_year_file(*file, "test.xlsx", find);
  if (!back) throw std::runtime_error(told(back.error()));
  return *back;
}

rc::Gen<std::string> text_of(std::size_t most) {
  const auto piece = rc::gen::element<std::string>(
      "=", "+", "-", "@", "'", "\"", "<b>", "&amp;", "&", "😀", "é", " ", "  ", "\n", "\t", "\r",
      "_x0041_", "a", "Dinas", "1", "14.10", "TRUE", "#N/A", "{=1+1}", "\xEF\xBF\xBF", "]]>");
  return rc::gen::map(rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(piece)),
                      [most](const std::vector<std::string>& pieces) {
                        std::string text = "x";
                        if (!pieces.empty()) text.clear();
                        for (const auto& each : pieces) {
                          if (text.size() + each.size() <= most) text += each;
                        }
                        return text;
                      });
}

rc::Gen<std::optional<Date>> some_date() {
  return rc::gen::map(rc::gen::inRange(-40'000, 40'000), [](int day) -> std::optional<Date> {
    if (day % 5 == 0) return std::nullopt;
    return Date{std::chrono::sys_days{std::chrono::days{day}}};
  });
}

Levels some_levels(Aspect aspect) {
  Levels levels;
  for (const Indicator* indicator : indicators_of(specimen::ruleset(), aspect)) {
    const int number = *rc::gen::inRange(-1, 4);
    if (const auto level = level_of(number)) levels.set(indicator->id, *level);
  }
  return levels;
}

std::optional<Levels> some_verified(Aspect aspect) {
  if (*rc::gen::arbitrary<bool>()) return std::nullopt;
  return some_levels(aspect);
}

std::vector<int> some_affairs() {
  auto affairs = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(1, 39));
  if (affairs.empty()) affairs.push_back(38);
  return affairs;
}

template <class Words>
auto some_word(const Words& words) {
  return words[*rc::gen::inRange<std::size_t>(0, words.size())].value;
}

std::string some_design() {
  const auto times = *rc::gen::element<std::size_t>(0, 1, 3'000);
  const std::string piece = *text_of(13);
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

Innovation some_innovation(std::size_t i) {
  Innovation innovation;
  innovation.id = std::to_string(i) + *text_of(20);
  innovation.name = *text_of(400);
  innovation.unit = *text_of(400);
  innovation.affairs = some_affairs();
  innovation.stage = some_word(form::stages);
  innovation.implemented_on = *some_date();
  innovation.developed_on = *some_date();
  innovation.state = some_word(form::states);
  innovation.levels = some_levels(Aspect::innovation);
  innovation.verified_levels = some_verified(Aspect::innovation);
  innovation.design = some_design();
  return innovation;
}

RegionYear some_region_year() {
  RegionYear data;
  data.code = *rc::gen::element(RegionCode::parse("14").value(), RegionCode::parse("14.10").value(),
                                RegionCode::parse("02.01").value());
  data.name = *text_of(400);
  data.kind = some_word(form::region_kinds);
  data.year = *rc::gen::inRange(2000, 2101);
  data.ruleset = "iid-2026";
  data.illustration = *rc::gen::arbitrary<bool>() ? *text_of(400) : "";
  const auto units = *rc::gen::inRange<std::size_t>(0, 4);
  for (std::size_t i = 0; i < units; ++i) {
    data.units.push_back({std::to_string(i) + *text_of(390), some_word(form::unit_kinds)});
  }
  data.government = some_levels(Aspect::government);
  data.government_verified = some_verified(Aspect::government);
  const auto innovations = *rc::gen::inRange<std::size_t>(0, 5);
  for (std::size_t i = 0; i < innovations; ++i) data.innovations.push_back(some_innovation(i));
  return data;
}

}  // namespace

RC_GTEST_PROP(RegionYearFile, ReadsBackTheSame, ()) {
  const RegionYear data = some_region_year();
  const auto back = through_a_workbook(data, specimen::ruleset());
  RC_ASSERT(specimen::difference(data, back) == "");
}

TEST(RegionYearFile, KeepsALevelOfZeroApartFromNone) {
  const RegionYear data = specimen::region_year();
  const RegionYear back = through_a_workbook(data, specimen::ruleset());
  EXPECT_EQ(specimen::difference(data, back), "");
  EXPECT_EQ(back.innovations[0].levels.size(), 2U);
  EXPECT_EQ(back.government.size(), 2U);
}

TEST(RegionYearFile, KeepsTheLongestDesignText) {
  RegionYear data = specimen::region_year();
  data.innovations[1].design = std::string(40'000, 'a');
  EXPECT_EQ(specimen::difference(data, through_a_workbook(data, specimen::ruleset())), "");
}

TEST(RegionYearFile, GivesTheSameBytesForTheSameData) {
  const auto once = region_year_file(specimen::region_year(), specimen::ruleset());
  const auto again = region_year_file(specimen::region_year(), specimen::ruleset());
  EXPECT_EQ(once.value(), again.value());
}

TEST(RegionYearFile, RefusesAnIndicatorWithoutAPlace) {
  RegionYear data = specimen::region_year();
  data.government.set(IndicatorId::parse("15").value(), Level::one);
  const auto file = region_year_file(data, specimen::ruleset());
  ASSERT_FALSE(file);
  EXPECT_EQ(told(file.error()), "government \"15\": iid-2026 does not have this indicator\n");
}

TEST(RegionYearFile, WritesNoFormula) {
  RegionYear data = specimen::region_year();
  data.name = "=1+1";
  data.innovations[0].name = "+62";
  for (const auto& [name, xml] :
       specimen::parts_of(region_year_file(data, specimen::ruleset()).value())) {
    if (name.starts_with("xl/worksheets/")) EXPECT_EQ(xml.find("<f>"), std::string::npos) << name;
  }
}

TEST(RegionYearFile, TemplateHasTheFormButNoData) {
  const auto file = make_documents()->template_workbook(specimen::ruleset());
  const Workbook book = read_cells(unpack(file.value(), "t").value(),
                                   {"Petunjuk", "Daerah", "Unit", "Pemerintah", "Inovasi"})
                            .value();
  ASSERT_EQ(book.sheets.size(), 5U);
  EXPECT_EQ(book.find("Unit")->rows(), 1U);
  EXPECT_EQ(book.find("Pemerintah")->rows(), 4U);
  EXPECT_EQ(book.find("Inovasi")->rows(), 1U);
  EXPECT_EQ(book.find("Inovasi")->at(0, 11).text, "16 Regulasi");
  EXPECT_EQ(book.find("Inovasi")->at(0, 14).text, "V16 Regulasi");
}

TEST(RegionYearFile, TemplateOffersLevelsToChoose) {
  const auto file = make_documents()->template_workbook(specimen::ruleset());
  const auto parts = specimen::parts_of(file.value());
  EXPECT_NE(parts.at("xl/worksheets/sheet5.xml").find("sqref=\"L2:L501\""), std::string::npos);
  EXPECT_NE(parts.at("xl/worksheets/sheet5.xml").find("<formula1>\"0,1,2,3\"</formula1>"),
            std::string::npos);
}

TEST(RegionYearFile, ReadsAnUnfilledTemplateAsUnfilled) {
  const auto file = make_documents()->template_workbook(specimen::ruleset());
  const auto back = make_documents()->read_region_year(file.value(), "t.xlsx", specimen::finder());
  ASSERT_FALSE(back);
  EXPECT_EQ(told(back.error()),
            "Daerah!B3 \"\": it must be a Ministry code such as 14 or 14.01\n"
            "Daerah!B4 \"\": it must be filled in\n"
            "Daerah!B5 \"\": it must be one of Provinsi, Kabupaten, Kota\n");
}

// The samples and the rules that ship, as users meet them.
class Shipped : public testing::TestWithParam<std::pair<const char*, const char*>> {
 protected:
  static std::string file(const std::string& name) {
    std::ifstream in(std::string(JALUR_SOURCE_DIR) + "/" + name, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
};

TEST_P(Shipped, SampleGoesThroughAWorkbook) {
  const auto affairs = load_affairs(file("reference/affairs.toml"), "affairs.toml");
  ASSERT_TRUE(affairs) << told(affairs.error());
  const std::string rules = std::string("rulesets/") + GetParam().second;
  const auto ruleset = load_ruleset(file(rules), rules, *affairs);
  ASSERT_TRUE(ruleset) << told(ruleset.error());
  const auto data = jalur::read_region_year(file(GetParam().first),
                                            [&](const std::string&) { return &*ruleset; });
  ASSERT_TRUE(data) << told(data.error());
  EXPECT_EQ(specimen::difference(*data, through_a_workbook(*data, *ruleset)), "");
}

INSTANTIATE_TEST_SUITE_P(Samples, Shipped,
                         testing::Values(std::pair{"samples/kampar-2023.json", "iid-2023.toml"},
                                         std::pair{"samples/kampar-2026.json", "iid-2026.toml"}),
                         [](const auto& tested) {
                           return "Year" + std::string(tested.param.second).substr(4, 4);
                         });

}  // namespace jalur::documents
