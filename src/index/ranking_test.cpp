#include "index/ranking.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "index/simple_score.h"

namespace jalur {
namespace {

using testing::exact;

struct Place {
  std::string code;
  std::optional<int> rank;
  std::optional<int> rank_in_kind;
  bool operator==(const Place&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Place& place) {
  return out << place.code << ' ' << place.rank.value_or(0) << ' '
             << place.rank_in_kind.value_or(0);
}

Contestant contestant(std::string_view code, RegionKind kind, std::optional<Fraction> index) {
  Contestant made;
  made.code = RegionCode::parse(code).value();
  made.kind = kind;
  made.index = index;
  return made;
}

std::vector<Place> places(const std::vector<Ranked>& ranking) {
  std::vector<Place> found;
  for (const Ranked& each : ranking) {
    found.push_back({each.contestant.code.str(), each.rank, each.rank_in_kind});
  }
  return found;
}

constexpr RegionKind province = RegionKind::province;
constexpr RegionKind regency = RegionKind::regency;
constexpr RegionKind city = RegionKind::city;

TEST(Ranking, SharesARankAndSkipsTheNext) {
  const auto ranking = rank({contestant("14.04", regency, Fraction(40, 1)),
                             contestant("14.03", regency, Fraction(150, 3)),
                             contestant("14.02", regency, Fraction(50, 1)),
                             contestant("14.01", regency, Fraction(60, 1))});
  EXPECT_EQ(
      places(ranking),
      (std::vector<Place>{{"14.01", 1, 1}, {"14.02", 2, 2}, {"14.03", 2, 2}, {"14.04", 4, 4}}));
}

TEST(Ranking, TakesTheExactIndexNotTheShownOne) {
  const auto ranking = rank({contestant("14.01", regency, Fraction(50'001, 1'000)),
                             contestant("14.02", regency, Fraction(50'002, 1'000))});
  EXPECT_EQ(places(ranking), (std::vector<Place>{{"14.02", 1, 1}, {"14.01", 2, 2}}));
}

TEST(Ranking, RanksProvincesRegenciesAndCitiesAmongThemselves) {
  const auto ranking = rank(
      {contestant("14", province, Fraction(55, 1)), contestant("14.01", regency, Fraction(60, 1)),
       contestant("14.02", regency, Fraction(50, 1)), contestant("14.71", city, Fraction(60, 1)),
       contestant("14.72", city, Fraction(40, 1)), contestant("13", province, Fraction(70, 1))});
  EXPECT_EQ(places(ranking), (std::vector<Place>{{"13", 1, 1},
                                                 {"14.01", 2, 1},
                                                 {"14.71", 2, 1},
                                                 {"14", 4, 2},
                                                 {"14.02", 5, 2},
                                                 {"14.72", 6, 2}}));
}

TEST(Ranking, PutsTheUnverifiedLastWithoutARank) {
  const auto ranking =
      rank({contestant("14.03", regency, std::nullopt), contestant("14.01", regency, std::nullopt),
            contestant("14.02", regency, Fraction(0, 1))});
  EXPECT_EQ(places(ranking), (std::vector<Place>{{"14.02", 1, 1},
                                                 {"14.01", std::nullopt, std::nullopt},
                                                 {"14.03", std::nullopt, std::nullopt}}));
}

TEST(Ranking, OfNobodyIsEmpty) { EXPECT_TRUE(rank({}).empty()); }

// A region may stand twice, with two years or under two rulesets.
TEST(Ranking, OrdersTheSameRegionByYearAndRuleset) {
  const auto of = [](int year, std::string ruleset) {
    Contestant made = contestant("14.01", regency, Fraction(50, 1));
    made.year = year;
    made.ruleset = std::move(ruleset);
    return made;
  };
  const std::vector<Contestant> in_order{of(2025, "iid-2025"), of(2026, "iid-2025"),
                                         of(2026, "iid-2026")};
  std::vector<Contestant> turned(in_order.rbegin(), in_order.rend());
  const auto ranking = rank(turned);
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    EXPECT_EQ(ranking[i].contestant.year, in_order[i].year);
    EXPECT_EQ(ranking[i].contestant.ruleset, in_order[i].ruleset);
    EXPECT_EQ(ranking[i].rank, 1);
  }
}

std::vector<Contestant> any_contestants() {
  const int count = *rc::gen::inRange(0, 60);
  std::vector<Contestant> all;
  for (int i = 0; i < count; ++i) {
    const auto numerator = *rc::gen::inRange<std::int64_t>(0, 12);
    const auto times = *rc::gen::inRange<std::int64_t>(1, 4);
    const bool verified = *rc::gen::inRange(0, 5) > 0;
    all.push_back(contestant(
        std::to_string(10 + i), static_cast<RegionKind>(*rc::gen::inRange(0, 3)),
        verified ? std::optional(Fraction(numerator * times, 7 * times)) : std::nullopt));
  }
  return all;
}

// Who is better, counted one by one.
int rank_by_counting(const Contestant& one, const std::vector<Contestant>& all, bool within_kind) {
  int better = 0;
  for (const Contestant& other : all) {
    if (within_kind && other.kind != one.kind) continue;
    if (other.index && exact(*other.index) > exact(*one.index)) ++better;
  }
  return better + 1;
}

TEST(RankingProperty, IsOneMoreThanHowManyAreBetter) {
  EXPECT_TRUE(rc::check("rank", [] {
    const auto all = any_contestants();
    const auto ranking = rank(all);
    RC_ASSERT(ranking.size() == all.size());
    for (const Ranked& each : ranking) {
      RC_ASSERT(each.rank.has_value() == each.contestant.index.has_value());
      if (!each.rank) continue;
      RC_ASSERT(*each.rank == rank_by_counting(each.contestant, all, false));
      RC_ASSERT(*each.rank_in_kind == rank_by_counting(each.contestant, all, true));
    }
  }));
}

TEST(RankingProperty, DoesNotDependOnTheOrderOfArrival) {
  EXPECT_TRUE(rc::check("order", [] {
    auto all = any_contestants();
    const auto before = places(rank(all));
    const auto turn = *rc::gen::inRange<std::size_t>(0, all.size() + 1);
    std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(turn), all.end());
    RC_ASSERT(places(rank(all)) == before);
    std::reverse(all.begin(), all.end());
    RC_ASSERT(places(rank(all)) == before);
  }));
}

}  // namespace
}  // namespace jalur
