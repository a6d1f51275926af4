// The schema: made, brought up to date, refused. Runs on both engines.
#include "store/migrate.h"

#include <thread>

#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Migrations : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    place_ = fresh_place(GetParam());
    ASSERT_TRUE(place_);
    settings_ = settings_for(*place_);
  }
  std::unique_ptr<Place> place_;
  StoreSettings settings_;
};

INSTANTIATE_TEST_SUITE_P(On, Migrations, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

TEST_P(Migrations, run_once_and_are_recorded) {
  ASSERT_TRUE(open_store(settings_));
  ASSERT_TRUE(open_store(settings_));
  EXPECT_EQ(place_->look("SELECT name FROM migrations").size(), settings_.migrations.size());
}

TEST_P(Migrations, several_programs_may_start_at_once) {
  std::vector<std::thread> programs;
  for (int i = 0; i < 6; ++i) {
    programs.emplace_back([&] {
      const auto opened = open_store(settings_);
      EXPECT_TRUE(opened) << opened.error().problems.front().text.en;
      EXPECT_TRUE(opened && opened->store->ready());
    });
  }
  for (std::thread& program : programs) program.join();
  EXPECT_EQ(place_->look("SELECT name FROM migrations").size(), settings_.migrations.size());
}

TEST_P(Migrations, one_cut_short_leaves_nothing_and_runs_again) {
  auto broken = settings_;
  broken.migrations.push_back(
      {900, "broken", "CREATE TABLE half (id TEXT);\nINSERT INTO nowhere VALUES (1);\n"});
  const auto refused = open_store(broken);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::defect);
  broken.migrations.back().sql = "CREATE TABLE half (id TEXT);\n";
  EXPECT_TRUE(open_store(broken));
  EXPECT_TRUE(place_->look("SELECT id FROM half").empty());
}

TEST_P(Migrations, one_changed_since_is_refused) {
  ASSERT_TRUE(open_store(settings_));
  settings_.migrations.front().sql += "-- touched\n";
  const auto refused = open_store(settings_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().problems.front().text.en, HasSubstr("is not the one"));
}

TEST_P(Migrations, a_database_of_a_newer_program_is_refused_and_left_alone) {
  auto newer = settings_;
  newer.migrations.push_back({900, "coming", "CREATE TABLE coming (id TEXT);"});
  ASSERT_TRUE(open_store(newer));
  const auto refused = open_store(settings_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().problems.front().text.en, HasSubstr("900 (coming)"));
  EXPECT_THAT(refused.error().problems.front().text.id, HasSubstr("lebih baru"));
  EXPECT_TRUE(open_store(newer));
}

TEST_P(Migrations, a_schema_that_moved_on_makes_a_running_program_not_ready) {
  const auto running = open_store(settings_);
  ASSERT_TRUE(running);
  auto newer = settings_;
  newer.migrations.push_back({900, "coming", "CREATE TABLE coming (id TEXT);"});
  ASSERT_TRUE(open_store(newer));
  const auto ready = running->store->ready();
  ASSERT_FALSE(ready);
  EXPECT_EQ(ready.error().code, ErrorCode::unavailable);
}

TEST(MigrationFile, is_named_by_number_and_title) {
  const auto migration = migration_from_file("0012-add-evidence.sql", "SELECT 1;");
  ASSERT_TRUE(migration);
  EXPECT_EQ(migration->number, 12);
  EXPECT_EQ(migration->name, "add-evidence");
  for (const char* name :
       {"", "x.sql", "12-a.sql", "0012.sql", "0012-.sql", "0012-a.txt", "00x2-a.sql"}) {
    EXPECT_FALSE(migration_from_file(name, "")) << name;
  }
}

TEST(MigrationFile, is_cut_into_statements_without_comments) {
  EXPECT_THAT(statements_of("-- why\nCREATE TABLE a (\n  b TEXT -- what; who\n);\n\nDROP TABLE a;"),
              ElementsAre("CREATE TABLE a (\n  b TEXT\n)\n", "DROP TABLE a\n"));
}

TEST(MigrationFile, has_a_fingerprint) {  // FNV-1a, 64 bits: the published vectors
  EXPECT_EQ(checksum(""), "cbf29ce484222325");
  EXPECT_EQ(checksum("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(checksum("foobar"), "85944171f73967e8");
}

}  // namespace

}  // namespace jalur::store
