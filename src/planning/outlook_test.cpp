// The exact distribution of a region's index, against every outcome played out.
#include "planning/outlook.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "index/random_region.h"
#include "planning/counter_random.h"
#include "planning/simple_simulation.h"

namespace jalur {
namespace {

using namespace jalur::testing;

constexpr double part = 1.0 / static_cast<double>(Distribution::whole);

double chance_of(Chance chance) { return static_cast<double>(chance) * part * part; }

// A few claims among settled ones, of every kind: some innovations do not count.
RegionYear small_region(const Ruleset& ruleset, std::uint64_t seed) {
  RegionYear data = RegionMaker({seed, 4, 90, 50, 100, 6}, ruleset).make();
  std::mt19937_64 random(seed);
  const auto reopen = [&](const Levels& claimed, std::optional<Levels>& verified, int most) {
    Levels kept;
    for (const Indicator& each : ruleset.indicators) {
      if (most > 0 && claimed.at(each.id) != Level::none && random() % 4 == 0) {
        --most;
      } else if (verified) {
        kept.set(each.id, verified->at(each.id));
      }
    }
    verified = kept;
  };
  reopen(data.government, data.government_verified, 2);
  for (Innovation& each : data.innovations) reopen(each.levels, each.verified_levels, 1);
  return data;
}

TEST(Outlook, IsEveryOutcomeWithItsChance) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const RegionYear data = small_region(ruleset, seed);
    const Contender contender{&data, &ruleset, some_chances(seed)};
    const Outlook outlook(data, ruleset, contender.chances);
    const auto outcomes = all_outcomes(contender);
    double upto = 0;
    double mean = 0;
    for (const auto& [index, chance] : outcomes) {
      upto += chance;
      const std::int64_t total =
          index.numerator() / 100 * outlook.denominator() / index.denominator();
      RC_ASSERT(Fraction(total * 100, outlook.denominator()) == index);
      RC_ASSERT(std::abs(chance_of(outlook.total_at_most(total)) - upto) < 1e-8);
      mean += chance * static_cast<double>(index.numerator()) /
              static_cast<double>(index.denominator());
    }
    RC_ASSERT(std::abs(static_cast<double>(outlook.mean().count()) / 100 - mean) < 0.005 + 1e-6);
    RC_ASSERT(outlook.waiting() == static_cast<int>(waiting_claims(contender).size()));
  });
}

TEST(Outlook, GivesPercentilesAndClassesOfTheRoundedIndex) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const RegionYear data = small_region(ruleset, seed);
    const Contender contender{&data, &ruleset, some_chances(seed)};
    const Outlook outlook(data, ruleset, contender.chances);
    const auto outcomes = all_outcomes(contender);
    for (const int percent : {5, 50, 95}) {
      const Hundredths found = outlook.percentile(percent);
      double at_most = 0;
      double below = 0;
      for (const auto& [index, chance] : outcomes) {
        at_most += index.rounded() <= found ? chance : 0;
        below += index.rounded() < found ? chance : 0;
      }
      RC_ASSERT(at_most > percent / 100.0 - 1e-8);
      RC_ASSERT(below < percent / 100.0 + 1e-8);
    }
    const Hundredths border = outlook.percentile(50);
    double at_least = 0;
    for (const auto& [index, chance] : outcomes) at_least += index.rounded() >= border ? chance : 0;
    RC_ASSERT(std::abs(chance_of(outlook.at_least(border)) - at_least) < 1e-8);
  });
}

// Government and maturity are drawn from halves of the same 64 bits, which must not be bound to
// each other. 100,000 draws of a chance deviate by less than 0.0016; five of that are 0.008.
TEST(Outlook, DrawsAsItsDistributionSays) {
  const Ruleset& ruleset = repo_ruleset("iid-2026");
  RegionYear data = RegionMaker({5, 6, 100, 90, 0, 6}, ruleset).make();
  const Outlook outlook(data, ruleset, some_chances(3));
  const auto stream = RandomStream::of(1, "draws");
  std::vector<std::int64_t> totals;
  for (std::uint64_t n = 0; n < 100'000; ++n) totals.push_back(outlook.total_drawn(stream.at(n)));
  std::sort(totals.begin(), totals.end());
  for (const std::size_t place : {1'000U, 5'000U, 20'000U, 50'000U, 80'000U, 95'000U, 99'000U}) {
    const auto upto = std::upper_bound(totals.begin(), totals.end(), totals[place]);
    const auto drawn = static_cast<double>(upto - totals.begin()) / 100'000;
    EXPECT_NEAR(drawn, chance_of(outlook.total_at_most(totals[place])), 0.008) << place;
  }
}

TEST(Outlook, OfASettledYearIsTheVerifiedIndex) {
  const Ruleset& ruleset = repo_ruleset("iid-2026");
  RegionYear data = region_with(12, 6);
  spread_maturity(data, ruleset, 600);
  for (Innovation& each : data.innovations) each.verified_levels = each.levels;
  data.government_verified.emplace();
  const Outlook outlook(data, ruleset, some_chances(1));
  const Hundredths index = score(data, ruleset).verified->index.rounded();
  EXPECT_EQ(outlook.waiting(), 0);
  EXPECT_EQ(outlook.mean(), index);
  EXPECT_EQ(outlook.percentile(5), index);
  EXPECT_EQ(outlook.percentile(95), index);
  EXPECT_EQ(outlook.at_least(index), certain);
  EXPECT_EQ(outlook.at_least(index + Hundredths::of(1)), 0);
}

}  // namespace
}  // namespace jalur
