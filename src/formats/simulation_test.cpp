#include "formats/simulation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace jalur {
namespace {

using nlohmann::json;

SimulationAnswer one_region() {
  SimulatedRegion region;
  region.code = RegionCode::parse("14.01").value();
  region.name = "Kabupaten Kampar";
  region.year = 2026;
  region.ruleset = "iid-2026";
  region.waiting = 12;
  region.index = {Hundredths::of(5062), Hundredths::of(4980), Hundredths::of(5060),
                  Hundredths::of(5150)};
  region.rank = {Hundredths::of(11'725), 110, 117, 125};
  region.rank_in_kind = {Hundredths::of(9'000), 85, 90, 96};
  region.classes = {{"Sangat Inovatif", 312}, {"Inovatif", 9'688}, {"Kurang Inovatif", 0}};
  return {{10'000, 3, 2}, 640, {region}};
}

TEST(SimulationJson, IsAsPromised) {
  const json answer = json::parse(simulation_json(one_region(), Language::english));
  EXPECT_EQ(answer["format"], "jalur.simulation/1");
  EXPECT_EQ(answer["draws"], 10'000);
  EXPECT_EQ(answer["seed"], 3);
  EXPECT_EQ(answer["learnt"], 640);
  const json row = json::parse(R"({"region": "14.01", "name": "Kabupaten Kampar",
    "kind": "regency", "year": 2026, "ruleset": "iid-2026", "waiting": 12,
    "index": {"mean": "50.62", "p5": "49.80", "p50": "50.60", "p95": "51.50"},
    "rank": {"mean": "117.25", "p5": 110, "p50": 117, "p95": 125},
    "rank_in_kind": {"mean": "90.00", "p5": 85, "p50": 90, "p95": 96},
    "classes": [{"class": "Sangat Inovatif", "chance": "0.0312"},
                {"class": "Inovatif", "chance": "0.9688"},
                {"class": "Kurang Inovatif", "chance": "0.0000"}]})");
  EXPECT_EQ(answer["rows"], json::array({row}));
}

TEST(SimulationJson, SaysWhatItRestsOn) {
  SimulationAnswer answer = one_region();
  EXPECT_EQ(json::parse(simulation_json(answer, Language::english))["assumptions"].size(), 1U);
  answer.learnt = 0;
  const json told = json::parse(simulation_json(answer, Language::indonesian))["assumptions"];
  EXPECT_EQ(told[1]["of"], "chances.prior");
  EXPECT_THAT(told[1]["text"].get<std::string>(), testing::HasSubstr("3 dari 4"));
}

TEST(SimulationJson, WritesChancesWithFourPlaces) {
  EXPECT_EQ(chance_str(0), "0.0000");
  EXPECT_EQ(chance_str(9), "0.0009");
  EXPECT_EQ(chance_str(10'000), "1.0000");
}

}  // namespace
}  // namespace jalur
