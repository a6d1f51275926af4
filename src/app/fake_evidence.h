// For tests: the EvidenceRecords port in memory. Pages are not cut and filters by words not looked
// at; that is the store's to show.
#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "app/evidence.h"
#include "app/fake_store.h"

namespace jalur::app {

class FakeEvidence : public EvidenceRecords {
 public:
  explicit FakeEvidence(FakeStore& store) : store_(store) {}

  std::vector<RefusedFile> refusals;
  std::vector<FileRecord> files;

  Expected<void> begin_upload(const Upload& upload) override {
    uploads_[upload.id] = upload;
    return {};
  }
  Expected<Upload> upload(const RegionCode& region, const std::string& id) override {
    const auto found = uploads_.find(id);
    if (found == uploads_.end() || found->second.region != region) return none();
    return found->second;
  }
  Expected<void> end_upload(const RegionCode&, const std::string& id) override {
    uploads_.erase(id);
    return {};
  }
  Expected<std::vector<Upload>> uploads_over(Instant at, int) override {
    std::vector<Upload> over;
    for (const auto& [id, upload] : uploads_)
      if (upload.ends_at <= at) over.push_back(upload);
    return over;
  }
  Expected<bool> has_upload(const std::string& id) override { return uploads_.contains(id); }

  Expected<Evidence> add(const NewEvidence& made) override {
    if (!made.upload.empty()) {
      Upload& upload = uploads_[made.upload];
      if (!upload.evidence.empty()) return kept_.at(upload.evidence);
      upload.evidence = made.evidence.id;
    }
    if (made.evidence.file)
      files.push_back(
          {made.region, made.evidence.file->hash, made.evidence.words.title, made.evidence.unit});
    return kept_[made.evidence.id] = made.evidence;
  }
  Expected<void> note_refusal(const RefusedFile& refused) override {
    refusals.push_back(refused);
    return {};
  }
  Expected<Evidence> change_words(const WordsChange& change) override {
    Evidence& evidence = kept_.at(change.evidence);
    if (evidence.words == change.words) return evidence;
    evidence.words = change.words;
    ++evidence.revision;
    return evidence;
  }
  Expected<EvidenceFound> find(const RegionCode&, const std::string& id) override {
    const auto found = kept_.find(id);
    if (found == kept_.end()) return none();
    EvidenceFound answer{found->second, {}};
    for (const auto& [where, revision] : attached_)
      if (where.evidence == id) answer.attachments.push_back(attachment_of(where));
    answer.evidence.used = static_cast<std::int64_t>(answer.attachments.size());
    return answer;
  }
  Expected<EvidencePage> page(const EvidenceQuery& query) override {
    EvidencePage page;
    for (const auto& [id, evidence] : kept_) {
      const bool own =
          !query.units || evidence.words.shared ||
          std::find(query.units->begin(), query.units->end(), evidence.unit) != query.units->end();
      if (own) page.items.insert(page.items.begin(), evidence);
    }
    page.total = static_cast<std::int64_t>(page.items.size());
    return page;
  }
  Expected<std::vector<ClaimEvidence>> of_submission(const RegionCode&,
                                                     const std::string& submission) override {
    std::map<IndicatorId, ClaimEvidence> claims;
    for (const auto& [where, revision] : attached_) {
      if (where.submission != submission) continue;
      ClaimEvidence& claim = claims[where.indicator];
      claim.indicator = where.indicator;
      claim.claim_revision = std::max(claim.claim_revision, revision);
      claim.items.push_back({kept_.at(where.evidence), kept_.at(where.evidence).made_at});
    }
    std::vector<ClaimEvidence> all;
    for (auto& [indicator, claim] : claims) all.push_back(std::move(claim));
    return all;
  }
  Expected<std::vector<ClaimSaved>> change_claims(
      const std::vector<ClaimChange>& changes) override {
    std::vector<ClaimSaved> saved;
    for (const ClaimChange& change : changes) saved.push_back(changed(change));
    return saved;
  }
  Expected<void> each_file(const std::function<void(const FileRecord&)>& take) override {
    for (const FileRecord& record : files) take(record);
    return {};
  }

 private:
  struct Where {
    std::string submission;
    IndicatorId indicator;
    std::string evidence;
    auto operator<=>(const Where&) const = default;
  };

  static tl::unexpected<Error> none() {
    return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."});
  }

  Attachment attachment_of(const Where& where) {
    const auto place = store_.place_of(where.submission).value();
    return {where.submission,
            place.key,
            place.ruleset,
            place.name,
            place.unit,
            where.indicator,
            kept_.at(where.evidence).made_at};
  }

  ClaimSaved changed(const ClaimChange& change) {
    const Where where{change.submission, change.indicator, change.evidence->evidence};
    const bool attaches = change.evidence->kind == EvidenceEdit::Kind::attach;
    if (attaches == attached_.contains(where)) {
      const auto revision = store_.revision(change.key).value();
      return {attaches ? attached_.at(where) : 0, revision, false, std::nullopt};
    }
    const ClaimSaved saved = store_.save_claim(change).value();
    if (attaches)
      attached_[where] = saved.claim_revision;
    else
      attached_.erase(where);
    return saved;
  }

  FakeStore& store_;
  std::map<std::string, Upload> uploads_;
  std::map<std::string, Evidence> kept_;
  std::map<Where, std::int64_t> attached_;  // to the claim revision that attached it
};

}  // namespace jalur::app
