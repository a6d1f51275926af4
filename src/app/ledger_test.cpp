// What the log tells, and what is found in it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/fake_house.h"
#include "app/use_cases.h"

namespace jalur::app {
namespace {

using testing::HasSubstr;

class Ledger : public testing::Test {
 protected:
  // Five entries today, and as many on each of the days after it.
  void work(int days = 1) {
    for (int day = 0; day < days; ++day) {
      for (int i = 0; i < 5; ++i) {
        journal().append(region(), {test_actor(), "claim.saved", std::to_string(i), "Inovasi", {}},
                         clock_.now());
      }
      clock_.gone += std::chrono::hours(24);
    }
  }

  static RegionCode region() { return *RegionCode::parse("14.01"); }
  FakeJournal& journal() { return store_.journal; }
  std::vector<ledger::Entry>& entries() { return journal().log(region()).entries; }
  LedgerFinding verify() {
    return verify_ledger(journal(), region(), key_.public_key(), {}).value();
  }
  std::int64_t broken_at() {
    const auto broken = verify().broken;
    return broken ? broken->sequence : 0;
  }

  FakeHouse kept_{Rulesets({}), {}};
  FakeStore& store_ = kept_.store;
  FakeClock& clock_ = kept_.clock;
  House& house_ = kept_.house;
  ledger::SigningKey& key_ = kept_.ledger_key;
};

TEST_F(Ledger, OfNothingIsWhole) {
  const LedgerFinding finding = verify();
  EXPECT_FALSE(finding.broken);
  EXPECT_EQ(finding.entries, 0);
  EXPECT_FALSE(finding.head);
}

TEST_F(Ledger, FinishedDaysAreSignedOnceAndTodayNot) {
  work(3);
  clock_.gone -= std::chrono::hours(24);  // the third day is today
  EXPECT_EQ(close_days(house_), 2);
  EXPECT_EQ(close_days(house_), 0);
  const LedgerFinding finding = verify();
  EXPECT_FALSE(finding.broken);
  EXPECT_EQ(finding.entries, 15);
  EXPECT_EQ(finding.roots, 2);
  EXPECT_EQ(finding.head, entries().back().hash);
}

TEST_F(Ledger, AnEntryThatComesLateFallsIntoTheNewDay) {
  work();
  const Instant late = clock_.now() - std::chrono::hours(24);
  EXPECT_EQ(close_days(house_), 1);
  journal().append(region(), {test_actor(), "claim.saved", "x", "", {}}, late);
  EXPECT_EQ(ledger::day_of(entries().back().at), ledger::day_of(clock_.now()));
  EXPECT_EQ(broken_at(), 0);
}

TEST_F(Ledger, WhatWasDoneToItIsNamed) {
  work(2);
  ASSERT_EQ(close_days(house_), 2);
  auto& log = journal().log(region());
  const FakeJournal::Log whole = log;
  log.entries[3].by.name = "Orang lain";
  EXPECT_EQ(broken_at(), 4);
  log = whole;
  log.entries.erase(log.entries.begin() + 3);
  EXPECT_EQ(broken_at(), 4);
  log = whole;
  log.entries.resize(8);
  EXPECT_EQ(broken_at(), 9);
  log = whole;
  log.head->hash[0] ^= 1;
  EXPECT_EQ(broken_at(), 10);
  log = whole;
  log.roots.erase(log.roots.begin());
  EXPECT_EQ(broken_at(), 1);
  log = whole;
  log.roots[1].signature[9] ^= 1;
  EXPECT_EQ(broken_at(), 6);
  log = whole;
  EXPECT_EQ(broken_at(), 0);
}

TEST_F(Ledger, EntriesAndHeadPutBackTogetherAreFoundByTheSignedRoot) {
  work(2);
  ASSERT_EQ(close_days(house_), 2);
  auto& log = journal().log(region());
  log.entries.resize(5);
  log.head = ledger::Head{5, log.entries.back().hash};
  EXPECT_EQ(broken_at(), 6);
  EXPECT_THAT(verify().broken->text.en, HasSubstr("2026-11-25"));
}

TEST_F(Ledger, ADayThatIsBrokenIsNotSigned) {
  work();
  entries()[2].subject = "another";
  const auto refused = close_days(house_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().problems.front().text.en, HasSubstr("Entry 3 does not fit"));
  EXPECT_TRUE(journal().log(region()).roots.empty());
}

TEST_F(Ledger, ADayIsNotSignedBehindOneThatAnotherKeySigned) {
  work();
  ASSERT_TRUE(close_days(house_));
  work();
  ledger::Seed seed{};
  key_ = ledger::SigningKey(seed);
  EXPECT_EQ(close_days(house_).error().code, ErrorCode::conflict);
}

TEST_F(Ledger, ADayIsNotSignedBehindOneWhoseLastEntryIsGone) {
  work(2);
  ASSERT_TRUE(close_days(house_));
  work();
  entries().erase(entries().begin() + 9);
  EXPECT_THAT(close_days(house_).error().problems.front().text.en,
              HasSubstr("the last entry that was signed is missing"));
}

TEST_F(Ledger, EveryEntryOfAFinishedDayIsProved) {
  work(2);
  ASSERT_TRUE(close_days(house_));
  for (const ledger::Entry& entry : entries()) {
    const auto proof = prove_entry(house_, region(), entry.sequence);
    ASSERT_TRUE(proof) << entry.sequence;
    EXPECT_EQ(proof->entry, entry);
    EXPECT_FALSE(fault_of(*proof, key_.public_key()));
  }
}

TEST_F(Ledger, WhatCannotBeProvedIsToldWhy) {
  EXPECT_EQ(prove_entry(house_, region(), 1).error().code, ErrorCode::not_found);
  work();
  EXPECT_EQ(prove_entry(house_, region(), 5).error().code, ErrorCode::conflict);
  EXPECT_EQ(prove_entry(house_, region(), 6).error().code, ErrorCode::not_found);
  ASSERT_TRUE(close_days(house_));
  entries()[1].hash[0] ^= 1;
  EXPECT_EQ(prove_entry(house_, region(), 1).error().code, ErrorCode::conflict);
  entries().erase(entries().begin() + 1);
  EXPECT_EQ(prove_entry(house_, region(), 1).error().code, ErrorCode::conflict);
}

TEST_F(Ledger, AListEndsOnOrAfterTheDayItBegins) {
  work();
  LedgerQuery query{region(), {}, {}, {}, parse_date("2026-11-24"), parse_date("2026-11-24"),
                    {},       3};
  EXPECT_EQ(list_ledger(house_, query)->items.size(), 3u);
  query.to = parse_date("2026-11-23");
  EXPECT_EQ(list_ledger(house_, query).error().problems.front().field, "to");
}

}  // namespace
}  // namespace jalur::app
