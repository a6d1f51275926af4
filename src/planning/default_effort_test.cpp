#include "planning/default_effort.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "index/example_region.h"
#include "index/random_region.h"
#include "planning/region_claims.h"
#include "planning/repo_catalogue.h"

namespace jalur {
namespace {

using namespace jalur::testing;

const Ruleset& rules() { return repo_ruleset("iid-2026"); }

Effort effort_of(const RegionYear& data, std::string_view today, std::string_view deadline,
                 Basis basis = Basis::claimed) {
  return default_effort(data, rules(), repo_catalogue(), day(today), day(deadline), basis);
}

std::vector<OutOfReach> out_of(const RegionYear& data, std::string_view today,
                               std::string_view deadline, Basis basis = Basis::claimed) {
  return out_of_reach(data, rules(), repo_catalogue(), day(today), day(deadline), basis);
}

ClaimRef claim(std::string_view innovation, std::string_view indicator) {
  ClaimRef ref;
  if (!innovation.empty()) ref.innovation = std::string(innovation);
  ref.indicator = id_of(indicator);
  return ref;
}

std::optional<PersonDays> step_of(const Effort& effort, const ClaimRef& ref, Level to) {
  for (const EffortStep& step : effort.steps) {
    if (step.claim == ref && step.to == to) return step.effort;
  }
  return std::nullopt;
}

const Bundle* bundle_of(const Effort& effort, std::string_view id) {
  for (const Bundle& bundle : effort.bundles) {
    if (bundle.id == id) return &bundle;
  }
  return nullptr;
}

std::optional<OutOfReach> told_of(const std::vector<OutOfReach>& all, const ClaimRef& ref) {
  for (const OutOfReach& each : all) {
    if (each.claim == ref) return each;
  }
  return std::nullopt;
}

// One innovation, no level yet, and half a year in the assessment year.
constexpr std::string_view begin = "2026-03-01";
constexpr std::string_view end = "2026-08-31";

struct Case {
  const char* what;
  const char* innovation;
  const char* indicator;
  int present;
  int to;
  const char* today;
  const char* deadline;
  std::optional<PersonDays> days;  // nothing: no such step
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.what; }

class DefaultStep : public ::testing::TestWithParam<Case> {};

TEST_P(DefaultStep, FollowsTimeAndYears) {
  const Case& each = GetParam();
  RegionYear data = region_with(1, 1);
  const Level present = *level_of(each.present);
  if (*each.innovation == '\0') {
    data.government.set(id_of(each.indicator), present);
  } else {
    data.innovations[0].levels.set(id_of(each.indicator), present);
  }
  const Effort effort = effort_of(data, each.today, each.deadline);
  EXPECT_EQ(step_of(effort, claim(each.innovation, each.indicator), *level_of(each.to)), each.days);
}

const std::optional<PersonDays> no_step;

INSTANTIATE_TEST_SUITE_P(
    Table, DefaultStep,
    ::testing::Values(
        Case{"a unit's decree takes a week", "i-1", "17", 0, 3, "2026-08-24", "2026-08-31", 3},
        Case{"six days are too few", "i-1", "17", 0, 3, "2026-08-25", "2026-08-31", no_step},
        Case{"from level 2 less is left", "i-1", "17", 2, 3, "2026-03-01", "2026-08-31", 2},
        Case{"no step to the present level", "i-1", "17", 2, 2, "2026-03-01", "2026-08-31",
             no_step},
        Case{"regulation of past years", "i-1", "16", 0, 1, "2026-03-01", "2026-08-31", no_step},
        Case{"regulation in time a year before", "i-1", "16", 0, 1, "2025-11-01", "2026-08-31", 4},
        Case{"a law takes more than half a year", "i-1", "16", 0, 3, "2025-11-01", "2026-08-31",
             no_step},
        Case{"this year's budget", "i-1", "18", 0, 1, "2026-03-01", "2026-08-31", 3},
        Case{"last year's budget", "i-1", "18", 0, 2, "2026-03-01", "2026-08-31", no_step},
        Case{"last year's plan", "i-1", "21", 0, 1, "2026-03-01", "2026-08-31", no_step},
        Case{"this year's plan, on top of two", "i-1", "21", 2, 3, "2026-03-01", "2026-08-31", 2},
        Case{"this year's plan, without two", "i-1", "21", 1, 3, "2026-03-01", "2026-08-31",
             no_step},
        Case{"three trainings in 90 days", "i-1", "20", 0, 3, "2026-06-02", "2026-08-31", 18},
        Case{"three trainings in 89 days", "i-1", "20", 0, 3, "2026-06-03", "2026-08-31", no_step},
        Case{"one training more", "i-1", "20", 2, 3, "2026-06-03", "2026-08-31", 6},
        Case{"time to create has passed", "i-1", "32", 0, 1, "2026-03-01", "2026-08-31", no_step},
        Case{"a figure of BPS", "", "5b", 1, 2, "2026-03-01", "2026-08-31", no_step},
        Case{"the roadmap's regulation", "", "14", 2, 3, "2026-03-01", "2026-08-31", 15},
        Case{"the roadmap from nothing", "", "14", 0, 3, "2026-03-01", "2026-08-31", no_step},
        Case{"the roadmap from nothing, in two years", "", "14", 0, 3, "2025-01-01", "2026-08-31",
             85}));

TEST(DefaultEffort, IsEmptyWhenTheDeadlineHasPassed) {
  const RegionYear data = region_with(20, 3);
  const Effort effort = effort_of(data, "2026-09-01", "2026-08-31");
  EXPECT_TRUE(effort.steps.empty() && effort.bundles.empty() && effort.new_innovations.empty());
  const auto out = out_of(data, "2026-09-01", "2026-08-31");
  EXPECT_EQ(out.size(), 20U + 20U * 20U);
  for (const OutOfReach& each : out) EXPECT_EQ(each.reason, OutOfReachReason::deadline_passed);
  EXPECT_EQ(out.front().text.en,
            "Vision and mission stays at level 0: the deadline of 2026-08-31 has passed.");
}

TEST(DefaultEffort, CountsTheLastDay) {
  RegionYear data = region_with(1, 1);
  EXPECT_TRUE(effort_of(data, "2026-08-31", "2026-08-31").steps.empty());
  EXPECT_FALSE(effort_of(data, "2026-08-28", "2026-08-31").steps.empty());
}

TEST(DefaultEffort, LeavesAloneWhatDoesNotCount) {
  RegionYear data = region_with(3, 1);
  data.innovations[0].state = SubmissionState::draft;
  data.innovations[1].implemented_on = day("2019-01-01");
  for (const EffortStep& step : effort_of(data, begin, end).steps) {
    EXPECT_TRUE(!step.claim.innovation || step.claim.innovation == "i-3");
  }
}

TEST(DefaultEffort, StartsFromTheVerifiedLevelWhenAsked) {
  RegionYear data = region_with(1, 1);
  data.innovations[0].levels.set(id_of("17"), Level::three);
  const ClaimRef people = claim("i-1", "17");
  EXPECT_EQ(step_of(effort_of(data, begin, end), people, Level::three), std::nullopt);
  EXPECT_EQ(step_of(effort_of(data, begin, end, Basis::verified), people, Level::three), 3);
  data.innovations[0].verified_levels.emplace().set(id_of("17"), Level::two);
  EXPECT_EQ(step_of(effort_of(data, begin, end, Basis::verified), people, Level::three), 2);
}

TEST(OutOfReachClaims, AreToldWhy) {
  RegionYear data = region_with(1, 1);
  data.innovations[0].levels.set(id_of("16"), Level::one);
  const auto out = out_of(data, "2026-08-01", end);
  EXPECT_EQ(told_of(out, claim("i-1", "16"))->text.en,
            "Regulation stays at level 1: its evidence must be of 2016-2025 and cannot be made any "
            "more; if it is there already, just hand it in.");
  EXPECT_EQ(told_of(out, claim("", "5b"))->text.en,
            "Unemployment stays at level 0: BPS publishes this figure.");
  EXPECT_EQ(told_of(out, claim("", "5b"))->reason, OutOfReachReason::not_by_work);
  EXPECT_EQ(told_of(out, claim("i-1", "34"))->text.en,
            "Evaluation goes no higher than level 1: its document needs 45 days, 30 are left.");
  EXPECT_EQ(told_of(out, claim("i-1", "34"))->text.id,
            "Monev paling tinggi parameter 1: dokumennya perlu 45 hari, tersisa 30 hari.");
  EXPECT_EQ(told_of(out, claim("i-1", "25")), std::nullopt);
}

TEST(DefaultBundles, ServeAllInnovationsAtOnce) {
  const Effort effort = effort_of(region_with(22, 5), begin, end);
  const Bundle* team = bundle_of(effort, "sk-tim");
  ASSERT_NE(team, nullptr);
  EXPECT_EQ(team->effort, 8 + 22);
  EXPECT_EQ(team->raises.size(), 3U * 22U);  // not the agencies: their decree is of past years
  EXPECT_EQ(bundle_of(effort, "sk-payung"), nullptr);
  const Bundle* trainings = bundle_of(effort, "bimtek-dua");
  ASSERT_NE(trainings, nullptr);
  EXPECT_EQ(trainings->effort, 26 + 14);  // 22 x 0.6, rounded up
  EXPECT_EQ(trainings->raises.front().to, Level::two);
}

TEST(DefaultBundles, AYearBeforeIncludeTheUmbrellaDecree) {
  const Effort effort = effort_of(region_with(22, 5), "2025-10-01", end);
  ASSERT_NE(bundle_of(effort, "sk-payung"), nullptr);
  EXPECT_EQ(bundle_of(effort, "sk-payung")->effort, 6 + 3);
  EXPECT_EQ(bundle_of(effort, "sk-tim")->raises.size(), 4U * 22U);
}

TEST(DefaultBundles, TrainingsRaiseFromWhereEachStands) {
  RegionYear data = region_with(8, 5);
  data.innovations[1].levels.set(id_of("20"), Level::two);
  data.innovations[2].levels.set(id_of("20"), Level::three);
  const Effort effort = effort_of(data, begin, end);
  const Bundle* training = bundle_of(effort, "bimtek-satu");
  ASSERT_NE(training, nullptr);
  EXPECT_EQ(training->raises.size(), 7U);
  EXPECT_EQ(training->raises[0].to, Level::one);
  EXPECT_EQ(training->raises[1].to, Level::three);
}

TEST(DefaultBundles, HelpNoManualThatIsNotWritten) {
  RegionYear data = region_with(20, 5);
  EXPECT_EQ(bundle_of(effort_of(data, begin, end), "portal-pedoman"), nullptr);
  for (Innovation& each : data.innovations) each.levels.set(id_of("26"), Level::one);
  const Effort effort = effort_of(data, begin, end);
  ASSERT_NE(bundle_of(effort, "portal-pedoman"), nullptr);
  EXPECT_EQ(bundle_of(effort, "portal-pedoman")->effort, 8 + 4);
}

TEST(DefaultBundles, AreLeftOutWhenTheyCostNoLessThanTheirSteps) {
  EXPECT_EQ(bundle_of(effort_of(region_with(1, 1), begin, end), "sk-tim"), nullptr);
  EXPECT_EQ(bundle_of(effort_of(region_with(2, 1), begin, end), "tim-video"), nullptr);
}

TEST(DefaultBundles, StandForEachUnitThatHasSeveral) {
  RegionYear data = region_with(7, 5);
  for (std::size_t i = 0; i < 4; ++i) data.innovations[i].unit = "Dinas Kesehatan";
  data.innovations[4].unit = "RSUD Bangkinang";
  const Effort effort = effort_of(data, begin, end);
  const Bundle* training = bundle_of(effort, "bimtek-unit-dinas-kesehatan");
  ASSERT_NE(training, nullptr);
  EXPECT_EQ(training->raises.size(), 4U);
  EXPECT_EQ(training->effort, 6 + 2);
  EXPECT_EQ(bundle_of(effort, "bimtek-unit-rsud-bangkinang"), nullptr);
}

TEST(DefaultBundles, LeaveOutUnitsWithFewInnovationsWhenThereAreTooMany) {
  RegionYear data = region_with(62, 5);
  for (std::size_t i = 0; i < 60; ++i) {
    data.innovations[i].unit = "Dinas " + std::to_string(10 + i / 2);
  }
  for (std::size_t i = 58; i < 62; ++i) data.innovations[i].unit = "RSUD";
  const Effort effort = effort_of(data, begin, end);
  EXPECT_EQ(effort.bundles.size(), default_bundles_most);
  EXPECT_NE(bundle_of(effort, "bimtek-unit-rsud"), nullptr);
  EXPECT_NE(bundle_of(effort, "bimtek-unit-dinas-10"), nullptr);
  EXPECT_EQ(bundle_of(effort, "bimtek-unit-dinas-38"), nullptr);
}

TEST(NewInnovations, CoverTheBasicServicesThenTheUnits) {
  RegionYear data = region_with(3, 3);
  data.units = {{"SMPN 1", Unit::Kind::school}, {"Dinas Perhubungan", Unit::Kind::agency}};
  const Effort effort = effort_of(data, begin, end);
  std::vector<std::string> ids;
  for (const NewInnovation& each : effort.new_innovations) ids.push_back(each.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"baru-urusan-4", "baru-urusan-5", "baru-urusan-6",
                                           "baru-dinas-perhubungan", "baru-smpn-1"}));
  EXPECT_EQ(effort.new_innovations[0].affairs, std::vector<int>{4});
  EXPECT_EQ(effort.new_innovations[4].affairs, std::vector<int>{1});
  EXPECT_EQ(effort.new_innovations[0].effort, 15);  // it runs already, unreported
}

