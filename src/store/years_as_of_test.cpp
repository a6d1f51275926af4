// Years as they were: whatever is changed in whatever order, the index as of an instant is the one
// that was seen then. Runs on both engines; RapidCheck prints the seed.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "app/fake_house.h"
#include "index/score.h"
#include "store/store_fixture.h"

namespace jalur::store {

namespace {

int below(int most) { return *rc::gen::inRange(0, most); }
bool coin() { return below(2) == 0; }

const Ruleset& rules() {
  static const app::Rulesets all(app::test_rulesets());
  return *all.find("iid-2026");
}

Levels random_levels(int first, int last) {
  Levels levels;
  for (int i = below(5); i > 0; --i)
    levels.set(indicator(std::to_string(first + below(last - first + 1))), *level_of(below(4)));
  return levels;
}

std::optional<Levels> maybe_levels(int first, int last) {
  return coin() ? std::optional(random_levels(first, last)) : std::nullopt;
}

Innovation random_innovation(int number) {
  const std::string id = "i-" + std::to_string(number);
  Innovation made = innovation(id, "Inovasi " + id, "Dinas Kesehatan");
  made.affairs = {1 + below(6)};
  made.stage = static_cast<Stage>(below(3));
  made.implemented_on = parse_date(coin() ? "2024-05-01" : "2020-05-01");
  made.state = static_cast<SubmissionState>(below(4));
  made.levels = random_levels(16, 35);
  made.verified_levels = maybe_levels(16, 35);
  return made;
}

// What was seen, and when.
struct Noted {
  Instant at;
  RegionYear data;
};

// A region's year that is changed at random, a second after the other.
class History {
 public:
  History(app::Store& store, app::Profiles& profiles) : store_(store), profiles_(profiles) {}

  void step() {
    const int what = noted.empty() ? 0 : below(6);
    at_ += std::chrono::seconds(1);
    if (what == 0) import();
    if (what == 1 || what == 2) claim_one();
    if (what == 3) describe();
    if (what == 4) withdraw();
    if (what == 5) add();
    noted.push_back({at_, now().data});
  }

  std::vector<Noted> noted;

 private:
  app::StoredYear now() const { return store_.year(key_).value(); }

  void import() {
    RegionYear data = kampar();
    data.government = random_levels(3, 4);
    data.government_verified = maybe_levels(3, 4);
    data.innovations.clear();
    for (int i = 0; i < 5; ++i)
      if (coin()) data.innovations.push_back(random_innovation(i));
    app::ImportPlan plan = plan_for(data);
    plan.at = at_;
    RC_ASSERT(store_.import(plan, {}).has_value());
  }

  std::string any_submission() const {
    const auto year = now();
    if (year.submissions.empty()) return year.government_submission;
    return year
        .submissions[static_cast<std::size_t>(below(static_cast<int>(year.submissions.size())))];
  }

  void claim_one() {
    const auto year = now();
    const std::string submission = any_submission();
    const int first = submission == year.government_submission ? 3 : 16;
    app::ClaimChange change = claim(year.data, submission, std::to_string(first + below(2)),
                                    below(4), coin() ? std::optional(below(4)) : std::nullopt);
    change.at = at_;
    RC_ASSERT(store_.save_claim(change).has_value());
  }

  void change(const std::function<void(app::ProfileEdit&)>& edit) {
    const std::string submission = any_submission();
    if (submission == now().government_submission) return;
    app::ProfileChange change;
    change.submission = submission;
    change.decide = [&](const app::StoredProfile& before) -> Expected<app::ProfileEdit> {
      app::ProfileEdit result{
          before.profile, before.withdrawn, std::nullopt, {"submission.described", {}}};
      edit(result);
      return result;
    };
    change.by = somebody();
    change.at = at_;
    RC_ASSERT(profiles_.change_profile(change).has_value());
  }

  void describe() {
    change([&](app::ProfileEdit& edit) {
      edit.profile.affairs = {1 + below(6)};
      edit.profile.stage = static_cast<Stage>(below(3));
      edit.profile.implemented_on = parse_date(coin() ? "2025-05-01" : "2019-05-01");
    });
  }

  void withdraw() {
    change([](app::ProfileEdit& edit) { edit.withdrawn = true; });
  }

  void add() {
    app::NewSubmission fresh;
    fresh.key = key_;
    fresh.submission = next_id();
    fresh.innovation = next_id();
    fresh.profile.name = "Baru";
    fresh.profile.unit = "Dinas Kesehatan";
    fresh.profile.affairs = {1 + below(6)};
    fresh.levels = random_levels(16, 35);
    fresh.maturity = maturity_of(fresh.levels, std::nullopt);
    fresh.told = {"submission.registered", {}};
    fresh.by = somebody();
    fresh.at = at_;
    RC_ASSERT(profiles_.add_submission(fresh).has_value());
  }

