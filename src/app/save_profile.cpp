#include <fmt/format.h>

#include "app/allowed.h"
#include "app/profile_parts.h"

namespace jalur::app {

using accounts::Action;

namespace {

using Decide = std::function<Expected<ProfileEdit>(const StoredProfile&)>;

Expected<ProfileAnswer> carry_out(House& house, const accounts::Caller& caller,
                                  const std::string& submission, Decide decide) {
  const auto before = house.profiles.profile(submission);
  if (!before) return tl::unexpected(before.error());
  ProfileChange change;
  change.submission = submission;
  change.decide = std::move(decide);
  change.by = actor_for(caller, Action::edit_innovation, before->key.region, before->profile.unit);
  change.at = house.clock.now();
  auto stored = house.profiles.change_profile(change);
  if (!stored) return tl::unexpected(stored.error());
  return profile_answer(house, caller, std::move(*stored));
}

tl::unexpected<Error> saved_meanwhile(std::int64_t revision) {
  return fail(ErrorCode::conflict,
              {"Profil ini diubah orang lain sementara itu; muat ulang, lalu simpan lagi.",
               "Somebody else changed this profile meanwhile; load it again, then save."},
              "revision", std::to_string(revision));
}

// The form as it shall stand: what is not the form's to say stays.
Expected<registry::Profile> wanted(House& house, const accounts::Caller& caller,
                                   const StoredProfile& before, registry::Profile profile) {
  profile.stage = before.profile.stage;
  if (profile.unit.empty() || profile.unit == before.profile.unit) {
    profile.unit = before.profile.unit;
    return profile;
  }
  const auto unit = active_unit(house, before.key.region, profile.unit);
  if (!unit) return tl::unexpected(unit.error());
  if (const auto may = allowed(house, caller, Action::edit_innovation, before.key.region, *unit);
      !may)
    return tl::unexpected(may.error());
  profile.unit = *unit;
  return profile;
}

Told described(const registry::Profile& before, const registry::Profile& after) {
  return {"submission.described",
          {{"fields", fmt::format("{}", fmt::join(registry::changed_fields(before, after), " "))}}};
}

std::string word_of(Stage stage) {
  switch (stage) {
    case Stage::initiative:
      return "initiative";
    case Stage::trial:
      return "trial";
    case Stage::implementation:
      return "implementation";
  }
  return {};
}

Told moved(const registry::StageStep& step) {
  Told told{"submission.moved", {}};
  if (step.decree) told.details.emplace_back("decree", step.decree->number);
  if (step.on) told.details.emplace_back("on", to_string(*step.on));
  if (!step.reason.empty()) told.details.emplace_back("reason", step.reason);
  told.details.emplace_back("stage_from", word_of(step.from));
  told.details.emplace_back("stage_to", word_of(step.to));
  return told;
}

// `withdrawn`: whether it is to be withdrawn, or to come back.
Expected<void> may_withdraw(House& house, const accounts::Caller& caller,
                            const StoredProfile& before, bool withdrawn) {
  StoredProfile standing = before;
  standing.withdrawn = false;
  if (const auto may = may_change(house, caller, standing); !may) return may;
  if (before.withdrawn != withdrawn) return {};
  return fail(ErrorCode::conflict,
              withdrawn
                  ? Text{"Pengajuan ini sudah ditarik.", "This submission is withdrawn already."}
                  : Text{"Pengajuan ini tidak ditarik.", "This submission is not withdrawn."});
}

}  // namespace

Expected<ProfileAnswer> show_profile(House& house, const accounts::Caller& caller,
                                     const std::string& submission) {
  auto stored = house.profiles.profile(submission);
  if (!stored) return tl::unexpected(stored.error());
  const bool handed_in =
      stored->state == SubmissionState::submitted || stored->state == SubmissionState::rejected;
  const auto action = handed_in && !stored->withdrawn ? Action::read_figures : Action::read_drafts;
  if (const auto may = allowed(house, caller, action, stored->key.region, stored->profile.unit);
      !may)
    return tl::unexpected(may.error());
  return profile_answer(house, caller, std::move(*stored));
}

Expected<ProfileAnswer> save_profile(House& house, const accounts::Caller& caller,
                                     const std::string& submission, const ProfileGiven& given) {
  const auto read = house.profiles.profile(submission);
  if (!read) return tl::unexpected(read.error());
  if (const auto may = may_change(house, caller, *read); !may) return tl::unexpected(may.error());
  const auto profile = wanted(house, caller, *read, given.profile);
  if (!profile) return tl::unexpected(profile.error());
  const auto ruleset = house.rulesets.get(read->ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  if (const auto right = registry::check(*profile, **ruleset, house.reference.profile_terms);
      !right)
    return tl::unexpected(right.error());
  return carry_out(house, caller, submission,
                   [&](const StoredProfile& before) -> Expected<ProfileEdit> {
                     if (before.revision != given.revision) return saved_meanwhile(given.revision);
                     return ProfileEdit{*profile, before.withdrawn, std::nullopt,
                                        described(before.profile, *profile)};
                   });
}

Expected<ProfileAnswer> move_stage(House& house, const accounts::Caller& caller,
                                   const std::string& submission, const StepGiven& given) {
  const Date today = today_of(house);
  const Instant now = house.clock.now();
  return carry_out(
      house, caller, submission, [&](const StoredProfile& before) -> Expected<ProfileEdit> {
        if (const auto may = may_change(house, caller, before); !may)
          return tl::unexpected(may.error());
        const registry::StageStep step{before.profile.stage, given.to, given.on,   given.decree,
                                       given.reason,         now,      caller.name};
        const auto back = is_coordinator(caller, before.key.region) ? registry::StepBack::allowed
                                                                    : registry::StepBack::refused;
        if (const auto right =
                registry::check_step(before.profile, before.steps, step, back, today);
            !right)
          return tl::unexpected(right.error());
        return ProfileEdit{registry::after_step(before.profile, step), false, step, moved(step)};
      });
}

Expected<ProfileAnswer> withdraw(House& house, const accounts::Caller& caller,
                                 const std::string& submission, const std::string& reason) {
  return carry_out(
      house, caller, submission, [&](const StoredProfile& before) -> Expected<ProfileEdit> {
        if (const auto may = may_withdraw(house, caller, before, true); !may)
          return tl::unexpected(may.error());
        return ProfileEdit{
            before.profile, true, std::nullopt, {"submission.withdrawn", {{"reason", reason}}}};
      });
}

Expected<ProfileAnswer> undo_withdrawal(House& house, const accounts::Caller& caller,
                                        const std::string& submission) {
  return carry_out(
      house, caller, submission, [&](const StoredProfile& before) -> Expected<ProfileEdit> {
        if (const auto may = may_withdraw(house, caller, before, false); !may)
          return tl::unexpected(may.error());
        return ProfileEdit{before.profile, false, std::nullopt, {"submission.brought_back", {}}};
      });
}

}  // namespace jalur::app
