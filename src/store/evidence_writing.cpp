// Evidence made, and what is said of it changed.
#include <algorithm>

#include "ledger/actions.h"
#include "store/evidence.h"
#include "store/evidence_row.h"
#include "store/ledger.h"
#include "store/words.h"

namespace jalur::store {

namespace {

void put_file(Session& session, const RegionCode& region, const app::KeptFile& file, Instant at) {
  Query(session.sql(),
        "INSERT INTO files (region_code, hash, kind, bytes, pages, has_text, made_at) "
        "VALUES (:region, :hash, :kind, :bytes, :pages, :has_text, :at) "
        "ON CONFLICT (region_code, hash) DO NOTHING")
      .give(region.str())
      .give(file.hash)
      .give(std::string(registry::word(file.kind)))
      .give(file.bytes)
      .give(std::int64_t{file.pages.value_or(0)})
      .give(std::int64_t{file.has_text ? 1 : 0})
      .give(to_string(at))
      .run();
}

void put_evidence(Session& session, const RegionCode& region, const app::Evidence& made) {
  Query(session.sql(),
        "INSERT INTO evidence (region_code, id, revision, title, number, dated_on, signer, shared, "
        "folded_words, unit, kind, link, hash, file_name, made_at, made_by) VALUES (:region, :id, "
        "1, :title, :number, :dated, :signer, :shared, :folded, :unit, :kind, :link, :hash, :file, "
        ":at, :by)")
      .give(region.str())
      .give(made.id)
      .give(made.words.title)
      .give(made.words.number)
      .give(packed(made.words.dated_on))
      .give(made.words.signer)
      .give(std::int64_t{made.words.shared ? 1 : 0})
      .give(folded_words(made.words))
      .give(made.unit)
      .give(app::kind_word(made))
      .give(made.link)
      .give(made.file ? std::optional(made.file->hash) : std::nullopt)
      .give(made.file_name)
      .give(to_string(made.made_at))
      .give(made.made_by)
      .run();
}

void append_revision(Session& session, const RegionCode& region, const app::Evidence& evidence,
                     const std::string& by, Instant at) {
  Query(session.sql(),
        "INSERT INTO evidence_revisions (region_code, evidence, revision, title, number, dated_on, "
        "signer, shared, made_at, made_by) VALUES (:region, :id, :revision, :title, :number, "
        ":dated, :signer, :shared, :at, :by)")
      .give(region.str())
      .give(evidence.id)
      .give(evidence.revision)
      .give(evidence.words.title)
      .give(evidence.words.number)
      .give(packed(evidence.words.dated_on))
      .give(evidence.words.signer)
      .give(std::int64_t{evidence.words.shared ? 1 : 0})
      .give(to_string(at))
      .give(by)
      .run();
}

void renew(Session& session, const RegionCode& region, const app::Evidence& evidence) {
  Query(session.sql(),
        "UPDATE evidence SET revision = :revision, title = :title, number = :number, "
        "dated_on = :dated, signer = :signer, shared = :shared, folded_words = :folded "
        "WHERE region_code = :region AND id = :id")
      .give(evidence.revision)
      .give(evidence.words.title)
      .give(evidence.words.number)
      .give(packed(evidence.words.dated_on))
      .give(evidence.words.signer)
      .give(std::int64_t{evidence.words.shared ? 1 : 0})
      .give(folded_words(evidence.words))
      .give(region.str())
      .give(evidence.id)
      .run();
}

using Details = std::vector<std::pair<std::string, std::string>>;

Details details_of(const app::Evidence& made) {
  return {{"kind", app::kind_word(made)}, {"source", made.file ? made.file->hash : made.link}};
}

void tell(Details& details, const std::string& name, const std::string& from,
          const std::string& to) {
  if (from == to) return;
  details.emplace_back(name + "_from", from);
  details.emplace_back(name + "_to", to);
}

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

Details details_of(const app::EvidenceWords& from, const app::EvidenceWords& to) {
  Details details;
  tell(details, "title", from.title, to.title);
  tell(details, "number", from.number, to.number);
  tell(details, "dated_on", text_of(from.dated_on), text_of(to.dated_on));
  tell(details, "signer", from.signer, to.signer);
  tell(details, "shared", from.shared ? "yes" : "no", to.shared ? "yes" : "no");
  return details;
}

// A claim with it was looked at while it was there.
bool was_verified(Session& session, const RegionCode& region, const std::string& evidence) {
  std::int64_t count = 0;
  Query query(session.sql(),
              "SELECT COUNT(*) FROM attachments a JOIN verifications v "
              "ON v.region_code = a.region_code AND v.submission = a.submission "
              "AND v.indicator = a.indicator AND v.claim_revision >= a.from_revision "
              "AND v.level > 0 WHERE a.region_code = :region AND a.evidence = :evidence "
              "AND a.removed_at IS NULL");
  query.give(region.str()).give(evidence).take(count).next();
  return count > 0;
}

bool tells_another_document(const app::EvidenceWords& from, const app::EvidenceWords& to) {
  return from.number != to.number || from.dated_on != to.dated_on || from.signer != to.signer;
}

tl::unexpected<Error> stands() {
  return fail(ErrorCode::conflict,
              {"Nomor, tanggal, dan penanda tangan sudah diperiksa verifikator dan tetap begitu; "
               "lepaskan dari parameter atau tambahkan data dukung yang benar sebagai yang baru.",
               "Number, date and signer were looked at by a verifier and stand; detach it from the "
               "claim, or add the right one as new evidence."});
}

// Who makes evidence of the same upload at the same time waits here.
void lock_upload(Session& session, const RegionCode& region, const std::string& id) {
  Query(session.sql(), "UPDATE uploads SET name = name WHERE region_code = :region AND id = :id")
      .give(region.str())
      .give(id)
      .run();
}

}  // namespace

Expected<app::Evidence> write_evidence(Session& session, const app::NewEvidence& made) {
  if (!made.upload.empty()) {
    lock_upload(session, made.region, made.upload);
    const auto upload = read_upload(session, made.region, made.upload);
    if (!upload) return tl::make_unexpected(upload.error());
    if (!upload->evidence.empty()) return read_evidence(session, made.region, upload->evidence);
    note_made_of(session, made.region, made.upload, made.evidence.id);
  }
  const app::Evidence& evidence = made.evidence;
  if (evidence.file) put_file(session, made.region, *evidence.file, evidence.made_at);
  put_evidence(session, made.region, evidence);
  append_revision(session, made.region, evidence, evidence.made_by, evidence.made_at);
  append_to_ledger(session, made.region,
                   {made.by, std::string(ledger::actions::evidence_added), evidence.id,
                    evidence.words.title, details_of(evidence)},
                   evidence.made_at);
  return evidence;
}

Expected<void> write_refusal(Session& session, const app::RefusedFile& refused) {
  append_to_ledger(session, refused.region,
                   {refused.by,
                    std::string(ledger::actions::evidence_refused),
                    refused.upload,
                    refused.name,
                    {{"reason", refused.reason}}},
                   refused.at);
  return {};
}

Expected<app::Evidence> write_words(Session& session, const app::WordsChange& change) {
  Query(session.sql(),
        "UPDATE evidence SET revision = revision WHERE region_code = :region AND id = :id")
      .give(change.region.str())
      .give(change.evidence)
      .run();  // whoever changes it at the same time waits here
  auto evidence = read_evidence(session, change.region, change.evidence);
  if (!evidence) return evidence;
  if (evidence->words == change.words) {
    session.keep_nothing();
    return evidence;
  }
  const app::EvidenceWords before = evidence->words;
  if (tells_another_document(before, change.words) &&
      was_verified(session, change.region, change.evidence))
    return stands();
  evidence->words = change.words;
  ++evidence->revision;
  renew(session, change.region, *evidence);
  append_revision(session, change.region, *evidence, change.by.name, change.at);
  append_to_ledger(session, change.region,
                   {change.by, std::string(ledger::actions::evidence_changed), evidence->id,
                    evidence->words.title, details_of(before, change.words)},
                   change.at);
  return evidence;
}

}  // namespace jalur::store
