// The default effort of the sample region, and that it survives its file.
#include "planning/default_effort.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "formats/effort.h"
#include "formats/region_year.h"
#include "formats/test_files.h"
#include "planning/catalogue_load.h"

namespace jalur {
namespace {

using test::file_text;
using test::find_ruleset;

const Ruleset& rules() { return *find_ruleset("iid-2026"); }

const Catalogue& catalogue() {
  static const Catalogue loaded =
      load_catalogue(file_text("rulesets/effort/catalogue-2026.toml"), "catalogue-2026.toml")
          .value();
  return loaded;
}

const RegionYear& kampar() {
  static const RegionYear data =
      read_region_year(file_text("samples/kampar-2026.json"), find_ruleset).value();
  return data;
}

Date day(std::string_view text) { return parse_date(text).value(); }

Effort kampar_effort(std::string_view today, std::string_view deadline) {
  return default_effort(kampar(), rules(), catalogue(), day(today), day(deadline), Basis::claimed);
}

void expect_same(const Effort& a, const Effort& b) {
  RC_ASSERT(a.steps.size() == b.steps.size());
  for (std::size_t i = 0; i < a.steps.size(); ++i) {
    RC_ASSERT(a.steps[i].claim == b.steps[i].claim);
    RC_ASSERT(a.steps[i].to == b.steps[i].to);
    RC_ASSERT(a.steps[i].effort == b.steps[i].effort);
  }
  RC_ASSERT(a.bundles.size() == b.bundles.size());
  for (std::size_t i = 0; i < a.bundles.size(); ++i) {
    RC_ASSERT(a.bundles[i].id == b.bundles[i].id);
    RC_ASSERT(a.bundles[i].effort == b.bundles[i].effort);
    RC_ASSERT(a.bundles[i].raises.size() == b.bundles[i].raises.size());
    for (std::size_t j = 0; j < a.bundles[i].raises.size(); ++j) {
      RC_ASSERT(a.bundles[i].raises[j].claim == b.bundles[i].raises[j].claim);
      RC_ASSERT(a.bundles[i].raises[j].to == b.bundles[i].raises[j].to);
    }
  }
  RC_ASSERT(a.new_innovations.size() == b.new_innovations.size());
  for (std::size_t i = 0; i < a.new_innovations.size(); ++i) {
    const NewInnovation& one = a.new_innovations[i];
    const NewInnovation& other = b.new_innovations[i];
    RC_ASSERT(one.id == other.id);
    RC_ASSERT(one.effort == other.effort);
    RC_ASSERT(one.affairs == other.affairs);
    RC_ASSERT(one.levels == other.levels);
    RC_ASSERT(one.steps.size() == other.steps.size());
    for (std::size_t j = 0; j < one.steps.size(); ++j) {
      RC_ASSERT(one.steps[j].indicator == other.steps[j].indicator);
      RC_ASSERT(one.steps[j].to == other.steps[j].to);
      RC_ASSERT(one.steps[j].effort == other.steps[j].effort);
    }
  }
}

RC_GTEST_PROP(DefaultEffortFile, IsReadBackAsItWas, ()) {
  const auto today =
      std::chrono::sys_days(day("2025-01-01")) + std::chrono::days(*rc::gen::inRange(0, 730));
  const auto deadline = today + std::chrono::days(*rc::gen::inRange(0, 400));
  const Basis basis = *rc::gen::element(Basis::claimed, Basis::verified);
  const Effort effort =
      default_effort(kampar(), rules(), catalogue(), Date(today), Date(deadline), basis);
  const auto again = read_effort(write_effort(effort), kampar(), rules());
  RC_ASSERT(again.has_value());
  expect_same(effort, *again);
}

TEST(KamparEffort, HasMuchToChooseFromInMarch) {
  const Effort effort = kampar_effort("2026-03-01", "2026-08-31");
  EXPECT_GT(effort.steps.size(), 200U);
  EXPECT_LT(effort.steps.size(), 2'000U);
  EXPECT_GT(effort.bundles.size(), 5U);
  EXPECT_LE(effort.bundles.size(), default_bundles_most);
  EXPECT_EQ(effort.new_innovations.size(), 6U);
}

TEST(KamparEffort, ShrinksTowardsTheDeadline) {
  const auto size = [](std::string_view today) {
    return kampar_effort(today, "2026-08-31").steps.size();
  };
  EXPECT_GT(size("2026-03-01"), size("2026-07-01"));
  EXPECT_GT(size("2026-07-01"), size("2026-08-25"));
  EXPECT_EQ(size("2026-09-01"), 0U);
}

// Rows whose figures others publish, and rows whose evidence is of past years.
TEST(KamparEffort, LeavesToOthersWhatOthersDecide) {
  const std::set<std::string> others{"2a", "2b", "3",   "4",   "5a",  "5b",  "6",   "7",
                                     "8",  "9",  "10a", "10b", "11a", "11b", "13b", "32"};
  const std::set<std::string> past{"12", "13a", "15", "16", "24", "29"};
  for (const EffortStep& step : kampar_effort("2026-01-01", "2026-12-31").steps) {
    const std::string id = step.claim.indicator.str();
    EXPECT_FALSE(others.contains(id) || past.contains(id)) << id;
  }
}

}  // namespace
}  // namespace jalur
