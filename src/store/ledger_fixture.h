// What the tests of the log on both engines share.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "app/use_cases.h"
#include "store/database.h"
#include "store/ledger.h"
#include "store/store_fixture.h"

namespace jalur::store {

inline ledger::SigningKey test_key() {
  ledger::Seed seed{};
  seed.fill(7);
  return ledger::SigningKey(seed);
}

class LedgerContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    auto opened = Database::open(place().address(), 4);
    ASSERT_TRUE(opened);
    database_ = std::move(*opened);
  }

  static ledger::Draft draft(const std::string& action, const std::string& subject = "s") {
    return {somebody(), action, subject, "Antar Obat", {{"to", "2"}, {"from", "1"}}};
  }

  std::int64_t append(const ledger::Draft& draft, Instant at = some_instant()) {
    const auto sequence =
        database_->run(Mode::writing, [&](Session& session) -> Expected<std::int64_t> {
          return append_to_ledger(session, region("14.01"), draft, at);
        });
    EXPECT_TRUE(sequence) << sequence.error().problems.front().text.en;
    return sequence.value_or(0);
  }

  // Two entries on each of three days, the first two days signed.
  void fill() {
    for (int day = 0; day < 3; ++day) {
      const Instant at = some_instant() + std::chrono::hours(24 * day);
      append(draft("claim.saved"), at);
      append(draft("unit.merged", ""), at + std::chrono::hours(1));
      if (day > 0) sign(at);
    }
  }

  // All days before that one which lack a root.
  void sign(Instant today) {
    ASSERT_TRUE(journal().end_days_before(region("14.01"), today));
    ledger::DayRoots days;
    const auto state = journal().read(region("14.01"), 1, [&](const app::StoredEntry& stored) {
      if (stored.entry->at < today) days.add(*stored.entry);
      return true;
    });
    ASSERT_TRUE(state);
    for (ledger::DayRoot& root : days.all()) {
      root.signature = test_key().sign(signed_bytes(root));
      ASSERT_TRUE(journal().keep(root));
    }
  }

  app::LedgerFinding verify() {
    auto finding = app::verify_ledger(journal(), region("14.01"), test_key().public_key(), {});
    EXPECT_TRUE(finding) << finding.error().problems.front().text.en;
    return finding.value_or(app::LedgerFinding{});
  }
  std::int64_t broken_at() {
    const auto broken = verify().broken;
    return broken ? broken->sequence : 0;
  }

  app::LedgerPage page(const app::LedgerQuery& query) {
    return journal().page(query).value_or(app::LedgerPage{});
  }
  app::LedgerQuery all(int limit = 50) { return {region("14.01"), {}, {}, {}, {}, {}, {}, limit}; }

  // Changes rows behind the Store's back, sees what is found, and puts everything back.
  std::int64_t broken_after(const std::string& sql) {
    if (!std::exchange(kept_, true)) {
      each_table([](const std::string& table) {
        return "CREATE TABLE kept_" + table + " AS SELECT * FROM " + table;
      });
    }
    place().run(sql);
    const std::int64_t found = broken_at();
    each_table([](const std::string& table) { return "DELETE FROM " + table; });
    each_table([](const std::string& table) {
      return "INSERT INTO " + table + " SELECT * FROM kept_" + table;
    });
    return found;
  }

  void each_table(const std::function<std::string(const std::string&)>& sql) {
    for (const char* table : {"ledger", "ledger_heads", "ledger_roots"}) place().run(sql(table));
  }

  bool kept_ = false;
  std::unique_ptr<Database> database_;
};

}  // namespace jalur::store