TEST(NewInnovations, BeginFromNothingOnlyWithinTheWindow) {
  const RegionYear data = region_with(1, 1);
  EXPECT_EQ(effort_of(data, "2025-07-04", end).new_innovations.front().effort, 60);
  EXPECT_EQ(effort_of(data, "2025-07-05", end).new_innovations.front().effort, 15);
  EXPECT_TRUE(effort_of(data, "2026-08-15", end).new_innovations.empty());
}

TEST(NewInnovations, HaveIdsOfTheirOwn) {
  RegionYear data = region_with(1, 1);
  data.innovations[0].id = "baru-urusan-2";
  EXPECT_EQ(effort_of(data, begin, end).new_innovations.front().id, "baru-urusan-2-2");
}

TEST(Slugs, AreAsciiAndShort) {
  EXPECT_EQ(slug("Dinas Pendidikan, Kepemudaan & Olahraga", 64),
            "dinas-pendidikan-kepemudaan-olahraga");
  EXPECT_EQ(slug("  RSUD é 2 ", 64), "rsud-2");
  EXPECT_EQ(slug("Dinas Kesehatan", 6), "dinas");
  EXPECT_EQ(slug("", 6), "");
}

// ----------------------------------------------------------------------------------------------
// Whatever the region, the days and the ruleset.

