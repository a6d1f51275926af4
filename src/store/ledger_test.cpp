// The log on both engines: what changes leave in it, and pages of it.
#include <thread>

#include "store/ledger_fixture.h"

namespace jalur::store {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

INSTANTIATE_TEST_SUITE_P(On, LedgerContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

TEST_P(LedgerContract, an_entry_comes_back_as_it_was_written) {
  EXPECT_EQ(append({{}, "import.done", "2026", "Kabupaten \"Kampar\"\n", {{"b", "é"}, {"a", ""}}}),
            1);
  EXPECT_EQ(append(draft("claim.saved")), 2);
  const auto items = page(all()).items;
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].by, somebody());
  EXPECT_EQ(items[0].previous, items[1].hash);
  EXPECT_EQ(items[1].subject_text, "Kabupaten \"Kampar\"\n");
  EXPECT_THAT(items[1].details, ElementsAre(testing::Pair("a", ""), testing::Pair("b", "é")));
  EXPECT_THAT(place().look("SELECT details FROM ledger WHERE sequence = 2"),
              ElementsAre(R"({"from":"1","to":"2"})"));
  EXPECT_THAT(place().look("SELECT CASE WHEN person IS NULL THEN 'nobody' ELSE person END FROM "
                           "ledger WHERE sequence = 1"),
              ElementsAre("nobody"));
  EXPECT_FALSE(verify().broken);
}

TEST_P(LedgerContract, a_saved_claim_leaves_one_entry_with_the_levels_before_and_after) {
  const RegionYear data = kampar();
  import(data);
  ASSERT_TRUE(save(data, 0, "16", 3));
  ASSERT_TRUE(save(data, 0, "17", 1, 1));
  const auto details =
      place().look("SELECT action || ' ' || name || ' ' || details FROM ledger ORDER BY sequence");
  EXPECT_THAT(
      details,
      ElementsAre(R"(import.done baris perintah {"claims_changed":"5","innovations_changed":)"
                  R"("0","innovations_new":"3","innovations_withdrawn":"0","revision":"1"})",
                  R"(claim.saved Sari Wulandari {"from":"2","indicator":"16","to":"3"})",
                  R"(claim.saved Sari Wulandari {"from":"3","indicator":"17","to":"1",)"
                  R"("verified_from":"3","verified_to":"1"})"));
  EXPECT_FALSE(verify().broken);
  EXPECT_EQ(verify().entries, 3);
}

TEST_P(LedgerContract, what_changes_nothing_or_is_refused_leaves_nothing) {
  const RegionYear data = kampar();
  import(data);
  import(data);
  ASSERT_TRUE(save(data, 0, "16", 2, 1));
  EXPECT_FALSE(store().save_claim(claim(data, next_id(), "16", 1)));
  EXPECT_EQ(verify().entries, 1);
  EXPECT_FALSE(verify().broken);
}

TEST_P(LedgerContract, an_entry_is_undone_with_the_change_it_belongs_to) {
  append(draft("claim.saved"));
  const auto undone =
      database_->run(Mode::writing, [&](Session& session) -> Expected<std::int64_t> {
        append_to_ledger(session, region("14.01"), draft("unit.merged"), some_instant());
        return fail(ErrorCode::conflict, {"tidak jadi", "not after all"});
      });
  EXPECT_FALSE(undone);
  EXPECT_EQ(append(draft("claim.saved")), 2);
  EXPECT_FALSE(verify().broken);
}

TEST_P(LedgerContract, many_who_write_at_once_make_one_chain) {
  std::vector<std::thread> people;
  for (int person = 0; person < 4; ++person) {
    people.emplace_back([&] {
      for (int i = 0; i < 25; ++i) append(draft("claim.saved"));
    });
  }
  for (std::thread& person : people) person.join();
  EXPECT_EQ(verify().entries, 100);
  EXPECT_FALSE(verify().broken);
}

TEST_P(LedgerContract, regions_have_logs_of_their_own) {
  import(kampar());
  RegionYear other = kampar();
  other.code = region("14.71");
  import(other);
  EXPECT_EQ(journal().regions(), (std::vector{region("14.01"), region("14.71")}));
  EXPECT_EQ(journal().head(region("14.71")).value()->sequence, 1);
  EXPECT_EQ(journal().head(region("14.02")).value(), std::nullopt);
}

