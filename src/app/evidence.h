// The port to the records of evidence: uploads, what is known of each evidence, what it proves.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/ports.h"
#include "base/date.h"

namespace jalur::app {

// A file on its way. Only whoever began it may go on with it.
struct Upload {
  std::string id;
  RegionCode region;
  std::string person;
  std::string name;  // of the file
  std::int64_t length = 0;
  Instant made_at;
  Instant ends_at;
  std::string evidence;  // what was made of it; empty: nothing yet

  bool operator==(const Upload&) const = default;
};

// What people say of a document. Every change of it is a revision that stays.
struct EvidenceWords {
  std::string title;
  std::string number;
  std::optional<Date> dated_on;
  std::string signer;
  bool shared = false;  // serves the whole region

  bool operator==(const EvidenceWords&) const = default;
};

struct Evidence {
  std::string id;
  EvidenceWords words;
  std::int64_t revision = 1;     // of the words
  std::string unit;              // as submissions name it; empty: the region's own
  std::string link;              // empty: a file
  std::optional<KeptFile> file;  // nothing: a link
  std::string file_name;         // as it was sent
  Instant made_at;
  std::string made_by;    // name
  std::int64_t used = 0;  // claims that it is attached to now

  bool operator==(const Evidence&) const = default;
};

// "pdf", ..., or "link".
std::string kind_word(const Evidence& evidence);

// Evidence on a claim, as it stands now.
struct Attachment {
  std::string submission;
  YearKey key;
  std::string ruleset;
  std::string name;  // of the innovation; empty: the government's own rows
  std::string unit;
  IndicatorId indicator;
  Instant attached_at;
};

struct EvidenceFound {
  Evidence evidence;
  std::vector<Attachment> attachments;  // newest year first
};

struct AttachedEvidence {
  Evidence evidence;
  Instant attached_at;
};
struct ClaimEvidence {
  IndicatorId indicator;
  std::int64_t claim_revision = 0;  // 0: never claimed, nothing attached
  std::vector<AttachedEvidence> items;
};

// Attached to one of `indicators` and dated in `year`.
struct DatedFor {
  int year = 0;
  std::vector<IndicatorId> indicators;
};

struct EvidenceQuery {
  RegionCode region;
  // Whose evidence is seen beside what is shared, by name; nothing: everybody's.
  std::optional<std::vector<std::string>> units;
  std::string search;  // in title, number or signer, no matter the case; empty: all
  std::optional<std::string> unit;
  std::optional<bool> shared;
  std::string kind;  // empty: all
  // Only what is attached and dated like one of these; nothing: all.
  std::optional<std::vector<DatedFor>> dated;
  std::string after;  // the `next` of the page before; empty: from the start
  int limit = 50;
};

struct EvidencePage {
  std::vector<Evidence> items;  // newest first
  std::string next;             // empty: no more
  std::int64_t total = 0;       // that fit the filters
};

struct NewEvidence {
  RegionCode region;
  Evidence evidence;
  std::string upload;  // that it is made of; empty: a link
  ledger::Actor by;
};

// A file that was not taken in, for the log.
struct RefusedFile {
  RegionCode region;
  std::string upload;
  std::string name;
  std::string reason;  // as the log tells it
  ledger::Actor by;
  Instant at;
};

struct WordsChange {
  RegionCode region;
  std::string evidence;
  EvidenceWords words;
  ledger::Actor by;
  Instant at;
};

// One file that records speak of.
struct FileRecord {
  RegionCode region;
  std::string hash;
  std::string title;  // of the oldest evidence made of it
  std::string unit;
};

// Every call is one transaction. What changes something leaves an entry in the region's log, except
// uploads: they are no records yet. Calls may come from any thread. Errors: not_found, unavailable.
class EvidenceRecords {
 public:
  virtual ~EvidenceRecords() = default;

  // too_many: this person has limits::uploads_per_person under way.
  virtual Expected<void> begin_upload(const Upload& upload) = 0;
  virtual Expected<Upload> upload(const RegionCode& region, const std::string& id) = 0;
  virtual Expected<void> end_upload(const RegionCode& region, const std::string& id) = 0;
  // Those that nobody may go on with at that time, at most `limit`; over all regions.
  virtual Expected<std::vector<Upload>> uploads_over(Instant at, int limit) = 0;
  // Whether any region knows it still.
  virtual Expected<bool> has_upload(const std::string& id) = 0;

  // Made once of an upload: a further call answers what was made before.
  virtual Expected<Evidence> add(const NewEvidence& evidence) = 0;
  virtual Expected<void> note_refusal(const RefusedFile& refused) = 0;
  // conflict: what was verified already stands (number, date, signer).
  virtual Expected<Evidence> change_words(const WordsChange& change) = 0;
  virtual Expected<EvidenceFound> find(const RegionCode& region, const std::string& id) = 0;
  virtual Expected<EvidencePage> page(const EvidenceQuery& query) = 0;
  // What the claims of a submission have now, by indicator; only those that have any.
  virtual Expected<std::vector<ClaimEvidence>> of_submission(const RegionCode& region,
                                                             const std::string& submission) = 0;

  // All or nothing: claims changed by what is attached to them. Answers each; those that stood so
  // already have changed == false.
  virtual Expected<std::vector<ClaimSaved>> change_claims(
      const std::vector<ClaimChange>& changes) = 0;

  // Every file on record, by region and hash.
  virtual Expected<void> each_file(const std::function<void(const FileRecord&)>& take) = 0;
};

}  // namespace jalur::app