struct Drawn {
  const Ruleset* ruleset;
  RegionYear data;
  Date today;
  Date deadline;
  Basis basis;
};

// Units of two kinds, some with several innovations, some with none.
void settle_in_units(RegionYear& data, int units) {
  for (int i = 0; i < units; ++i) {
    const auto kind = i % 3 == 0 ? Unit::Kind::school : Unit::Kind::agency;
    data.units.push_back({"Unit " + std::to_string(i), kind});
  }
  for (std::size_t i = 0; units > 0 && i < data.innovations.size(); ++i) {
    data.innovations[i].unit = data.units[i * i % data.units.size()].name;
  }
}

Drawn any_case() {
  const std::string id =
      *rc::gen::element<std::string>("iid-2023", "iid-2026", "iid-2027-prognosis");
  const Ruleset& ruleset = repo_ruleset(id);
  RegionShape shape = *any_shape();
  shape.innovations = std::min(shape.innovations, 40);
  RegionYear data = RegionMaker(shape, ruleset).make();
  settle_in_units(data, *rc::gen::inRange(0, 20));
  const auto first = std::chrono::sys_days(std::chrono::year(data.year - 1) / 1 / 1);
  const auto today = first + std::chrono::days(*rc::gen::inRange(0, 730));
  const auto deadline = today + std::chrono::days(*rc::gen::inRange(-5, 500));
  return {&ruleset, std::move(data), Date(today), Date(deadline),
          *rc::gen::element(Basis::claimed, Basis::verified)};
}

