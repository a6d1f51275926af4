#include "app/allowed.h"
#include "app/evidence_parts.h"
#include "app/region_units.h"

namespace jalur::app {

namespace {

using accounts::Action;
using accounts::Caller;

// What serves the whole region is for those who may share; the rest is of a unit one acts for.
Expected<void> check_may_add(House& house, const Caller& caller, const RegionCode& region,
                             const EvidenceGiven& given) {
  const bool shares = !given.unit || given.words.shared.value_or(false);
  if (shares && !accounts::may(caller, Action::share_evidence, {region, "", false}))
    return accounts::refusal(caller, Action::share_evidence);
  if (!given.unit) return {};
  if (!accounts::may(caller, Action::attach_evidence, {region, *given.unit, false}))
    return accounts::refusal(caller, Action::attach_evidence);
  const auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  if (units->id_of(*given.unit)) return {};
  return fail(ErrorCode::invalid_input,
              {"unit ini tidak ada di daerah ini; pilih dari daftar unit",
               "there is no such unit in this region; choose one of the list of units"},
              "unit", *given.unit);
}

EvidenceWords words_of(const WordsGiven& given, bool shared) {
  return {given.title, given.number, given.dated_on, given.signer, given.shared.value_or(shared)};
}

tl::unexpected<Error> not_whole(std::int64_t offset, std::int64_t length) {
  return fail(ErrorCode::conflict,
              {"Berkas ini belum sampai seluruhnya; lanjutkan unggahannya dulu.",
               "This file has not arrived as a whole; go on with the upload first."},
              "upload", std::to_string(offset) + "/" + std::to_string(length));
}

// What the file was refused for is told to whoever sent it and to the log.
Expected<KeptFile> kept(House& house, const Caller& caller, const UploadState& state) {
  const Upload& upload = state.upload;
  auto file = house.files.keep(upload.id, upload.name);
  if (file || file.error().code != ErrorCode::invalid_input) return file;
  const auto noted = house.evidence.note_refusal(
      {upload.region, upload.id, upload.name, file.error().problems.front().text.en,
       actor_for(caller, Action::attach_evidence, upload.region, ""), house.clock.now()});
  if (!noted) return tl::unexpected(noted.error());
  return file;
}

Expected<Evidence> keep_record(House& house, const Caller& caller, const RegionCode& region,
                               const std::string& upload, Evidence made) {
  made.id = uuid7(house.clock.now(), house.randomness.ten_bytes());
  made.made_at = house.clock.now();
  made.made_by = caller.name;
  const auto action = made.unit.empty() ? Action::share_evidence : Action::attach_evidence;
  const auto by = actor_for(caller, action, region, made.unit);
  return house.evidence.add({region, std::move(made), upload, by});
}

Expected<Evidence> add_file(House& house, const Caller& caller, const RegionCode& region,
                            const std::string& upload, Evidence made) {
  const auto state = show_upload(house, caller, region, upload);
  if (!state) return tl::unexpected(state.error());
  if (!state->upload.evidence.empty()) return keep_record(house, caller, region, upload, made);
  if (state->offset != state->upload.length) return not_whole(state->offset, state->upload.length);
  auto file = kept(house, caller, *state);
  if (!file) return tl::unexpected(file.error());
  made.file = std::move(*file);
  made.file_name = state->upload.name;
  auto added = keep_record(house, caller, region, upload, std::move(made));
  // The record stands; a file that stays in the folder of uploads is cleaned when its time is over.
  if (added) std::ignore = house.files.drop(upload);
  return added;
}

}  // namespace

Expected<Evidence> add_evidence(House& house, const Caller& caller, const RegionCode& region,
                                const EvidenceGiven& given) {
  if (auto may = check_may_add(house, caller, region, given); !may)
    return tl::unexpected(may.error());
  Evidence made;
  made.words = words_of(given.words, false);
  made.unit = given.unit.value_or("");
  if (!given.upload.empty()) return add_file(house, caller, region, given.upload, std::move(made));
  made.link = given.link;
  return keep_record(house, caller, region, {}, std::move(made));
}

Expected<Evidence> change_evidence(House& house, const Caller& caller, const RegionCode& region,
                                   const std::string& id, const WordsGiven& given) {
  const auto found = house.evidence.find(region, id);
  if (!found) return tl::unexpected(found.error());
  const Evidence& before = found->evidence;
  const bool is_shared = before.words.shared || before.unit.empty();
  const bool shares = is_shared || given.shared.value_or(false);
  const auto action = shares ? Action::share_evidence : Action::attach_evidence;
  if (auto may = allowed(house, caller, action, region, before.unit); !may)
    return tl::unexpected(may.error());
  return house.evidence.change_words({region, id, words_of(given, before.words.shared),
                                      actor_for(caller, action, region, before.unit),
                                      house.clock.now()});
}

}  // namespace jalur::app
