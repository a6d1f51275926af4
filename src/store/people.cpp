#include "store/people.h"

#include <utility>

namespace jalur::store {

namespace {

class SqlPeople final : public app::People {
 public:
  explicit SqlPeople(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<app::Account> account(const RegionCode& region, const std::string& person,
                                 Instant now) override {
    return database_->run(Mode::reading, [&](Session& session) {
      return read_account(session, region, person, now);
    });
  }

  Expected<app::Account> account_of(const std::string& email) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_account_of(session, email); });
  }

  Expected<app::PeoplePage> page(const app::PeopleQuery& query) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_people(session, query); });
  }

  Expected<app::SessionFound> session(const RegionCode& region,
                                      const std::string& fingerprint) override {
    return database_->run(Mode::one_statement, [&](Session& session) {
      return read_session(session, region, fingerprint);
    });
  }

  Expected<app::LinkFound> link(const RegionCode& region, const std::string& fingerprint,
                                Instant now) override {
    return database_->run(Mode::reading, [&](Session& session) {
      return read_link(session, region, fingerprint, now);
    });
  }

  Expected<app::RegionSettings> settings(const RegionCode& region) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) -> Expected<app::RegionSettings> {
                            return read_settings(session, region);
                          });
  }

  Expected<std::int64_t> active_coordinators(const RegionCode& region) override {
    return database_->run(Mode::one_statement, [&](Session& session) -> Expected<std::int64_t> {
      return count_active_coordinators(session, region);
    });
  }

  Expected<void> carry_out(const app::PeopleChange& change) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return store::carry_out(session, change); });
  }

  Expected<void> note_use(const RegionCode& region, const std::string& fingerprint,
                          Instant at) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<void> {
      store::note_use(session, region, fingerprint, at);
      return {};
    });
  }

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace

std::unique_ptr<app::People> people_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlPeople>(std::move(database));
}

}  // namespace jalur::store
