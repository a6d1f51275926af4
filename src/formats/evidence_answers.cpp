#include "formats/evidence.h"
#include "formats/json_parts.h"

namespace jalur {

namespace {

Json number_or_null(const std::optional<int>& number) { return number ? Json(*number) : Json(); }

Json file_of(const app::Evidence& evidence) {
  if (!evidence.file) return {};
  const app::KeptFile& file = *evidence.file;
  return {{"name", evidence.file_name},
          {"kind", registry::word(file.kind)},
          {"bytes", file.bytes},
          {"hash", file.hash},
          {"pages", number_or_null(file.pages)},
          {"has_text", file.has_text}};
}

Json json_of(const app::Evidence& evidence) {
  return {{"id", evidence.id},
          {"revision", evidence.revision},
          {"title", evidence.words.title},
          {"number", evidence.words.number},
          {"dated_on", jalur::json_of(evidence.words.dated_on)},
          {"signer", evidence.words.signer},
          {"unit", evidence.unit},
          {"shared", evidence.words.shared},
          {"kind", app::kind_word(evidence)},
          {"file", file_of(evidence)},
          {"link", text_or_null(evidence.link)},
          {"made_at", to_string(evidence.made_at)},
          {"made_by", evidence.made_by},
          {"used", evidence.used}};
}

Json json_of(const registry::Validity& validity) {
  return {{"state", registry::word(validity.state)},
          {"from_year", number_or_null(validity.from_year)},
          {"to_year", number_or_null(validity.to_year)},
          {"last_year", number_or_null(validity.last_year)},
          {"accepted", validity.accepted}};
}

Json json_of(const app::ShownAttachment& shown) {
  const app::Attachment& attachment = shown.attachment;
  return {{"submission", attachment.submission},
          {"year", attachment.key.year},
          {"name", attachment.name},
          {"unit", attachment.unit},
          {"indicator", attachment.indicator.str()},
          {"attached_at", to_string(attachment.attached_at)},
          {"validity", json_of(shown.validity)}};
}

Json json_of(const app::ShownClaimEvidence& claim) {
  Json items = Json::array();
  for (const app::ShownItem& item : claim.items)
    items.push_back({{"evidence", json_of(item.attached.evidence)},
                     {"attached_at", to_string(item.attached.attached_at)},
                     {"validity", json_of(item.validity)}});
  return {{"indicator", claim.indicator.str()},
          {"claim_revision", claim.claim_revision},
          {"items", std::move(items)}};
}

}  // namespace

std::string upload_json(const app::UploadState& state) {
  const app::Upload& upload = state.upload;
  const auto kind = registry::kind_of_name(upload.name);
  return Json{{"id", upload.id},
              {"name", upload.name},
              {"kind", kind ? registry::word(*kind) : ""},
              {"length", upload.length},
              {"offset", state.offset},
              {"ends_at", to_string(upload.ends_at)},
              {"evidence", text_or_null(upload.evidence)}}
      .dump();
}

std::string evidence_json(const app::Evidence& evidence) { return json_of(evidence).dump(); }

std::string evidence_page_json(const app::EvidencePage& page) {
  Json items = Json::array();
  for (const app::Evidence& evidence : page.items) items.push_back(json_of(evidence));
  return Json{{"items", std::move(items)}, {"next", text_or_null(page.next)}, {"total", page.total}}
      .dump();
}

std::string shown_evidence_json(const app::ShownEvidence& shown) {
  Json attachments = Json::array();
  for (const app::ShownAttachment& each : shown.attachments) attachments.push_back(json_of(each));
  return Json{{"evidence", json_of(shown.evidence)}, {"attachments", std::move(attachments)}}
      .dump();
}

std::string evidence_text_json(const std::string& text) { return Json{{"text", text}}.dump(); }

std::string claim_evidence_json(const app::ShownClaimEvidence& claim) {
  return json_of(claim).dump();
}

std::string claims_evidence_json(const std::vector<app::ShownClaimEvidence>& claims) {
  Json items = Json::array();
  for (const app::ShownClaimEvidence& claim : claims) items.push_back(json_of(claim));
  return Json{{"items", std::move(items)}}.dump();
}

std::string shared_json(const app::Shared& shared) {
  return Json{{"attached", shared.attached}, {"already", shared.already}}.dump();
}

}  // namespace jalur
