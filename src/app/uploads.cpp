#include "accounts/caller.h"
#include "app/evidence_use_cases.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

using accounts::Action;
using accounts::Caller;

Expected<void> check_may_attach(const Caller& caller, const RegionCode& region) {
  if (accounts::may_in(caller, Action::attach_evidence, {region, "", false})) return {};
  return accounts::refusal(caller, Action::attach_evidence);
}

tl::unexpected<Error> no_such_upload(const std::string& id) {
  return fail(ErrorCode::not_found,
              {"Unggahan ini tidak ada atau sudah berakhir; mulai lagi dari awal.",
               "This upload does not exist or is over; begin anew."},
              "upload", id);
}

Expected<Upload> own_upload(House& house, const Caller& caller, const RegionCode& region,
                            const std::string& id) {
  if (auto may = check_may_attach(caller, region); !may) return tl::unexpected(may.error());
  auto upload = house.evidence.upload(region, id);
  if (!upload) return upload;
  const bool over = upload->ends_at <= house.clock.now();
  if (upload->person != caller.person || over) return no_such_upload(id);
  return upload;
}

}  // namespace

Expected<UploadState> begin_upload(House& house, const Caller& caller, const RegionCode& region,
                                   const std::string& name, std::int64_t length) {
  if (auto may = check_may_attach(caller, region); !may) return tl::unexpected(may.error());
  const auto kind = registry::kind_of_name(name);
  if (!kind) return tl::unexpected(kind.error());
  if (auto right = registry::check_length(*kind, length); !right)
    return tl::unexpected(right.error());
  const Instant now = house.clock.now();
  const Upload upload{uuid7(now, house.randomness.ten_bytes()),
                      region,
                      caller.person,
                      name,
                      length,
                      now,
                      now + limits::upload_life,
                      {}};
  if (auto noted = house.evidence.begin_upload(upload); !noted)
    return tl::unexpected(noted.error());
  if (auto begun = house.files.begin(upload.id); !begun) return tl::unexpected(begun.error());
  return UploadState{upload, 0};
}

Expected<UploadState> show_upload(House& house, const Caller& caller, const RegionCode& region,
                                  const std::string& id) {
  const auto upload = own_upload(house, caller, region, id);
  if (!upload) return tl::unexpected(upload.error());
  if (!upload->evidence.empty()) return UploadState{*upload, upload->length};
  const auto offset = house.files.received(id);
  if (!offset) return tl::unexpected(offset.error());
  return UploadState{*upload, *offset};
}

Expected<std::unique_ptr<Incoming>> resume_upload(House& house, const Caller& caller,
                                                  const RegionCode& region, const std::string& id,
                                                  std::int64_t offset) {
  const auto upload = own_upload(house, caller, region, id);
  if (!upload) return tl::unexpected(upload.error());
  if (!upload->evidence.empty()) {
    return fail(ErrorCode::conflict,
                {"Unggahan ini sudah selesai dan menjadi data dukung.",
                 "This upload is complete and has become evidence."},
                "upload", id);
  }
  return house.files.resume(id, offset, upload->length);
}

Expected<void> end_upload(House& house, const Caller& caller, const RegionCode& region,
                          const std::string& id) {
  const auto upload = own_upload(house, caller, region, id);
  if (!upload) return tl::unexpected(upload.error());
  if (auto dropped = house.files.drop(id); !dropped) return dropped;
  return house.evidence.end_upload(region, id);
}

namespace {

// One that somebody is sending right now waits for the next time.
Expected<int> clean_over(House& house) {
  const auto over = house.evidence.uploads_over(house.clock.now(), limits::page_most);
  if (!over) return tl::unexpected(over.error());
  int cleaned = 0;
  for (const Upload& upload : *over) {
    if (!house.files.drop(upload.id)) continue;
    if (auto ended = house.evidence.end_upload(upload.region, upload.id); !ended)
      return tl::unexpected(ended.error());
    ++cleaned;
  }
  return cleaned;
}

// When an upload was made, its id says: a file without a record may just be on its way to one.
bool is_old(const std::string& id, Instant now) {
  const std::string before = uuid7(now - limits::upload_life, {});
  return id < before;
}

}  // namespace

Expected<int> clean_uploads(House& house) {
  auto cleaned = clean_over(house);
  if (!cleaned) return cleaned;
  const auto ids = house.files.uploads();
  if (!ids) return tl::unexpected(ids.error());
  for (const std::string& id : *ids) {
    if (!is_old(id, house.clock.now())) continue;
    const auto known = house.evidence.has_upload(id);
    if (!known) return tl::unexpected(known.error());
    if (!*known && house.files.drop(id)) ++*cleaned;
  }
  return cleaned;
}

}  // namespace jalur::app
