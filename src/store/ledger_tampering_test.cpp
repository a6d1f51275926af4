// What is found when somebody changes the log behind the Store's back.
#include "store/ledger_fixture.h"

namespace jalur::store {

namespace {

using testing::HasSubstr;

TEST_P(LedgerContract, any_changed_column_of_an_entry_is_named) {
  fill();
  for (const char* change :
       {"region_code = '14.02'", "sequence = 9", "at = '2026-11-25T00:00:00.001Z'",
        "at = '2026-11-25T00:00:00.000z'", "person = '1193b0a0-0000-7000-8000-000000000001'",
        "person = NULL", "name = 'sari Wulandari'", "role = 'operatos'", "action = 'claim.savee'",
        "subject = 't'", "subject_text = 'antar Obat'", R"(details = '{"from":"0","to":"2"}')",
        R"(details = '{"from":"1","to";"2"}')", R"(details = '{"from":"1", "to":"2"}')",
        "previous = REPLACE(previous, SUBSTR(previous, 9, 1), 'g')", "previous = UPPER(previous)",
        "hash = REPLACE(hash, SUBSTR(hash, 9, 1), 'g')",
        "hash = (SELECT o.hash FROM ledger o WHERE o.sequence = 1)"}) {
    EXPECT_EQ(broken_after(std::string("UPDATE ledger SET ") + change + " WHERE sequence = 3"), 3)
        << change;
  }
  EXPECT_EQ(broken_at(), 0);
}

TEST_P(LedgerContract, entries_taken_out_or_put_in_are_named) {
  fill();
  EXPECT_EQ(broken_after("DELETE FROM ledger WHERE sequence = 1"), 1);
  EXPECT_EQ(broken_after("DELETE FROM ledger WHERE sequence = 4"), 4);
  EXPECT_EQ(broken_after("DELETE FROM ledger WHERE sequence > 4"), 5);
  EXPECT_EQ(broken_after("DELETE FROM ledger"), 1);
  EXPECT_EQ(
      broken_after("INSERT INTO ledger SELECT region_code, 7, at, person, name, role, action, "
                   "subject, subject_text, details, previous, hash FROM ledger "
                   "WHERE sequence = 6"),
      7);
  EXPECT_EQ(broken_at(), 0);
}

TEST_P(LedgerContract, a_changed_head_is_named) {
  fill();
  EXPECT_EQ(broken_after("UPDATE ledger_heads SET sequence = 7"), 7);
  EXPECT_EQ(broken_after("UPDATE ledger_heads SET sequence = 5"), 6);
  EXPECT_EQ(broken_after("UPDATE ledger_heads SET hash = REPLACE(hash, SUBSTR(hash, 1, 1), 'x')"),
            6);
  EXPECT_EQ(broken_after("DELETE FROM ledger_heads"), 1);
}

TEST_P(LedgerContract, a_log_cut_back_with_its_head_is_named_by_the_signed_day) {
  fill();
  EXPECT_EQ(broken_after("DELETE FROM ledger WHERE sequence > 2"), 3);
  place().run(
      "UPDATE ledger_heads SET sequence = 2, hash = (SELECT hash FROM ledger WHERE sequence = 2)");
  place().run("DELETE FROM ledger WHERE sequence > 2");
  const auto broken = verify().broken;
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->sequence, 3);
  EXPECT_THAT(broken->text.en, HasSubstr("The root of the day 2026-11-25 is there"));
}

TEST_P(LedgerContract, a_changed_root_is_named) {
  fill();
  for (const char* change :
       {"region_code = '14.02'", "day = '2026-11-23'", "day = 'x'", "first = 2", "last = 3",
        "root = REPLACE(root, SUBSTR(root, 1, 1), 'x')", "root = previous_root",
        "previous_root = root", "signature = REPLACE(signature, SUBSTR(signature, 1, 1), 'x')",
        "signature = (SELECT r.signature FROM ledger_roots r WHERE r.first = 3)"}) {
    const auto found =
        broken_after(std::string("UPDATE ledger_roots SET ") + change + " WHERE first = 1");
    EXPECT_TRUE(found == 1 || found == 2) << change << " " << found;
  }
  EXPECT_EQ(broken_after("DELETE FROM ledger_roots WHERE first = 1"), 1);
  EXPECT_EQ(broken_at(), 0);
}

TEST_P(LedgerContract, a_log_longer_than_what_is_read_at_once_is_read_whole) {
  const auto done = database_->run(Mode::writing, [&](Session& session) -> Expected<void> {
    for (int i = 0; i < 2'100; ++i) {
      append_to_ledger(session, region("14.01"), draft("claim.saved"), some_instant());
    }
    return {};
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(verify().entries, 2'100);
  EXPECT_FALSE(verify().broken);
  EXPECT_EQ(broken_after("UPDATE ledger SET subject = 'x' WHERE sequence = 2001"), 2'001);
}

}  // namespace

}  // namespace jalur::store
