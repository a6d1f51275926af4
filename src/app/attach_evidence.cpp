#include <algorithm>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/claim_subject.h"
#include "app/evidence_parts.h"
#include "app/year_open.h"
#include "app/year_rules.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

using accounts::Action;
using accounts::Caller;
using Kind = EvidenceEdit::Kind;

// One edit of a claim, with the rules that settle what it entails.
struct Edit {
  ClaimSubject subject;
  EvidenceEdit evidence;

  const Place& place() const { return subject.place; }
  IndicatorId indicator() const { return subject.indicator->id; }
};

ClaimChange change_of(const Edit& edit, ledger::Actor by, Instant at) {
  ClaimChange change{
      edit.place().key, edit.subject.submission, edit.indicator(), std::nullopt, {}, at,
      std::move(by),    edit.place().name,       edit.evidence};
  change.settle = [edit](const Levels& levels, const std::optional<Levels>& verified) {
    ClaimSettled settled;
    if (verified) settled.verified = verified->find(edit.indicator());
    settled.maturity = maturity_of(levels, verified, *edit.subject.ruleset, edit.subject.aspect());
    return settled;
  };
  return change;
}

// The change as the year in memory takes it: the claim waits again, and what was verified may be so
// no longer.
void note(StoredYear& year, const Edit& edit, const ClaimSaved& saved, Instant at) {
  const auto place = place_in(year, edit.subject.submission);
  const auto apply = [&](const Levels& levels, std::optional<Levels>& verified,
                         registry::Course& course) {
    course.marks.claim_changed(edit.indicator(), levels.at(edit.indicator()), at);
    if (!saved.verified) return;
    if (!verified) verified.emplace();
    verified->set(edit.indicator(), *saved.verified);
  };
  if (!place) {
    apply(year.data.government, year.data.government_verified, year.government_course);
    return;
  }
  Innovation& innovation = year.data.innovations[*place];
  apply(innovation.levels, innovation.verified_levels, year.courses.at(*place));
}

// Brings the year in memory forward by what was saved; all have the same revision.
Expected<void> advance(House& house, const std::vector<Edit>& edits,
                       const std::vector<ClaimSaved>& saved, Instant at) {
  const auto changed =
      std::find_if(saved.begin(), saved.end(), [](const ClaimSaved& each) { return each.changed; });
  if (changed == saved.end()) return {};
  const auto year = house.years.advance(edits.front().place().key, changed->year_revision,
                                        [edits, saved, at](StoredYear& stored) {
                                          for (std::size_t i = 0; i < edits.size(); ++i)
                                            if (saved[i].changed)
                                              note(stored, edits[i], saved[i], at);
                                        });
  if (!year) return tl::unexpected(year.error());
  return {};
}

Expected<Edit> edit_of(House& house, const Place& place, const std::string& submission,
                       const std::string& indicator, EvidenceEdit evidence) {
  auto subject = claim_subject(house, place, submission, indicator);
  if (!subject) return tl::unexpected(subject.error());
  return Edit{std::move(*subject), std::move(evidence)};
}

// What that claim has now.
Expected<ClaimEvidence> claim_of(House& house, const Edit& edit) {
  const auto claims =
      house.evidence.of_submission(edit.place().key.region, edit.subject.submission);
  if (!claims) return tl::unexpected(claims.error());
  for (const ClaimEvidence& claim : *claims)
    if (claim.indicator == edit.indicator()) return claim;
  return ClaimEvidence{edit.indicator(), 0, {}};
}

Expected<void> check_room(House& house, const Edit& edit) {
  const auto claim = claim_of(house, edit);
  if (!claim) return tl::unexpected(claim.error());
  if (static_cast<int>(claim->items.size()) < limits::evidence_per_claim) return {};
  const auto& items = claim->items;
  if (std::any_of(items.begin(), items.end(), [&](const AttachedEvidence& item) {
        return item.evidence.id == edit.evidence.evidence;
      }))
    return {};
  return fail(
      ErrorCode::conflict,
      {fmt::format("Parameter ini sudah memiliki {} data dukung, lebih tidak bisa; lepaskan "
                   "salah satu dulu.",
                   limits::evidence_per_claim),
       fmt::format("This claim has {} pieces of evidence, more are not taken; detach one "
                   "first.",
                   limits::evidence_per_claim)});
}

Expected<ShownClaimEvidence> carry_out(House& house, const Caller& caller, const Edit& edit) {
  const auto by =
      actor_for(caller, Action::attach_evidence, edit.place().key.region, edit.place().unit);
  const Instant now = house.clock.now();
  const auto saved = house.evidence.change_claims({change_of(edit, by, now)});
  if (!saved) return tl::unexpected(saved.error());
  if (auto done = advance(house, {edit}, *saved, now); !done) return tl::unexpected(done.error());
  auto claim = claim_of(house, edit);
  if (!claim) return tl::unexpected(claim.error());
  claim->claim_revision = saved->front().claim_revision;
  return shown(house, edit.place(), *claim);
}

