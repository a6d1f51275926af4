// Claims saved one at a time and many at once. Runs on both engines.
#include <random>
#include <thread>

#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using testing::ElementsAre;

TEST_P(StoreContract, a_saved_claim_shows_everywhere) {
  const RegionYear data = kampar();
  import(data);
  const auto saved = save(data, 0, "16", 3, 1);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->claim_revision, 2);
  EXPECT_EQ(saved->year_revision, 2);
  EXPECT_EQ(store().revision({data.code, 2026}), 2);
  EXPECT_EQ(year(data).data.innovations[0].levels.at(indicator("16")), Level::three);
  EXPECT_EQ(store().submission(year(data).submissions[0])->innovation->levels.at(indicator("16")),
            Level::three);
  const auto page = list(data);
  EXPECT_EQ(page->items[0].maturity.claimed, Points::of(600));
  EXPECT_EQ(page->items[0].maturity.verified, Points::of(400));
  expect_read_models_agree();
}

TEST_P(StoreContract, the_first_claim_of_an_indicator_is_revision_1) {
  const RegionYear data = kampar();
  import(data);
  EXPECT_EQ(save(data, 2, "35", 1)->claim_revision, 1);
  EXPECT_EQ(save(data, 2, "35", 2)->claim_revision, 2);
  EXPECT_FALSE(year(data).data.innovations[2].verified_levels);
}

TEST_P(StoreContract, a_claim_that_stands_already_changes_nothing) {
  const RegionYear data = kampar();
  import(data);
  const auto again = save(data, 0, "16", 2, 1);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->claim_revision, 1);
  EXPECT_EQ(again->year_revision, 1);
  EXPECT_EQ(save(data, 0, "20", 0)->claim_revision, 0);  // never claimed, still not
  EXPECT_EQ(store().revision({data.code, 2026}), 1);
  EXPECT_TRUE(same(year(data).data, data));
}

TEST_P(StoreContract, a_claim_lowered_below_what_was_verified_lowers_that_too) {
  const RegionYear data = kampar();
  import(data);
  ASSERT_TRUE(save(data, 0, "17", 1, 1));
  EXPECT_EQ(year(data).data.innovations[0].verified_levels->at(indicator("17")), Level::one);
  EXPECT_THAT(place().look("SELECT 'r' || revision || ' of r' || claim_revision || '=' || level "
                           "FROM verifications WHERE indicator = '17' ORDER BY revision"),
              ElementsAre("r1 of r1=3", "r2 of r2=1"));
  expect_read_models_agree();
}

TEST_P(StoreContract, the_governments_rows_are_claimed_in_the_same_way) {
  const RegionYear data = kampar();
  import(data);
  const auto saved = store().save_claim(claim(data, year(data).government_submission, "5a", 2));
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->claim_revision, 1);
  EXPECT_EQ(year(data).data.government, levels({{"1", 3}, {"2a", 2}, {"5a", 2}}));
}

TEST_P(StoreContract, a_claim_on_nothing_is_refused) {
  const RegionYear data = kampar();
  import(data);
  app::ClaimChange change = claim(data, next_id(), "16", 1);
  EXPECT_EQ(store().save_claim(change).error().code, ErrorCode::not_found);
  change.submission = year(data).submissions[0];
  change.key.year = 2025;
  EXPECT_EQ(store().save_claim(change).error().code, ErrorCode::not_found);
  import(kampar(2025));  // the year exists, but the submission is of another
  EXPECT_EQ(store().save_claim(change).error().code, ErrorCode::not_found);
  EXPECT_EQ(store().revision({data.code, 2025}), 1);
}

TEST_P(StoreContract, nothing_is_lost_when_many_save_at_once) {
  RegionYear data = kampar();
  data.innovations.clear();
  for (int i = 0; i < 6; ++i) {
    data.innovations.push_back(innovation("i-" + std::to_string(i), "Inovasi", "Dinas"));
  }
  import(data);
  const app::StoredYear before = year(data);
  constexpr int saves = 20;
  std::vector<std::thread> people;
  for (std::size_t i = 0; i < data.innovations.size(); ++i) {
    people.emplace_back([&, i] {
      for (int n = 0; n < saves; ++n) {
        const auto saved =
            store().save_claim(claim(data, before.submissions[i], std::to_string(16 + n), 2));
        EXPECT_TRUE(saved) << saved.error().problems.front().text.en;
        EXPECT_TRUE(store().year({data.code, 2026}));
      }
    });
  }
  for (std::thread& person : people) person.join();
  const app::StoredYear after = year(data);
  EXPECT_EQ(after.revision, 1 + 6 * saves);
  for (const Innovation& each : after.data.innovations) {
    EXPECT_EQ(each.levels.size(), static_cast<std::size_t>(saves));
  }
  expect_read_models_agree();
}

