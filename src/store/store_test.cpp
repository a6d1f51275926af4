// The contract of the records: what is handed in, exported, listed and found. Runs on both engines.
#include <algorithm>

#include <gmock/gmock.h>

#include "base/limits.h"
#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

INSTANTIATE_TEST_SUITE_P(On, StoreContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

TEST_P(StoreContract, a_file_taken_in_is_given_back_the_same) {
  const RegionYear data = kampar();
  import(data);
  EXPECT_TRUE(same(year(data).data, data));
}

TEST_P(StoreContract, a_year_for_scoring_comes_without_the_design_texts) {
  const RegionYear data = kampar();
  import(data);
  const auto stored = store().year({data.code, data.year});
  ASSERT_TRUE(stored);
  EXPECT_TRUE(same(stored->data, without_designs(data)));
  EXPECT_EQ(stored->submissions.size(), 3U);
  EXPECT_TRUE(is_uuid(stored->government_submission));
  EXPECT_FALSE(stored->calendar.closes_on);
}

TEST_P(StoreContract, the_first_import_tells_what_is_new) {
  const auto receipt = import(kampar());
  EXPECT_EQ(receipt.innovations_new, 3);
  EXPECT_EQ(receipt.innovations_changed, 0);
  EXPECT_EQ(receipt.innovations_withdrawn, 0);
  EXPECT_EQ(receipt.claims_changed, 5);  // 1, 2a; 16, 17; 16: what stands above 0
  EXPECT_EQ(receipt.year_revision, 1);
}

TEST_P(StoreContract, the_same_file_again_changes_nothing) {
  import(kampar());
  const auto receipt = import(kampar());
  EXPECT_EQ(receipt.innovations_new, 0);
  EXPECT_EQ(receipt.innovations_changed, 0);
  EXPECT_EQ(receipt.innovations_withdrawn, 0);
  EXPECT_EQ(receipt.claims_changed, 0);
  EXPECT_EQ(receipt.year_revision, 1);
  EXPECT_EQ(store().revision({region("14.01"), 2026}), 1);
}

TEST_P(StoreContract, levels_that_differ_become_revisions) {
  RegionYear data = kampar();
  import(data);
  data.innovations[0].levels = levels({{"16", 3}});            // 17 is gone: 0
  data.innovations[0].verified_levels = levels({{"16", 1}});   // 17 is gone: 0
  data.government = levels({{"1", 3}, {"2a", 2}, {"2b", 1}});  // 5a stood at 0 anyway
  const auto receipt = import(data);
  EXPECT_EQ(receipt.claims_changed, 3);  // 16; 17 claimed and verified; 2b
  EXPECT_EQ(receipt.innovations_changed, 1);
  EXPECT_EQ(receipt.year_revision, 2);
  EXPECT_TRUE(same(year(data).data, data));
  const std::string id = year(data).submissions[0];
  EXPECT_THAT(place().look("SELECT indicator || ' r' || revision || '=' || level FROM claims "
                           "WHERE submission = '" +
                           id + "' ORDER BY indicator, revision"),
              ElementsAre("16 r1=2", "16 r2=3", "17 r1=3", "17 r2=0"));
  EXPECT_THAT(place().look("SELECT indicator || ' r' || revision || ' of r' || claim_revision || "
                           "'=' || level FROM verifications WHERE submission = '" +
                           id + "' ORDER BY indicator, revision"),
              ElementsAre("16 r1 of r1=1", "17 r1 of r1=3", "17 r2 of r2=0"));
  expect_read_models_agree();
}

TEST_P(StoreContract, an_innovation_no_longer_in_the_file_is_withdrawn_and_may_come_back) {
  const RegionYear whole = kampar();
  import(whole);
  const std::string id = year(whole).submissions[1];
  RegionYear less = whole;
  less.innovations.erase(less.innovations.begin() + 1);
  EXPECT_EQ(import(less).innovations_withdrawn, 1);
  EXPECT_EQ(import(less).innovations_withdrawn, 0);
  EXPECT_TRUE(same(year(less).data, less));
  EXPECT_EQ(store().submission(id).error().code, ErrorCode::not_found);
  EXPECT_EQ(store().place_of(id).error().code, ErrorCode::not_found);
  EXPECT_EQ(list(whole)->total, 2);

  const auto receipt = import(whole);
  EXPECT_EQ(receipt.innovations_new, 0);
  EXPECT_EQ(receipt.innovations_changed, 1);
  EXPECT_EQ(receipt.claims_changed, 0);
  EXPECT_TRUE(same(year(whole).data, whole));
  EXPECT_EQ(year(whole).submissions[1], id);
}

TEST_P(StoreContract, a_claim_of_a_withdrawn_submission_is_refused) {
  const RegionYear whole = kampar();
  import(whole);
  const std::string id = year(whole).submissions[0];
  RegionYear none = whole;
  none.innovations.clear();
  import(none);
  const auto saved = store().save_claim(claim(whole, id, "16", 3));
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::not_found);
  EXPECT_EQ(store().revision({whole.code, 2026}), 2);
}

