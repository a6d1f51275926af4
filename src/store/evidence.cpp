#include "store/evidence.h"

#include <utility>

#include "store/queries.h"

namespace jalur::store {

namespace {

class SqlEvidence final : public app::EvidenceRecords {
 public:
  explicit SqlEvidence(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<void> begin_upload(const app::Upload& upload) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_upload(session, upload); });
  }

  Expected<app::Upload> upload(const RegionCode& region, const std::string& id) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_upload(session, region, id); });
  }

  Expected<void> end_upload(const RegionCode& region, const std::string& id) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return delete_upload(session, region, id); });
  }

  Expected<std::vector<app::Upload>> uploads_over(Instant at, int limit) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_uploads_over(session, at, limit); });
  }

  Expected<bool> has_upload(const std::string& id) override {
    return database_->run(Mode::one_statement,
                          [&](Session& session) { return read_has_upload(session, id); });
  }

  Expected<app::Evidence> add(const app::NewEvidence& made) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_evidence(session, made); });
  }

  Expected<void> note_refusal(const app::RefusedFile& refused) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_refusal(session, refused); });
  }

  Expected<app::Evidence> change_words(const app::WordsChange& change) override {
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_words(session, change); });
  }

  Expected<app::EvidenceFound> find(const RegionCode& region, const std::string& id) override {
    return database_->run(Mode::reading, [&](Session& session) {
      return read_evidence_with_claims(session, region, id);
    });
  }

  Expected<app::EvidencePage> page(const app::EvidenceQuery& query) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_evidence_page(session, query); });
  }

  Expected<std::vector<app::ClaimEvidence>> of_submission(const RegionCode& region,
                                                          const std::string& submission) override {
    return database_->run(Mode::reading, [&](Session& session) {
      return read_evidence_of(session, region, submission);
    });
  }

  Expected<std::vector<app::ClaimSaved>> change_claims(
      const std::vector<app::ClaimChange>& changes) override {
    if (changes.empty()) return std::vector<app::ClaimSaved>();
    return database_->run(Mode::writing,
                          [&](Session& session) { return write_claims(session, changes); });
  }

  Expected<void> each_file(const std::function<void(const app::FileRecord&)>& take) override {
    return database_->run(Mode::reading,
                          [&](Session& session) { return read_files(session, take); });
  }

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace

tl::unexpected<Error> no_such_evidence(const std::string& id) {
  return fail(ErrorCode::not_found,
              {"Tidak ada data dukung seperti ini di sini.", "There is no such evidence here."},
              "evidence", id);
}

std::unique_ptr<app::EvidenceRecords> evidence_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlEvidence>(std::move(database));
}

}  // namespace jalur::store
