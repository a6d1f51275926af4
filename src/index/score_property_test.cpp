// score() against the plain second reckoning of simple_score.h, on random regions, under every
// ruleset of the repository.
#include <gtest/gtest.h>

#include "index/nation.h"
#include "index/random_region.h"
#include "index/simple_score.h"

namespace jalur {
namespace {

using namespace jalur::testing;

void expect_same(const Figure& figure, const SimpleFigure& simple, const Ruleset& ruleset) {
  RC_ASSERT(exact(figure.index) == simple.index);
  RC_ASSERT(exact(figure.government) == simple.government);
  RC_ASSERT(exact(figure.maturity_sum) == simple.maturity_sum);
  RC_ASSERT(exact(figure.maturity_mean) == simple.maturity_mean);
  RC_ASSERT(exact(figure.number) == simple.number);
  RC_ASSERT(exact(figure.total) == simple.total);
  RC_ASSERT(figure.maximum == ruleset.formula.maximum);
  RC_ASSERT(Integer(figure.index.rounded().count()) == hundredths_half_up(simple.index));
  RC_ASSERT(figure.class_name == simple.class_name);
  RC_ASSERT(figure.innovations == simple.innovations);
  RC_ASSERT(figure.divisor == simple.divisor);
  RC_ASSERT(figure.basic_services_covered == simple.basic_services_covered);
  RC_ASSERT(figure.gate_met == simple.gate_met);
}

TEST(ScoreProperty, AgreesWithThePlainReckoning) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    const Score fast = score(data, ruleset);
    const SimpleScore simple = simple_score(data, ruleset);
    expect_same(fast.claimed, simple.claimed, ruleset);
    RC_ASSERT(fast.verified.has_value() == simple.verified.has_value());
    if (fast.verified) expect_same(*fast.verified, *simple.verified, ruleset);
    RC_CLASSIFY(data.innovations.empty(), "no innovation");
    RC_CLASSIFY(fast.claimed.innovations > ruleset.formula.innovations_cap, "over the cap");
    RC_CLASSIFY(!fast.claimed.gate_met, "gate not met");
    RC_CLASSIFY(!fast.verified, "not verified");
  });
}

TEST(ScoreProperty, ExcludesTheSameInnovationsForTheSameReasons) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const RegionYear data = random_region(ruleset);
    std::map<std::string, ExclusionReason> excluded;
    for (const Exclusion& each : score(data, ruleset).excluded) {
      RC_ASSERT(excluded.emplace(each.innovation, each.reason).second);
      RC_ASSERT(!each.text.id.empty());
      RC_ASSERT(!each.text.en.empty());
    }
    RC_ASSERT(excluded == simple_score(data, ruleset).excluded);
  });
}

TEST(ScoreProperty, StaysBetween0And100) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const Score result = score(random_region(ruleset), ruleset);
    RC_ASSERT(result.claimed.index >= Fraction(0, 1));
    RC_ASSERT(result.claimed.index <= Fraction(100, 1));
  });
}

TEST(Nation, ScoresColumnByColumnWhatScoreScoresOneByOne) {
  under_every_ruleset([](const Ruleset& ruleset) {
    const auto shapes =
        *rc::gen::resize(5, rc::gen::container<std::vector<RegionShape>>(any_shape()));
    Nation nation(ruleset);
    std::vector<SimpleScore> simple;
    std::vector<Score> one_by_one;
    std::size_t rows = 0;
    for (const RegionShape& shape : shapes) {
      const RegionYear data = RegionMaker(shape, ruleset).make();
      nation.add(data);
      one_by_one.push_back(score(data, ruleset));
      simple.push_back(simple_score(data, ruleset));
      rows += simple.back().counted.size();
      for (const Innovation& each : data.innovations) {
        rows += each.state == SubmissionState::rejected ? 1U : 0U;
      }
    }
    const auto claimed = nation.claimed();
    const auto verified = nation.verified();
    RC_ASSERT(nation.regions() == shapes.size());
    RC_ASSERT(nation.innovations() == rows);
    RC_ASSERT(claimed.size() == shapes.size());
    RC_ASSERT(verified.size() == shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
      RC_ASSERT(claimed[i] == one_by_one[i].claimed.index);
      RC_ASSERT(exact(claimed[i]) == simple[i].claimed.index);
      if (one_by_one[i].verified) RC_ASSERT(verified[i] == one_by_one[i].verified->index);
    }
  });
}

TEST(Nation, OfNoRegionHasNoIndex) {
  const Nation nation(repo_ruleset("iid-2026"));
  EXPECT_EQ(nation.regions(), 0U);
  EXPECT_TRUE(nation.claimed().empty());
  EXPECT_TRUE(nation.verified().empty());
}

}  // namespace
}  // namespace jalur