  app::Store& store_;
  app::Profiles& profiles_;
  const app::YearKey key_{region("14.01"), 2026};
  Instant at_ = some_instant();
};

std::string told(const Score& score) {
  std::string text = score.claimed.index.rounded().str() + " " + score.claimed.maturity_sum.str() +
                     " " + std::to_string(score.claimed.innovations) + "/" +
                     std::to_string(score.claimed.divisor) + " verified ";
  text += score.verified
              ? score.verified->index.rounded().str() + " " + score.verified->maturity_sum.str()
              : "none";
  return text + " excluded " + std::to_string(score.excluded.size());
}

}  // namespace

TEST_P(StoreContract, the_index_as_of_any_instant_is_the_one_that_was_seen_then) {
  EXPECT_TRUE(rc::check("change at random, then look back", [&] {
    // Each run has a region's year of its own.
    place().run("DELETE FROM claims");
    place().run("DELETE FROM verifications");
    place().run("DELETE FROM submission_revisions");
    place().run("DELETE FROM profiles");
    place().run("DELETE FROM designs");
    place().run("DELETE FROM submissions");
    place().run("DELETE FROM listed_units");
    place().run("DELETE FROM years");
    History history(store(), profiles());
    for (int steps = 2 + below(8); steps > 0; --steps) history.step();
    for (const Noted& then : history.noted) {
      const auto past = profiles().year_as_of({region("14.01"), 2026}, then.at);
      RC_ASSERT(past.has_value());
      RC_ASSERT(told(score(*past, rules())) == told(score(then.data, rules())));
    }
  }));
}

TEST_P(StoreContract, before_anything_was_on_record_there_is_no_index) {
  import(kampar());
  const auto early =
      profiles().year_as_of({region("14.01"), 2026}, some_instant() - std::chrono::seconds(1));
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, ErrorCode::not_found);
  EXPECT_EQ(profiles().year_as_of({region("14.01"), 2001}, some_instant()).error().code,
            ErrorCode::not_found);
}

TEST_P(StoreContract, a_unit_that_gets_another_name_leaves_revisions) {
  import(kampar());
  const auto tree = units().units(region("14.01")).value().tree;
  app::UnitChange change;
  change.region = region("14.01");
  change.decide = [](const registry::UnitTree& all) {
    registry::UnitNode unit = all.front();
    unit.name = "Dinas Kesehatan dan Gizi";
    return app::UnitEdit{unit, "unit.changed"};
  };
  change.current_year = 2026;
  change.by = somebody();
  change.at = some_instant() + std::chrono::seconds(5);
  ASSERT_EQ(tree.front().name, "Dinas Kesehatan");
  ASSERT_TRUE(units().change_unit(change));
  const app::YearKey key{region("14.01"), 2026};
  EXPECT_EQ(profiles().year_as_of(key, some_instant())->innovations[0].unit, "Dinas Kesehatan");
  EXPECT_EQ(profiles().year_as_of(key, change.at)->innovations[0].unit, "Dinas Kesehatan dan Gizi");
}

TEST_P(StoreContract, records_of_an_earlier_program_get_their_first_revision) {
  const auto old = fresh_place(GetParam());
  ASSERT_TRUE(old);
  StoreSettings before = settings_for(*old);
  std::erase_if(before.migrations, [](const Migration& each) { return each.number >= 5; });
  ASSERT_TRUE(open_store(before));
  old->run("INSERT INTO regions VALUES ('14.01', 'Kabupaten Kampar', 'regency')");
  old->run(
      "INSERT INTO years VALUES ('14.01', 2026, 'Kabupaten Kampar', 'regency', 'iid-2026', '', "
      "NULL, 1)");
  old->run(
      "INSERT INTO innovations VALUES ('14.01', 'n', 'Antar', 'Dinas', "
      "'2026-11-24T00:00:00.000Z')");
  old->run(
      "INSERT INTO submissions VALUES ('14.01', 's', 2026, 'n', 'i-001', 1, 'Antar', 'Dinas', "
      "'2', 'trial', NULL, NULL, 'submitted', 0, 0, '16=2', NULL, 0, 0, 'antar', 'dinas', "
      "'2026-11-24T00:00:00.000Z')");
  old->run("INSERT INTO claims VALUES ('14.01', 's', '16', 1, 2, '2026-11-24T00:00:00.000Z')");
  const auto opened = open_store(settings_for(*old));
  ASSERT_TRUE(opened) << opened.error().problems.front().text.en;
  const auto past = opened->profiles->year_as_of({region("14.01"), 2026}, some_instant());
  ASSERT_TRUE(past) << past.error().problems.front().text.en;
  ASSERT_EQ(past->innovations.size(), 1U);
  EXPECT_EQ(past->innovations[0].levels, levels({{"16", 2}}));
}

}  // namespace jalur::store