TEST_P(LedgerContract, a_clock_put_back_gives_the_time_of_the_entry_before) {
  append(draft("claim.saved"));
  append(draft("claim.saved"), some_instant() - std::chrono::hours(1));
  EXPECT_EQ(page(all()).items.front().at, some_instant());
  ASSERT_TRUE(journal().end_days_before(region("14.01"), some_instant() + std::chrono::hours(24)));
  append(draft("claim.saved"), some_instant() + std::chrono::hours(1));
  EXPECT_EQ(page(all()).items.front().at, some_instant() + std::chrono::hours(24));
  EXPECT_FALSE(verify().broken);
}

std::vector<std::int64_t> sequences(const app::LedgerPage& page) {
  std::vector<std::int64_t> all;
  for (const auto& entry : page.items) all.push_back(entry.sequence);
  return all;
}

TEST_P(LedgerContract, pages_are_newest_first_and_lead_to_one_another) {
  fill();
  auto query = all(4);
  const auto first = page(query);
  EXPECT_THAT(sequences(first), ElementsAre(6, 5, 4, 3));
  query.after = first.next;
  EXPECT_THAT(sequences(page(query)), ElementsAre(2, 1));
  EXPECT_EQ(page(query).next, "");
  for (const char* word : {"x", "-1", "0", "9x"}) {
    query.after = word;
    EXPECT_EQ(journal().page(query).error().code, ErrorCode::invalid_input) << word;
  }
}

TEST_P(LedgerContract, pages_are_filtered) {
  fill();
  auto query = all();
  query.action = "unit.merged";
  EXPECT_THAT(sequences(page(query)), ElementsAre(6, 4, 2));
  query.subject = "s";
  EXPECT_THAT(sequences(page(query)), IsEmpty());
  query = all();
  query.subject = "s";
  query.person = somebody().person;
  query.from = parse_date("2026-11-25");
  EXPECT_THAT(sequences(page(query)), ElementsAre(5, 3));
  query.to = parse_date("2026-11-25");
  EXPECT_THAT(sequences(page(query)), ElementsAre(3));
  query.person = next_id();
  EXPECT_THAT(sequences(page(query)), IsEmpty());
}

TEST_P(LedgerContract, days_are_found_whether_they_are_signed_or_not) {
  fill();
  for (int day = 0; day < 3; ++day) {
    auto query = all();
    query.from = Date(std::chrono::sys_days(*parse_date("2026-11-24")) + std::chrono::days(day));
    query.to = query.from;
    EXPECT_THAT(sequences(page(query)), ElementsAre(2 * day + 2, 2 * day + 1));
  }
}

TEST_P(LedgerContract, the_root_of_an_entry_and_the_newest_one_are_found) {
  EXPECT_EQ(journal().root(region("14.01"), std::nullopt).value(), std::nullopt);
  fill();
  EXPECT_EQ(journal().root(region("14.01"), 2).value()->day, parse_date("2026-11-24"));
  EXPECT_EQ(journal().root(region("14.01"), 3).value()->day, parse_date("2026-11-25"));
  EXPECT_EQ(journal().root(region("14.01"), 5).value(), std::nullopt);
  EXPECT_EQ(journal().root(region("14.01"), std::nullopt).value()->last, 4);
  ledger::DayRoot other = *journal().root(region("14.01"), 2).value();
  other.root[0] ^= 1;
  ASSERT_TRUE(journal().keep(other));
  EXPECT_NE(journal().root(region("14.01"), 2).value()->root, other.root);
}

TEST_P(LedgerContract, text_that_no_column_holds_is_refused) {
  using namespace std::string_literals;
  for (const std::string& text : {"a\0b"s, "\xff"s}) {
    ledger::Draft wrong = draft("claim.saved");
    wrong.details.emplace_back("reason", text);
    const auto refused =
        database_->run(Mode::writing, [&](Session& session) -> Expected<std::int64_t> {
          return append_to_ledger(session, region("14.01"), wrong, some_instant());
        });
    if (text.front() == 'a') {
      EXPECT_TRUE(refused);  // JSON can say it
      EXPECT_EQ(page(all(1)).items.front().details.front(), std::pair("from"s, "1"s));
    } else {
      EXPECT_EQ(refused.error().code, ErrorCode::invalid_input);
    }
  }
  EXPECT_FALSE(verify().broken);
}

}  // namespace

}  // namespace jalur::store