std::map<ClaimRef, Level> present_claims(const Drawn& drawn) {
  std::map<ClaimRef, Level> present;
  for (const Indicator* each : indicators_of(*drawn.ruleset, Aspect::government)) {
    present[{std::nullopt, each->id}] = government_of(drawn.data, drawn.basis).at(each->id);
  }
  for (const Innovation* innovation : counted_innovations(drawn.data, *drawn.ruleset)) {
    for (const Indicator* each : indicators_of(*drawn.ruleset, Aspect::innovation)) {
      present[{innovation->id, each->id}] = levels_of(*innovation, drawn.basis).at(each->id);
    }
  }
  return present;
}

RC_GTEST_PROP(DefaultEffortProperty, RaisesOnlyWhatCountsAndOnlyUpward, ()) {
  const Drawn drawn = any_case();
  const auto present = present_claims(drawn);
  const Effort effort = default_effort(drawn.data, *drawn.ruleset, repo_catalogue(), drawn.today,
                                       drawn.deadline, drawn.basis);
  std::map<ClaimRef, std::pair<Level, PersonDays>> before;
  for (const EffortStep& step : effort.steps) {
    RC_ASSERT(present.contains(step.claim));
    RC_ASSERT(step.to > present.at(step.claim));
    if (const auto it = before.find(step.claim); it != before.end()) {
      RC_ASSERT(step.to > it->second.first);
      RC_ASSERT(step.effort >= it->second.second);
    }
    before[step.claim] = {step.to, step.effort};
  }
  RC_ASSERT(effort.bundles.size() <= default_bundles_most);
  std::set<std::string> ids;
  for (const Bundle& bundle : effort.bundles) {
    RC_ASSERT(ids.insert(bundle.id).second);
    RC_ASSERT(bundle.raises.size() > 1U);
    for (const Bundle::Raise& raise : bundle.raises) {
      RC_ASSERT(present.contains(raise.claim));
      RC_ASSERT(raise.to > present.at(raise.claim));
    }
  }
  for (const NewInnovation& each : effort.new_innovations) {
    RC_ASSERT(ids.insert(each.id).second);
    RC_ASSERT(!each.affairs.empty());
    for (const NewInnovation::Step& step : each.steps) {
      RC_ASSERT(step.to > each.levels.at(step.indicator));
    }
  }
}

