// Many regions at once, against verification played out claim by claim.
#include "planning/simulation.h"

#include <algorithm>
#include <list>

#include <gtest/gtest.h>

#include "index/random_region.h"
#include "index/ranking.h"
#include "planning/simple_simulation.h"

namespace jalur {
namespace {

using namespace jalur::testing;

const Ruleset& rules() { return repo_ruleset("iid-2026"); }

// Region years with what they point to.
class Field {
 public:
  RegionYear& add(RegionYear data, const Ruleset& ruleset = rules()) {
    const auto number = years.size();
    const std::string digits = std::to_string(number + 1);
    data.code = *RegionCode::parse("14." + std::string(2 - digits.size(), '0') + digits);
    data.kind = number % 3 == 0 ? RegionKind::city : RegionKind::regency;
    years.push_back(std::move(data));
    contenders.push_back({&years.back(), &ruleset, some_chances(number * 77)});
    return years.back();
  }

  std::vector<Contender> contenders;
  std::list<RegionYear> years;  // stay where they are
};

Field random_field(int regions) {
  Field field;
  for (int i = 0; i < regions; ++i) {
    const auto seed = static_cast<std::uint64_t>(i);
    const Ruleset& ruleset = i % 4 == 0 ? repo_ruleset("iid-2023") : rules();
    field.add(RegionMaker({seed, 3 + i % 9, 90, 50, 50, 6}, ruleset).make(), ruleset);
  }
  return field;
}

// One region by a few waiting claims of the government.
RegionYear claiming(const std::vector<std::pair<const char*, int>>& claims) {
  RegionYear data = empty_region();
  for (const auto& [id, level] : claims) data.government.set(id_of(id), *level_of(level));
  return data;
}

const SimulatedRegion& of(const std::vector<SimulatedRegion>& answers, const RegionYear& data) {
  return *std::find_if(answers.begin(), answers.end(),
                       [&](const auto& each) { return each.code == data.code; });
}

double number_of(Hundredths value) { return static_cast<double>(value.count()) / 100; }

TEST(Simulation, IsTheSameOnAnyNumberOfThreadsAndInAnyOrder) {
  Field field = random_field(20);
  const auto alone = simulate(field.contenders, {3'000, 7, 1});
  for (const int threads : {2, 3, 8}) {
    EXPECT_EQ(simulate(field.contenders, {3'000, 7, threads}), alone) << threads;
  }
  std::reverse(field.contenders.begin(), field.contenders.end());
  EXPECT_EQ(simulate(field.contenders, {3'000, 7, 2}), alone);
  EXPECT_NE(simulate(field.contenders, {3'000, 8, 2}), alone);
}

// Three regions, every outcome of all three together.
TEST(Simulation, RanksAsEveryOutcomeTogetherDoes) {
  Field field;
  field.add(claiming({{"1", 3}, {"12", 2}}));
  field.add(claiming({{"1", 3}, {"8", 2}}));
  field.add(claiming({{"1", 2}, {"5b", 3}}));
  std::vector<std::map<Fraction, double>> outcomes;
  for (const Contender& each : field.contenders) outcomes.push_back(all_outcomes(each));
  const auto answers = simulate(field.contenders, {100'000, 1, 2});
  for (std::size_t me = 0; me < 3; ++me) {
    double mean = 1;
    for (std::size_t other = 0; other < 3; ++other) {
      for (const auto& [mine, chance] : outcomes[me]) {
        for (const auto& [theirs, their_chance] : outcomes[other])
          mean += me != other && theirs > mine ? chance * their_chance : 0;
      }
    }
    // A rank of 1 to 3 deviates by 1 at most: five deviations of the mean are 0.016.
    const auto& answer = of(answers, *field.contenders[me].data);
    EXPECT_NEAR(number_of(answer.rank.mean), mean, 0.016 + 0.005) << me;
  }
}

struct Drawn {
  std::vector<double> indices;
  std::vector<int> ranks;
};

// Each draw: every claim of every region, score(), and the ranking of all.
std::map<RegionCode, Drawn> drawn_claim_by_claim(const std::vector<Contender>& contenders,
                                                 int draws) {
  std::mt19937_64 random(42);
  std::vector<std::vector<WaitingClaim>> waiting;
  for (const Contender& each : contenders) waiting.push_back(waiting_claims(each));
  std::map<RegionCode, Drawn> drawn;
  for (int n = 0; n < draws; ++n) {
    std::vector<Contestant> field;
    for (std::size_t r = 0; r < contenders.size(); ++r) {
      const RegionYear& data = *contenders[r].data;
      const auto index = index_when(contenders[r], waiting[r], drawn_levels(waiting[r], random));
      field.push_back({data.code, "", data.kind, data.year, "", index, ""});
    }
    for (const Ranked& each : rank(std::move(field))) {
      Drawn& one = drawn[each.contestant.code];
      one.indices.push_back(number_of(each.contestant.index->rounded()));
      one.ranks.push_back(*each.rank);
    }
  }
  return drawn;
}

template <class T>
T percentile(std::vector<T> values, std::size_t percent) {
  std::sort(values.begin(), values.end());
  return values[(values.size() * percent + 99) / 100 - 1];
}

template <class T>
double mean(const std::vector<T>& values) {
  double sum = 0;
  for (const T value : values) sum += static_cast<double>(value);
  return sum / static_cast<double>(values.size());
}

// Both sides draw at fixed seeds, 4,000 times. An index of these regions deviates by less than 3,
// so five deviations of its mean are 0.25; ranks of 12 by less than 4, so 0.35 and one rank.
TEST(Simulation, AgreesWithDrawsClaimByClaim) {
  const Field field = random_field(12);
  const auto plain = drawn_claim_by_claim(field.contenders, 4'000);
  for (const SimulatedRegion& each : simulate(field.contenders, {4'000, 1, 2})) {
    const Drawn& drawn = plain.at(each.code);
    EXPECT_NEAR(number_of(each.index.mean), mean(drawn.indices), 0.25) << each.code.str();
    EXPECT_NEAR(number_of(each.index.p5), percentile(drawn.indices, 5), 0.4) << each.code.str();
    EXPECT_NEAR(number_of(each.index.p50), percentile(drawn.indices, 50), 0.4) << each.code.str();
    EXPECT_NEAR(number_of(each.index.p95), percentile(drawn.indices, 95), 0.4) << each.code.str();
    EXPECT_NEAR(number_of(each.rank.mean), mean(drawn.ranks), 0.35) << each.code.str();
    EXPECT_NEAR(each.rank.p5, percentile(drawn.ranks, 5), 1) << each.code.str();
    EXPECT_NEAR(each.rank.p50, percentile(drawn.ranks, 50), 1) << each.code.str();
    EXPECT_NEAR(each.rank.p95, percentile(drawn.ranks, 95), 1) << each.code.str();
  }
}

// Equal fractions over different divisors: 20 and 40 innovations of the same mean maturity.
TEST(Simulation, EqualIndicesShareARankWhateverTheirDivisor) {
  Field field;
  for (const int innovations : {20, 40}) {
    RegionYear data = region_with(innovations, 1);  // the gate is not met: no points for the number
    spread_maturity(data, rules(), 31 * innovations);
    for (Innovation& each : data.innovations) each.verified_levels = each.levels;
    field.add(std::move(data)).kind = RegionKind::regency;
  }
  field.add(empty_region()).kind = RegionKind::regency;
  const auto answers = simulate(field.contenders, {100, 1, 1});
  EXPECT_EQ(answers[0].index, answers[1].index);
  EXPECT_EQ(answers[0].rank, (RankBand{Hundredths::of(100), 1, 1, 1}));
  EXPECT_EQ(answers[1].rank, answers[0].rank);
  EXPECT_EQ(answers[2].rank, (RankBand{Hundredths::of(300), 3, 3, 3}));
}

// 1 + 199 j points over 199 innovations are ahead of 1 + 200 j over 200 by the least there can be.
TEST(Simulation, TellsApartTheNearestIndices) {
  for (int j = 0; j < 40; ++j) {
    Field field;
    for (const int innovations : {199, 200}) {
      RegionYear data = region_with(innovations, 1);
      spread_maturity(data, rules(), 1 + innovations * j);
      for (Innovation& each : data.innovations) each.verified_levels = each.levels;
      field.add(std::move(data));
    }
    const auto answers = simulate(field.contenders, {1, 1, 1});
    EXPECT_EQ(answers[0].code, field.years.front().code);
    EXPECT_EQ(answers[0].rank.p50, 1);
    EXPECT_EQ(answers[1].rank.p50, 2) << j;
  }
}

TEST(Simulation, OfSettledYearsIsTheRanking) {
  Field field = random_field(30);
  for (RegionYear& data : field.years) {
    data.government_verified = data.government;
    for (Innovation& one : data.innovations) one.verified_levels = one.levels;
  }
  std::vector<Contestant> settled;
  for (const Contender& each : field.contenders) {
    const RegionYear& data = *each.data;
    const Figure figure = score(data, *each.ruleset).claimed;
    settled.push_back({data.code, "", data.kind, data.year, "", figure.index, figure.class_name});
  }
  const auto answers = simulate(field.contenders, {10, 1, 1});
  for (const Ranked& each : rank(std::move(settled))) {
    const auto answer = std::find_if(answers.begin(), answers.end(), [&](const auto& one) {
      return one.code == each.contestant.code;
    });
    EXPECT_EQ(answer->rank.p50, *each.rank);
    EXPECT_EQ(answer->rank.mean, Hundredths::of(100) * *each.rank);
    EXPECT_EQ(answer->rank_in_kind.p5, *each.rank_in_kind);
    for (const ClassChance& chance : answer->classes) {
      EXPECT_EQ(chance.chance, chance.name == each.contestant.class_name ? 10'000 : 0);
    }
  }
}

TEST(Simulation, ChancesOfTheClassesAddUp) {
  const Field field = random_field(25);
  for (const SimulatedRegion& each : simulate(field.contenders, {1, 1, 1})) {
    std::int64_t sum = 0;
    for (const ClassChance& chance : each.classes) {
      EXPECT_GE(chance.chance, 0);
      sum += chance.chance;
    }
    EXPECT_EQ(sum, 10'000);
  }
}

}  // namespace
}  // namespace jalur