TEST_P(StoreContract, only_the_order_of_the_file_changed) {
  RegionYear data = kampar();
  import(data);
  std::swap(data.innovations[0], data.innovations[2]);
  const auto receipt = import(data);
  EXPECT_EQ(receipt.innovations_changed, 0);
  EXPECT_EQ(receipt.year_revision, 2);
  EXPECT_TRUE(same(year(data).data, data));
}

TEST_P(StoreContract, each_thing_a_file_tells_is_renewed) {
  const std::vector<std::pair<std::string, std::function<void(RegionYear&)>>> changes{
      {"the region's name", [](RegionYear& y) { y.name = "Kampar"; }},
      {"the region's kind", [](RegionYear& y) { y.kind = RegionKind::city; }},
      {"the ruleset", [](RegionYear& y) { y.ruleset = "iid-2025"; }},
      {"the note that it is a sample", [](RegionYear& y) { y.illustration = ""; }},
      {"a unit", [](RegionYear& y) { y.units.pop_back(); }},
      {"the order of units", [](RegionYear& y) { std::swap(y.units[0], y.units[1]); }},
      {"not verified any more", [](RegionYear& y) { y.government_verified.reset(); }},
      {"a name", [](RegionYear& y) { y.innovations[0].name = "Obat Sampai"; }},
      {"a unit of an innovation", [](RegionYear& y) { y.innovations[0].unit = "RSUD"; }},
      {"affairs", [](RegionYear& y) { y.innovations[0].affairs = {16}; }},
      {"stage", [](RegionYear& y) { y.innovations[0].stage = Stage::trial; }},
      {"first date", [](RegionYear& y) { y.innovations[0].implemented_on.reset(); }},
      {"second date",
       [](RegionYear& y) { y.innovations[0].developed_on = parse_date("2025-01-31"); }},
      {"state", [](RegionYear& y) { y.innovations[0].state = SubmissionState::rejected; }},
      {"design", [](RegionYear& y) { y.innovations[0].design = "Singkat."; }},
      {"design taken away", [](RegionYear& y) { y.innovations[0].design = ""; }},
      {"a level of 0 said out loud",
       [](RegionYear& y) { y.innovations[1].levels.set(indicator("19"), Level::none); }},
  };
  std::int64_t revision = import(kampar()).year_revision;
  for (const auto& [what, change] : changes) {
    SCOPED_TRACE(what);
    RegionYear data = kampar();
    change(data);
    EXPECT_EQ(import(data).year_revision, ++revision);
    EXPECT_TRUE(same(year(data).data, data));
    EXPECT_EQ(import(kampar()).year_revision, ++revision);
    EXPECT_TRUE(same(year(kampar()).data, kampar()));
  }
  expect_read_models_agree();
}

TEST_P(StoreContract, an_innovation_of_last_year_is_recognised_by_name_and_unit) {
  import(kampar(2025));
  RegionYear data = kampar(2026);
  for (Innovation& each : data.innovations) each.id += "-new";
  data.innovations[1].unit = "Dinas Lain";
  EXPECT_EQ(import(data).innovations_new, 3);
  EXPECT_THAT(
      place().look("SELECT i.name || ' ' || COUNT(*) FROM innovations i JOIN submissions s "
                   "ON s.region_code = i.region_code AND s.innovation = i.id "
                   "GROUP BY i.id, i.name ORDER BY i.id"),
      ElementsAre("Antar Obat 2", "Sapa Warga 100% 1", "CAFÉ Stunting 2", "Sapa Warga 100% 1"));
}

TEST_P(StoreContract, two_innovations_of_one_name_stay_two) {
  RegionYear data = kampar(2025);
  data.innovations[1] = data.innovations[0];
  data.innovations[1].id = "i-002";
  import(data);
  data.year = 2026;
  import(data);
  EXPECT_EQ(place().look("SELECT id FROM innovations").size(), 3U);
}

TEST_P(StoreContract, an_import_that_fails_half_way_leaves_nothing) {
  const RegionYear data = kampar();
  app::ImportPlan plan = plan_for(data);
  int made = 0;
  plan.new_id = [&made] {
    return ++made < 5 ? next_id() : throw std::runtime_error("no more ids");
  };
  const auto receipt = store().import(plan, {});
  ASSERT_FALSE(receipt);
  EXPECT_EQ(store().revision({data.code, data.year}).error().code, ErrorCode::not_found);
  EXPECT_TRUE(place().look("SELECT region_code FROM regions").empty());
  EXPECT_EQ(import(data).innovations_new, 3);
}