Expected<Edit> allowed_edit(House& house, const Caller& caller, const AttachmentPlace& where,
                            Kind kind) {
  const auto place = house.store.place_of(where.submission);
  if (!place) return tl::unexpected(place.error());
  const RegionCode& region = place->key.region;
  if (auto may = allowed(house, caller, Action::attach_evidence, region, place->unit); !may)
    return tl::unexpected(may.error());
  const auto found = visible_evidence(house, caller, region, where.evidence);
  if (!found) return tl::unexpected(found.error());
  auto edit = edit_of(house, *place, where.submission, where.indicator,
                      {kind, where.evidence, found->evidence.words.title});
  if (!edit) return edit;
  const auto hand = hand_of(caller, Action::attach_evidence, *place);
  if (auto open = check_claim_open(house, edit->subject, hand); !open)
    return tl::unexpected(open.error());
  return edit;
}

tl::unexpected<Error> not_of_that_year(const std::string& submission) {
  return fail(ErrorCode::invalid_input,
              {"usulan ini tidak ada pada tahun itu; pilih dari daftar inovasi tahun itu",
               "there is no such submission in that year; choose from the year's innovations"},
              "submissions", submission);
}

Expected<Place> place_of(const StoredYear& year, const YearKey& key,
                         const std::string& submission) {
  const auto it = std::find(year.submissions.begin(), year.submissions.end(), submission);
  if (it == year.submissions.end()) return not_of_that_year(submission);
  const Innovation& innovation =
      year.data.innovations[static_cast<std::size_t>(it - year.submissions.begin())];
  return Place{key, year.data.ruleset, false, innovation.name, innovation.unit, year.calendar};
}

Expected<std::vector<Edit>> edits_of(House& house, const StoredYear& year, const YearKey& key,
                                     const SharedGiven& given, const EvidenceEdit& evidence) {
  std::vector<Edit> edits;
  for (const std::string& submission : given.submissions.value_or(year.submissions)) {
    const auto place = place_of(year, key, submission);
    if (!place) return tl::unexpected(place.error());
    auto edit = edit_of(house, *place, submission, given.indicator, evidence);
    if (!edit) return tl::unexpected(edit.error());
    edits.push_back(std::move(*edit));
  }
  return edits;
}

Expected<Shared> carry_out_all(House& house, const Caller& caller, const RegionCode& region,
                               const std::vector<Edit>& edits) {
  const auto by = actor_for(caller, Action::share_evidence, region, "");
  std::vector<ClaimChange> changes;
  const Instant now = house.clock.now();
  for (const Edit& edit : edits) changes.push_back(change_of(edit, by, now));
  const auto saved = house.evidence.change_claims(changes);
  if (!saved) return tl::unexpected(saved.error());
  if (auto done = advance(house, edits, *saved, now); !done) return tl::unexpected(done.error());
  Shared shared;
  for (const ClaimSaved& each : *saved) ++(each.changed ? shared.attached : shared.already);
  return shared;
}

}  // namespace

Expected<ShownClaimEvidence> attach_evidence(House& house, const Caller& caller,
                                             const AttachmentPlace& where) {
  const auto edit = allowed_edit(house, caller, where, Kind::attach);
  if (!edit) return tl::unexpected(edit.error());
  if (auto room = check_room(house, *edit); !room) return tl::unexpected(room.error());
  return carry_out(house, caller, *edit);
}

Expected<ShownClaimEvidence> detach_evidence(House& house, const Caller& caller,
                                             const AttachmentPlace& where) {
  const auto edit = allowed_edit(house, caller, where, Kind::detach);
  if (!edit) return tl::unexpected(edit.error());
  return carry_out(house, caller, *edit);
}

Expected<Shared> share_evidence(House& house, const Caller& caller, const RegionCode& region,
                                const std::string& id, const SharedGiven& given) {
  if (auto may = allowed(house, caller, Action::share_evidence, region, ""); !may)
    return tl::unexpected(may.error());
  const auto found = house.evidence.find(region, id);
  if (!found) return tl::unexpected(found.error());
  const YearKey key{region, given.year};
  if (auto open = check_year_open(house, caller, Action::share_evidence, key, ""); !open)
    return tl::unexpected(open.error());
  const auto year = house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  const auto edits =
      edits_of(house, **year, key, given, {Kind::attach, id, found->evidence.words.title});
  if (!edits) return tl::unexpected(edits.error());
  return carry_out_all(house, caller, region, *edits);
}

}  // namespace jalur::app