RC_GTEST_PROP(DefaultEffortProperty, EveryClaimReachesTheTopOrIsToldWhyNot, ()) {
  const Drawn drawn = any_case();
  const Effort effort = default_effort(drawn.data, *drawn.ruleset, repo_catalogue(), drawn.today,
                                       drawn.deadline, drawn.basis);
  auto highest = present_claims(drawn);
  for (const EffortStep& step : effort.steps)
    highest[step.claim] = std::max(highest[step.claim], step.to);
  for (const Bundle& bundle : effort.bundles) {
    for (const Bundle::Raise& raise : bundle.raises) {
      highest[raise.claim] = std::max(highest[raise.claim], raise.to);
    }
  }
  const auto out = out_of_reach(drawn.data, *drawn.ruleset, repo_catalogue(), drawn.today,
                                drawn.deadline, drawn.basis);
  for (const OutOfReach& each : out) {
    RC_ASSERT(highest.at(each.claim) == each.highest);
    RC_ASSERT(each.highest != Level::three);
    RC_ASSERT(!each.text.id.empty() && each.text.en.back() == '.');
    highest.erase(each.claim);
  }
  for (const auto& [ref, level] : highest) RC_ASSERT(level == Level::three);
}

RC_GTEST_PROP(DefaultEffortProperty, ADayMoreTakesNothingAway, ()) {
  const Drawn drawn = any_case();
  const auto steps = [&](const Date& deadline) {
    std::set<std::pair<ClaimRef, Level>> all;
    for (const EffortStep& step : default_effort(drawn.data, *drawn.ruleset, repo_catalogue(),
                                                 drawn.today, deadline, drawn.basis)
                                      .steps) {
      all.insert({step.claim, step.to});
    }
    return all;
  };
  const auto fewer = steps(drawn.deadline);
  const auto more = steps(std::chrono::sys_days(drawn.deadline) + std::chrono::days(1));
  RC_ASSERT(std::includes(more.begin(), more.end(), fewer.begin(), fewer.end()));
}

}  // namespace
}  // namespace jalur