TEST_P(StoreContract, changes_of_one_submission_made_at_once_see_each_other) {
  RegionYear data = kampar();
  data.innovations.resize(1);
  data.innovations[0].levels = {};
  import(data);
  const std::string id = year(data).submissions[0];
  std::vector<std::thread> people;
  for (int person = 0; person < 4; ++person) {
    people.emplace_back([&, person] {
      for (int n = 0; n < 5; ++n) {
        EXPECT_TRUE(store().save_claim(claim(data, id, std::to_string(16 + 5 * person + n), 3)));
      }
    });
  }
  for (std::thread& person : people) person.join();
  EXPECT_EQ(list(data)->items[0].maturity.claimed, Points::of(20 * 300));
  expect_read_models_agree();
}

TEST_P(StoreContract, one_claim_saved_by_two_people_gets_a_revision_for_each) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[2];
  std::vector<std::thread> people;
  for (const int level : {1, 2}) {
    people.emplace_back([&, level] {
      for (int n = 0; n < 20; ++n) {
        EXPECT_TRUE(store().save_claim(claim(data, id, "16", level)));
      }
    });
  }
  for (std::thread& person : people) person.join();
  const auto revisions = place().look("SELECT '' || revision FROM claims WHERE submission = '" +
                                      id + "' ORDER BY revision");
  EXPECT_EQ(store().revision({data.code, 2026}), 1 + static_cast<std::int64_t>(revisions.size()));
  EXPECT_EQ(revisions.back(), std::to_string(revisions.size()));
  expect_read_models_agree();
}

// On SQLite they share commits: one that is refused, or that fails halfway, must take nothing of
// the others with it.
TEST_P(StoreContract, those_who_save_at_once_are_each_told_what_became_of_their_own) {
  const RegionYear data = kampar();
  import(data);
  const app::StoredYear stored = year(data);
  std::vector<std::thread> people;
  for (int i = 0; i < 24; ++i) {
    people.emplace_back([&, i] {
      const std::string& id = stored.submissions[static_cast<std::size_t>(i) % 3];
      app::ClaimChange change =
          claim(data, i % 4 == 1 ? next_id() : id, std::to_string(16 + i % 20), 1 + i % 3);
      if (i % 4 == 2) {
        change.settle = [](const Levels&, const std::optional<Levels>&) -> app::ClaimSettled {
          throw std::runtime_error("halfway");
        };
      }
      const auto saved = store().save_claim(change);
      EXPECT_EQ(saved.has_value(), i % 4 == 0 || i % 4 == 3) << i;
    });
  }
  for (std::thread& person : people) person.join();
  const auto logged =
      place().look("SELECT '' || COUNT(*) FROM ledger WHERE action = 'claim.saved'");
  const auto sequences = place().look("SELECT '' || MAX(sequence) FROM ledger");
  EXPECT_EQ(std::to_string(store().revision({data.code, 2026}).value()), sequences.front());
  EXPECT_LE(std::stoi(logged.front()), 12);
  expect_read_models_agree();
}

TEST_P(StoreContract, read_models_agree_after_random_changes) {
  RegionYear data = kampar();
  import(data);
  std::mt19937 random(20261124);
  const auto below = [&](unsigned most) { return random() % most; };
  for (int step = 0; step < 60; ++step) {
    if (below(10) == 0) {
      data = year(data).data;
      auto& each = data.innovations[below(3)];
      each.levels.set(indicator(std::to_string(16 + below(20))),
                      *level_of(static_cast<int>(below(4))));
      if (below(2) == 0) each.verified_levels.reset();
      import(data);
      continue;
    }
    const int level = static_cast<int>(below(4));
    const auto verified = below(2) == 0 ? std::optional(static_cast<int>(below(4))) : std::nullopt;
    ASSERT_TRUE(save(data, below(3), std::to_string(16 + below(20)), level, verified));
  }
  expect_read_models_agree();
}

}  // namespace

}  // namespace jalur::store
