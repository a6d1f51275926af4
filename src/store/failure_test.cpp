// When the database cannot do it now: one clear sentence, and it goes on afterwards.
#include "store/failure.h"

#include <csignal>
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/resource.h>

#include "store/query.h"
#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using testing::HasSubstr;
using testing::Not;

StoreSettings at(const std::string& address) { return {address, 2, repository_migrations()}; }

const Problem& problem_of(const Error& error) { return error.problems.front(); }

app::ClaimChange raise(const app::StoredYear& year) {
  return claim(year.data, year.submissions[0], "20", 2);
}

struct SqliteStore {
  explicit SqliteStore(int connections = 2) : place(fresh_place(Engine::sqlite)) {
    auto opened = open_store(settings_for(*place, connections));
    EXPECT_TRUE(opened);
    store = std::move(opened->store);
    EXPECT_TRUE(store->import(plan_for(kampar()), {}));
  }
  app::StoredYear year() { return store->full_year({region("14.01"), 2026}).value(); }

  std::unique_ptr<Place> place;
  std::unique_ptr<app::Store> store;
};

TEST(SqliteFails, where_nobody_may_write) {
  const auto refused = open_store(at("/proc/records.sqlite"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_THAT(problem_of(refused.error()).text.en,
              HasSubstr("The database /proc/records.sqlite cannot be opened; check"));
  EXPECT_THAT(problem_of(refused.error()).text.id, HasSubstr("tidak dapat dibuka"));
}

TEST(SqliteFails, on_a_file_that_is_something_else) {
  const auto place = fresh_place(Engine::sqlite);
  std::ofstream(place->address()) << std::string(5'000, 'x');
  const auto refused = open_store(at(place->address()));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_THAT(problem_of(refused.error()).text.en, HasSubstr("is not a database of Jalur"));
}

// A file may not grow beyond the limit: what a full disk looks like from inside.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

TEST(SqliteFails, when_the_disk_is_full_and_goes_on_when_there_is_room) {
  SqliteStore kept;
  RegionYear large = kampar();
  for (int i = 0; i < 200; ++i) {
    large.innovations.push_back(innovation("x-" + std::to_string(i), "Inovasi", "Dinas"));
    large.innovations.back().design = std::string(5'000, 'd');
  }
  {
    const FileSizeLimit limit(300'000);
    const auto refused = kept.store->import(plan_for(large), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_THAT(problem_of(refused.error()).text.en, HasSubstr("The disk of the database"));
  }
  EXPECT_TRUE(same(kept.year().data, kampar()));
  EXPECT_TRUE(kept.store->import(plan_for(large), {}));
  EXPECT_TRUE(same(kept.year().data, large));
}

TEST(SqliteFails, when_another_program_keeps_it_locked) {
  SqliteStore kept;
  const app::ClaimChange change = raise(kept.year());
  {
    soci::session other(soci::sqlite3, "db=\"" + kept.place->address() + "\"");
    other << "BEGIN IMMEDIATE";
    const auto refused = kept.store->save_claim(change);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_THAT(problem_of(refused.error()).text.en, HasSubstr("busy"));
    EXPECT_TRUE(same(kept.year().data, kampar()));  // reading goes on
    other.rollback();
  }
  EXPECT_TRUE(kept.store->save_claim(change));
}

TEST(SqliteFails, when_every_connection_stays_in_use) {
  SqliteStore kept(1);
  ASSERT_TRUE(kept.store->nation(2026, [&](const RegionYear& data) {
    const auto refused = kept.store->revision({data.code, data.year});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  }));
  EXPECT_TRUE(kept.store->revision({region("14.01"), 2026}));
}

TEST(PostgresAway, when_no_server_is_there_without_telling_the_password) {
  const auto refused = open_store(at("postgresql://jalur:rahasia@127.0.0.1:1/nowhere"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  const Text& text = problem_of(refused.error()).text;
  EXPECT_THAT(text.en, HasSubstr("postgresql://127.0.0.1:1/nowhere does not answer"));
  EXPECT_THAT(text.en, HasSubstr("Connection refused"));
  EXPECT_THAT(text.en + text.id, Not(HasSubstr("rahasia")));
}

class PostgresFails : public testing::Test {
 protected:
  void SetUp() override {
    place_ = fresh_place(Engine::postgresql);
    ASSERT_TRUE(place_);
    auto opened = open_store(settings_for(*place_, 2));
    ASSERT_TRUE(opened);
    store_ = std::move(opened->store);
    ASSERT_TRUE(store_->import(plan_for(kampar()), {}));
  }

  // Cuts every connection of the store, as a restart of the server does.
  void cut_connections() {
    place_->look(
        "SELECT '' || pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE "
        "application_name = current_setting('application_name') AND pid <> pg_backend_pid()");
  }

  std::unique_ptr<Place> place_;
  std::unique_ptr<app::Store> store_;
  app::YearKey key_{region("14.01"), 2026};
};

TEST_F(PostgresFails, not_when_an_idle_connection_was_lost) {
  cut_connections();
  EXPECT_TRUE(store_->revision(key_));
  cut_connections();
  const auto stored = store_->year(key_);
  ASSERT_TRUE(stored);
  cut_connections();
  EXPECT_TRUE(store_->save_claim(raise(*stored)));
  cut_connections();
  EXPECT_TRUE(store_->ready());
}

TEST_F(PostgresFails, when_the_connection_is_lost_at_work_and_goes_on_afterwards) {
  const RegionYear data = kampar(2025);
  const app::ImportPlan plan = plan_for(data);
  const auto lost = store_->import(plan, [&](std::int64_t, std::int64_t) { cut_connections(); });
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().code, ErrorCode::unavailable);
  EXPECT_THAT(problem_of(lost.error()).text.en, HasSubstr("does not answer"));
  EXPECT_EQ(store_->revision({region("14.01"), 2025}).error().code, ErrorCode::not_found);
  EXPECT_TRUE(store_->import(plan, {}));
}

TEST_F(PostgresFails, when_somebody_keeps_the_year_locked) {
  const auto stored = store_->year(key_);
  soci::session other(soci::postgresql, place_->address());
  other << "BEGIN";
  other << "UPDATE years SET revision = revision";
  const auto refused = store_->save_claim(raise(*stored));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_THAT(problem_of(refused.error()).text.en, HasSubstr("busy"));
  other.rollback();
  EXPECT_TRUE(store_->save_claim(raise(*stored)));
}

TEST_P(StoreContract, text_that_is_not_utf8_or_holds_a_nul_is_refused) {
  using namespace std::string_literals;
  for (const std::string& name : {"a\0b"s, "\xff"s, "\xed\xa0\x80"s}) {
    RegionYear data = kampar();
    data.innovations[1].name = name;
    const auto refused = store().import(plan_for(data), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(store().submission(name).error().code, ErrorCode::invalid_input);
  }
  EXPECT_EQ(store().revision({region("14.01"), 2026}).error().code, ErrorCode::not_found);
}

TEST(ShownDatabase, hides_user_and_password) {
  EXPECT_EQ(shown_database(Engine::sqlite, "/srv/jalur/a@b.sqlite"), "/srv/jalur/a@b.sqlite");
  EXPECT_EQ(shown_database(Engine::postgresql, "postgresql://u:p%40@db.example:5432/iid?sslkey=x"),
            "postgresql://db.example:5432/iid");
  EXPECT_EQ(shown_database(Engine::postgresql, "postgresql:///iid"), "postgresql:///iid");
}

}  // namespace

}  // namespace jalur::store
