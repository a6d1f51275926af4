#include "store/store.h"

#include <algorithm>
#include <utility>

#include "store/evidence.h"
#include "store/ledger.h"
#include "store/migrate.h"
#include "store/notices.h"
#include "store/outbox.h"
#include "store/people.h"
#include "store/profiles.h"
#include "store/queries.h"
#include "store/reminders.h"
#include "store/units.h"
#include "store/workflow.h"

namespace jalur::store {

namespace {

class SqlStore final : public app::Store {
 public:
  SqlStore(std::shared_ptr<Database> database, int newest)
      : database_(std::move(database)), newest_(newest) {}

  Expected<void> ready() override {
    const auto number = newest_migration(*database_);
    if (!number) return tl::make_unexpected(number.error());
    if (*number == newest_) return {};
    return fail(ErrorCode::unavailable, {"Susunan basis data " + database_->shown() +
                                             " diubah selagi Jalur berjalan; mulai ulang Jalur.",
                                         "The schema of the database " + database_->shown() +
                                             " was changed while Jalur runs; start Jalur again."});
  }

  Expected<std::vector<app::YearSummary>> years(const std::optional<app::YearKey>& after,
                                                int limit) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_years(session, after, limit); });
  }

  Expected<std::int64_t> revision(const app::YearKey& key) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_revision(session, key); });
  }

  Expected<app::StoredYear> year(const app::YearKey& key) override {
    return database_->run(Mode::reading, [&](Session& session) {
      return read_year(session, key, Designs::left_out);
    });
  }

  Expected<app::Place> place_of(const std::string& submission) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_place(session, submission); });
  }

  Expected<app::StoredSubmission> submission(const std::string& id) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_submission(session, id); });
  }

  Expected<app::InnovationPage> innovations(const app::InnovationQuery& query) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_innovations(session, query); });
  }

  Expected<app::ClaimSaved> save_claim(const app::ClaimChange& change) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_claim(session, change); });
  }

  Expected<app::ImportReceipt> import(const app::ImportPlan& plan,
                                      const app::Progress& progress) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_import(session, plan, progress); });
  }

  Expected<app::StoredYear> full_year(const app::YearKey& key) override {
    return database_->run(Mode::reading, [&](Session& session) {
      return read_year(session, key, Designs::included);
    });
  }

  Expected<void> nation(int year, const std::function<void(const RegionYear&)>& take) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_nation(session, year, take); });
  }

 private:
  std::shared_ptr<Database> database_;
  int newest_;
};

class SqlJournal final : public app::Journal {
 public:
  explicit SqlJournal(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<app::LedgerPage> page(const app::LedgerQuery& query) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_ledger_page(session, query); });
  }

  Expected<std::vector<RegionCode>> regions() override {
    return answer(Mode::one_statement, read_ledger_regions);
  }

  Expected<app::LedgerState> read(
      const RegionCode& region, std::int64_t first,
      const std::function<bool(const app::StoredEntry&)>& take) override {
    return answer(Mode::reading,
                  [&](Session& session) { return read_ledger(session, region, first, take); });
  }

  Expected<std::optional<ledger::Head>> head(const RegionCode& region) override {
    return answer(Mode::one_statement,
                  [&](Session& session) { return read_ledger_head(session, region); });
  }

  Expected<std::optional<ledger::DayRoot>> root(const RegionCode& region,
                                                std::optional<std::int64_t> sequence) override {
    return answer(Mode::one_statement,
                  [&](Session& session) { return read_root(session, region, sequence); });
  }

  Expected<void> end_days_before(const RegionCode& region, Instant instant) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<void> {
      store::end_days_before(session, region, instant);
      return {};
    });
  }

  Expected<void> keep(const ledger::DayRoot& root) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<void> {
      keep_root(session, root);
      return {};
    });
  }

 private:
  // For what can fail only as the database does.
  template <class Work>
  auto answer(Mode mode, Work work) -> Expected<std::invoke_result_t<Work, Session&>> {
    return database_->run(mode,
                          [&](Session& session) -> Expected<std::invoke_result_t<Work, Session&>> {
                            return work(session);
                          });
  }

  std::shared_ptr<Database> database_;
};

class SqlUnits final : public app::Units {
 public:
  explicit SqlUnits(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<app::StoredUnits> units(const RegionCode& region) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_region_units(session, region); });
  }

  Expected<registry::UnitNode> change_unit(const app::UnitChange& change) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_unit(session, change); });
  }

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace

Expected<Records> open_store(const StoreSettings& settings) {
  auto opened = Database::open(settings.database, std::max(settings.connections, 1));
  if (!opened) return tl::make_unexpected(opened.error());
  const std::shared_ptr<Database> database = std::move(*opened);
  std::vector<Migration> migrations = settings.migrations;
  std::sort(migrations.begin(), migrations.end(),
            [](const Migration& a, const Migration& b) { return a.number < b.number; });
  if (const auto done = migrate(*database, migrations); !done) {
    return tl::make_unexpected(done.error());
  }
  const int newest = migrations.empty() ? 0 : migrations.back().number;
  return Records{std::make_unique<SqlStore>(database, newest),
                 std::make_unique<SqlJournal>(database),
                 people_on(database),
                 std::make_unique<SqlUnits>(database),
                 workflow_on(database),
                 profiles_on(database),
                 proposals_on(database),
                 evidence_on(database),
                 notices_on(database),
                 outbox_on(database),
                 reminders_on(database)};
}

}  // namespace jalur::store
