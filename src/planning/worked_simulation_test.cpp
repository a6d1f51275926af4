// The example of docs/algorithms/simulation.md, run.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "planning/page_tables.h"
#include "planning/simple_simulation.h"

namespace jalur {
namespace {

using namespace jalur::testing;

const Ruleset& rules() { return repo_ruleset("iid-2026"); }

// 14.01 with the claims of the table.
RegionYear waiting_region() {
  RegionYear data = empty_region();
  for (const PageRow& row : page_table("simulation.md", "indicator")) {
    data.government.set(id_of(row[0]), *level_of(std::stoi(row[2])));
    EXPECT_EQ(rules().find(id_of(row[0]))->weight.str(), row[1]);
  }
  return data;
}

ChancesOf chances_of_the_page() {
  return [](auto, IndicatorId indicator, Level) {
    for (const PageRow& row : page_table("simulation.md", "indicator")) {
      if (id_of(row[0]) != indicator) continue;
      return LevelChances{std::stod(row[3]), std::stod(row[4]), std::stod(row[5]), 0};
    }
    throw std::runtime_error("no chances for " + indicator.str());
  };
}

RegionYear verified_region() {
  RegionYear data = empty_region();
  data.code = RegionCode::parse("14.02").value();
  data.government.set(id_of("1"), Level::two);
  data.government_verified = data.government;
  return data;
}

TEST(WorkedSimulation, HasTheOutcomesOfThePage) {
  const RegionYear data = waiting_region();
  const Outlook outlook(data, rules(), chances_of_the_page());
  const auto rows = page_table("simulation.md", "points");
  const auto outcomes = all_outcomes({&data, &rules(), chances_of_the_page()});
  ASSERT_EQ(outcomes.size(), rows.size());
  const std::int64_t divisor = score(data, rules()).claimed.divisor;
  auto row = rows.begin();
  for (const auto& [index, chance] : outcomes) {
    const std::int64_t total = Points::parse((*row)[0])->count() * divisor;
    EXPECT_EQ(Fraction(total * 100, outlook.denominator()), index);
    EXPECT_EQ(index.rounded().str(), (*row)[1]);
    EXPECT_EQ(fmt::format("{:.4f}", chance), (*row)[2]);
    const auto at_most = static_cast<double>(outlook.total_at_most(total)) * 0x1p-64;
    EXPECT_EQ(fmt::format("{:.4f}", at_most), (*row)[3]);
    ++row;
  }
}

PageRow row_of(const SimulatedRegion& region) {
  return {region.code.str(),
          region.index.mean.str(),
          region.index.p5.str(),
          region.index.p50.str(),
          region.index.p95.str(),
          region.rank.mean.str(),
          std::to_string(region.rank.p5),
          std::to_string(region.rank.p50),
          std::to_string(region.rank.p95)};
}

TEST(WorkedSimulation, RanksAsThePageSays) {
  const RegionYear waiting = waiting_region();
  const RegionYear verified = verified_region();
  const auto answers = simulate(
      {{&waiting, &rules(), chances_of_the_page()}, {&verified, &rules(), chances_of_the_page()}},
      {10'000, 1, 2});
  const auto rows = page_table("simulation.md", "region");
  ASSERT_EQ(answers.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(row_of(answers[i]), rows[i]);
}

}  // namespace
}  // namespace jalur
