#include "store/evidence_row.h"

#include "base/text.h"
#include "store/words.h"

namespace jalur::store {

const std::string EvidenceRow::columns =
    "e.id, e.revision, e.title, e.number, e.dated_on, e.signer, e.shared, e.unit, e.kind, e.link, "
    "e.hash, e.file_name, e.made_at, e.made_by, COALESCE(f.bytes, 0), COALESCE(f.pages, 0), "
    "COALESCE(f.has_text, 0), (SELECT COUNT(*) FROM attachments t "
    "WHERE t.region_code = e.region_code AND t.evidence = e.id AND t.removed_at IS NULL)";

const std::string EvidenceRow::from =
    " FROM evidence e LEFT JOIN files f ON f.region_code = e.region_code AND f.hash = e.hash ";

void EvidenceRow::take(Query& query) {
  query.take(id).take(revision).take(title).take(number).take(dated_on).take(signer).take(shared);
  query.take(unit).take(kind).take(link).take(hash).take(file_name).take(made_at).take(made_by);
  query.take(bytes).take(pages).take(has_text).take(used);
}

app::Evidence EvidenceRow::as_evidence() const {
  app::Evidence made;
  made.id = id;
  made.words = {title, number, date_from(dated_on), signer, shared != 0};
  made.revision = revision;
  made.unit = unit;
  made.link = link;
  if (hash) {
    const auto known = registry::file_kind_from(kind);
    if (!known) throw Damaged("evidence: a kind is " + kind);
    made.file = app::KeptFile{*hash, *known, bytes, std::nullopt, has_text != 0};
    if (pages > 0) made.file->pages = pages;
  }
  made.file_name = file_name;
  made.made_at = instant_from(made_at);
  made.made_by = made_by;
  made.used = used;
  return made;
}

std::string folded_words(const app::EvidenceWords& words) {
  return folded(words.title + "\n" + words.number + "\n" + words.signer);
}

}  // namespace jalur::store
