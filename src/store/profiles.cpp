#include "store/profiles.h"

#include <utility>

#include "store/submission_revisions.h"

namespace jalur::store {

namespace {

class SqlProfiles final : public app::Profiles {
 public:
  explicit SqlProfiles(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<app::StoredProfile> profile(const std::string& submission) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_profile(session, submission); });
  }

  Expected<app::StoredProfile> change_profile(const app::ProfileChange& change) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_profile(session, change); });
  }

  Expected<app::StoredProfile> add_submission(const app::NewSubmission& fresh) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return store::add_submission(session, fresh); });
  }

  Expected<bool> is_in_year(const app::YearKey& key, const std::string& innovation) override {
    return database_->run(Mode::one_statement, [&](Session& session) -> Expected<bool> {
      return store::is_in_year(session, key, innovation);
    });
  }

  Expected<void> open_year(const app::NewYear& fresh) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return store::open_year(session, fresh); });
  }

  Expected<RegionYear> year_as_of(const app::YearKey& key, Instant at) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_year_as_of(session, key, at); });
  }

 private:
  std::shared_ptr<Database> database_;
};

class SqlProposals final : public app::Proposals {
 public:
  explicit SqlProposals(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<app::ProposalReceipt> add(const app::NewProposal& fresh) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return add_proposal(session, fresh); });
  }

  Expected<app::ProposalPage> page(const app::ProposalQuery& query) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_proposals(session, query); });
  }

  Expected<app::StoredProposal> decide(const app::ProposalVerdict& verdict) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return decide_proposal(session, verdict); });
  }

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace

std::unique_ptr<app::Profiles> profiles_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlProfiles>(std::move(database));
}

std::unique_ptr<app::Proposals> proposals_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlProposals>(std::move(database));
}

}  // namespace jalur::store