TEST_P(StoreContract, progress_is_told_up_to_the_last_innovation) {
  RegionYear data = kampar();
  data.innovations.clear();
  for (int i = 0; i < 130; ++i) {
    data.innovations.push_back(innovation("i-" + std::to_string(i), "Inovasi", "Dinas"));
  }
  std::vector<std::int64_t> told;
  ASSERT_TRUE(store().import(plan_for(data), [&](std::int64_t done, std::int64_t total) {
    EXPECT_EQ(total, 130);
    told.push_back(done);
  }));
  EXPECT_THAT(told, ElementsAre(64, 128, 130));
}

TEST_P(StoreContract, a_submission_is_found_by_its_id_alone) {
  const RegionYear data = kampar();
  import(data);
  const app::StoredYear stored = year(data);
  const auto submission = store().submission(stored.submissions[0]);
  ASSERT_TRUE(submission);
  EXPECT_EQ(submission->id, stored.submissions[0]);
  EXPECT_EQ(submission->key, (app::YearKey{data.code, 2026}));
  const Innovation& first = stored.data.innovations[0];
  EXPECT_EQ(store().place_of(stored.submissions[0]),
            (app::Place{submission->key, data.ruleset, false, first.name, first.unit}));
  EXPECT_EQ(store().place_of(stored.government_submission),
            (app::Place{submission->key, data.ruleset, true, "", ""}));
  ASSERT_TRUE(submission->innovation);
  EXPECT_EQ(submission->innovation->design, data.innovations[0].design);
  EXPECT_EQ(submission->innovation->name, "Antar Obat");
  EXPECT_EQ(submission->words, 7);
  const auto government = store().submission(stored.government_submission);
  ASSERT_TRUE(government);
  EXPECT_FALSE(government->innovation);
}

TEST_P(StoreContract, what_does_not_exist_is_told_so) {
  const app::YearKey nowhere{region("11.01"), 2026};
  EXPECT_EQ(store().revision(nowhere).error().code, ErrorCode::not_found);
  EXPECT_EQ(store().year(nowhere).error().code, ErrorCode::not_found);
  EXPECT_EQ(store().full_year(nowhere).error().code, ErrorCode::not_found);
  RegionYear nowhere_data = kampar();
  nowhere_data.code = nowhere.region;
  EXPECT_EQ(list(nowhere_data).error().code, ErrorCode::not_found);
  EXPECT_EQ(store().submission("x' OR '1'='1").error().code, ErrorCode::not_found);
  EXPECT_THAT(store().year(nowhere).error().problems.front().text.en, HasSubstr("11.01"));
  EXPECT_TRUE(store().ready());
}

TEST_P(StoreContract, years_of_all_regions_come_in_order_and_in_pages) {
  for (const char* code : {"14.71", "14", "14.01"}) {
    for (const int year : {2026, 2025}) {
      RegionYear data = kampar(year);
      data.code = region(code);
      import(data);
    }
  }
  std::vector<std::string> seen;
  std::optional<app::YearKey> after;
  for (;;) {
    const auto page = store().years(after, 4);
    ASSERT_TRUE(page);
    if (page->empty()) break;
    for (const auto& summary : *page) {
      seen.push_back(summary.key.region.str() + " " + std::to_string(summary.key.year) + " " +
                     summary.ruleset);
    }
    after = page->back().key;
  }
  EXPECT_THAT(seen,
              ElementsAre("14 2025 iid-2025", "14 2026 iid-2026", "14.01 2025 iid-2025",
                          "14.01 2026 iid-2026", "14.71 2025 iid-2025", "14.71 2026 iid-2026"));
}

TEST_P(StoreContract, the_nation_is_every_region_of_the_year) {
  std::vector<RegionYear> expected;
  for (int i = 1; i <= 40; ++i) {  // more than are read at once
    RegionYear data = kampar();
    data.code = region((i < 10 ? "11.0" : "11.") + std::to_string(i));
    data.innovations.resize(static_cast<std::size_t>(i % 4 == 0 ? 0 : 2));
    import(data);
    expected.push_back(without_designs(data));
  }
  import(kampar(2025));
  std::size_t count = 0;
  ASSERT_TRUE(store().nation(2026, [&](const RegionYear& data) {
    ASSERT_LT(count, expected.size());
    EXPECT_TRUE(same(data, expected[count++]));
  }));
  EXPECT_EQ(count, expected.size());
}

}  // namespace

}  // namespace jalur::store
