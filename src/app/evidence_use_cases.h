// What is done with evidence, one function each. Errors besides those told: unauthenticated,
// forbidden; not_found; unavailable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "accounts/caller.h"
#include "app/evidence.h"
#include "app/house.h"
#include "registry/validity.h"

namespace jalur::app {

// --- uploads: only whoever began one may go on with it -----------------------------------------

struct UploadState {
  Upload upload;
  std::int64_t offset = 0;  // bytes on disk
};

// Errors: invalid_input, too_large, too_many.
Expected<UploadState> begin_upload(House& house, const accounts::Caller& caller,
                                   const RegionCode& region, const std::string& name,
                                   std::int64_t length);
Expected<UploadState> show_upload(House& house, const accounts::Caller& caller,
                                  const RegionCode& region, const std::string& id);
// Errors: conflict (not where it ends, another call is sending).
Expected<std::unique_ptr<Incoming>> resume_upload(House& house, const accounts::Caller& caller,
                                                  const RegionCode& region, const std::string& id,
                                                  std::int64_t offset);
Expected<void> end_upload(House& house, const accounts::Caller& caller, const RegionCode& region,
                          const std::string& id);
// Throws away what nobody may go on with any more, with or without a record; how many.
Expected<int> clean_uploads(House& house);

// --- evidence -----------------------------------------------------------------------------------

struct WordsGiven {
  std::string title;
  std::string number;
  std::optional<Date> dated_on;
  std::string signer;
  std::optional<bool> shared;  // nothing: as it is; false for a new one
};
struct EvidenceGiven {
  WordsGiven words;
  std::string upload;               // either
  std::string link;                 // or
  std::optional<std::string> unit;  // name; nothing: the region's own
};

// Errors: invalid_input (the file is not what it should be), conflict (not whole yet).
Expected<Evidence> add_evidence(House& house, const accounts::Caller& caller,
                                const RegionCode& region, const EvidenceGiven& given);
// Errors: conflict (was verified).
Expected<Evidence> change_evidence(House& house, const accounts::Caller& caller,
                                   const RegionCode& region, const std::string& id,
                                   const WordsGiven& given);

struct ShownAttachment {
  Attachment attachment;
  registry::Validity validity;
};
struct ShownEvidence {
  Evidence evidence;
  std::vector<ShownAttachment> attachments;
};
Expected<ShownEvidence> show_evidence(House& house, const accounts::Caller& caller,
                                      const RegionCode& region, const std::string& id);
// `stops_after`: only what counts in that year for the last time where it is attached.
Expected<EvidencePage> list_evidence(House& house, const accounts::Caller& caller,
                                     EvidenceQuery query, std::optional<int> stops_after);

struct EvidenceBytes {
  Evidence evidence;
  std::shared_ptr<const OpenFile> file;
};
Expected<EvidenceBytes> evidence_file(House& house, const accounts::Caller& caller,
                                      const RegionCode& region, const std::string& id);
// A page from 1. Of a picture the only one is the file itself.
struct PagePicture {
  std::string_view media_type;
  std::string bytes;
};
Expected<PagePicture> evidence_page(House& house, const accounts::Caller& caller,
                                    const RegionCode& region, const std::string& id, int page);
Expected<std::string> evidence_text(House& house, const accounts::Caller& caller,
                                    const RegionCode& region, const std::string& id);

// --- claims -------------------------------------------------------------------------------------

struct ShownItem {
  AttachedEvidence attached;
  registry::Validity validity;
};
struct ShownClaimEvidence {
  IndicatorId indicator;
  std::int64_t claim_revision = 0;
  std::vector<ShownItem> items;
};
Expected<std::vector<ShownClaimEvidence>> evidence_of_submission(House& house,
                                                                 const accounts::Caller& caller,
                                                                 const std::string& submission);

// What is to be attached or detached where, as the address says it.
struct AttachmentPlace {
  std::string submission;
  std::string indicator;
  std::string evidence;
};
// Errors: invalid_input (no such indicator), conflict (too many on one claim).
Expected<ShownClaimEvidence> attach_evidence(House& house, const accounts::Caller& caller,
                                             const AttachmentPlace& where);
Expected<ShownClaimEvidence> detach_evidence(House& house, const accounts::Caller& caller,
                                             const AttachmentPlace& where);

struct SharedGiven {
  int year = 0;
  std::string indicator;
  std::optional<std::vector<std::string>> submissions;  // nothing: every innovation of the year
};
struct Shared {
  int attached = 0;
  int already = 0;
};
Expected<Shared> share_evidence(House& house, const accounts::Caller& caller,
                                const RegionCode& region, const std::string& id,
                                const SharedGiven& given);

// --- the folder against the records -------------------------------------------------------------

struct DamagedFile {
  FileRecord record;
  FileState state = FileState::changed;
};
struct EvidenceCheck {
  std::int64_t files = 0;  // on record, each once
  std::vector<DamagedFile> damaged;
  std::vector<std::string> unknown;  // hashes in the folder that no record speaks of
};
// Hashes every stored file anew.
Expected<EvidenceCheck> verify_evidence(House& house, const Progress& progress);

}  // namespace jalur::app
