#include <fmt/format.h>

#include "app/allowed.h"
#include "app/profile_parts.h"
#include "app/region_units.h"
#include "app/year_open.h"
#include "app/year_rules.h"

namespace jalur::app {

using accounts::Action;

namespace {

// Whoever carries on the work of the unit now; its name of then when nobody does.
Expected<std::string> unit_now(House& house, const RegionCode& region, const std::string& name) {
  const auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  const auto id = units->id_of(name);
  const auto* unit = id ? registry::find(units->all(), *id) : nullptr;
  while (unit != nullptr && !unit->active && unit->merged_into)
    unit = registry::find(units->all(), *unit->merged_into);
  return unit != nullptr ? unit->name : name;
}

Expected<void> may_carry(House& house, const accounts::Caller& caller, const StoredProfile& from,
                         const YearKey& to) {
  const RegionCode& region = to.region;
  if (const auto may = allowed(house, caller, Action::edit_innovation, region, from.profile.unit);
      !may)
    return may;
  if (to.year <= from.key.year)
    return fail(ErrorCode::invalid_input,
                {fmt::format("harus tahun sesudah {}", from.key.year),
                 fmt::format("it must be a year after {}", from.key.year)},
                "to_year", std::to_string(to.year));
  if (from.withdrawn)
    return fail(ErrorCode::conflict, {"Pengajuan ini ditarik; batalkan penarikannya dahulu.",
                                      "This submission is withdrawn; take that back first."});
  const auto there = house.profiles.is_in_year(to, from.innovation);
  if (!there) return tl::unexpected(there.error());
  if (!*there)
    return check_year_open(house, caller, Action::edit_innovation, to, from.profile.unit);
  return fail(ErrorCode::conflict,
              {fmt::format("Inovasi ini sudah ada di tahun {}.", to.year),
               fmt::format("This innovation is in the year {} already.", to.year)},
              "to_year", std::to_string(to.year));
}

// As it would be judged once it is handed in.
Innovation as_innovation(const registry::Profile& profile, const std::string& id) {
  Innovation innovation;
  innovation.id = id;
  innovation.name = profile.name;
  innovation.unit = profile.unit;
  innovation.affairs = profile.affairs;
  innovation.stage = profile.stage;
  innovation.implemented_on = profile.implemented_on;
  innovation.developed_on = profile.developed_on;
  innovation.state = SubmissionState::submitted;
  return innovation;
}

Levels levels_of(const std::vector<registry::CarriedLevel>& claims) {
  Levels levels;
  for (const auto& claim : claims)
    if (claim.starts_at != Level::none) levels.set(claim.indicator->id, claim.starts_at);
  return levels;
}

// What still counts goes on proving its claim.
std::vector<KeptEvidence> kept_evidence(const CarryOver& plan) {
  std::vector<KeptEvidence> kept;
  for (const registry::CarriedEvidence& carried : plan.evidence)
    if (!carried.renewal) kept.push_back({carried.evidence.indicator, carried.evidence.id});
  return kept;
}

NewSubmission submission_of(House& house, const accounts::Caller& caller, const CarryOver& plan) {
  NewSubmission fresh;
  fresh.key = plan.to;
  fresh.at = house.clock.now();
  fresh.submission = uuid7(fresh.at, house.randomness.ten_bytes());
  fresh.innovation = plan.from.innovation;
  fresh.profile = plan.profile;
  fresh.steps = plan.from.steps;
  fresh.levels = levels_of(plan.claims);
  fresh.evidence = kept_evidence(plan);
  fresh.maturity = maturity_of(fresh.levels, std::nullopt, *plan.ruleset, Aspect::innovation);
  fresh.told = {"submission.carried_over", {{"from_year", std::to_string(plan.from.key.year)}}};
  fresh.by = actor_for(caller, Action::edit_innovation, plan.to.region, plan.from.profile.unit);
  return fresh;
}

Expected<CarryOver> planned(House& house, StoredProfile from, const YearKey& to,
                            const std::vector<registry::AttachedEvidence>& attached) {
  const auto next = year_with_rules(house, to);
  if (!next) return tl::unexpected(next.error());
  const auto before = house.rulesets.get(from.ruleset);
  if (!before) return tl::unexpected(before.error());
  auto unit = unit_now(house, to.region, from.profile.unit);
  if (!unit) return tl::unexpected(unit.error());
  CarryOver plan;
  plan.to = to;
  plan.ruleset = next->ruleset;
  plan.profile = from.profile;
  plan.profile.unit = std::move(*unit);
  if (!registry::is_offered(house.reference.profile_terms, plan.profile.theme, plan.ruleset->year))
    plan.profile.theme.clear();
  plan.exclusion =
      exclusion_of(as_innovation(plan.profile, from.submission), to.year, *plan.ruleset);
  plan.claims = registry::carried_levels(from.levels, **before, *plan.ruleset);
  plan.evidence = registry::carried_evidence(attached, *plan.ruleset, to.year);
  plan.from = std::move(from);
  return plan;
}

Expected<std::vector<registry::AttachedEvidence>> attached_to(House& house,
                                                              const StoredProfile& from,
                                                              const std::string& submission) {
  const auto claims = house.evidence.of_submission(from.key.region, submission);
  if (!claims) return tl::unexpected(claims.error());
  std::vector<registry::AttachedEvidence> attached;
  for (const ClaimEvidence& claim : *claims)
    for (const AttachedEvidence& item : claim.items)
      attached.push_back({item.evidence.id, item.evidence.words.title, claim.indicator,
                          item.evidence.words.dated_on});
  return attached;
}

}  // namespace

Expected<CarryOver> carry_over(House& house, const accounts::Caller& caller,
                               const std::string& submission, int to_year, Carrying carrying) {
  auto from = house.profiles.profile(submission);
  if (!from) return tl::unexpected(from.error());
  const YearKey to{from->key.region, to_year};
  if (const auto may = may_carry(house, caller, *from, to); !may)
    return tl::unexpected(may.error());
  const auto attached = attached_to(house, *from, submission);
  if (!attached) return tl::unexpected(attached.error());
  auto plan = planned(house, std::move(*from), to, *attached);
  if (!plan || carrying == Carrying::preview) return plan;
  const auto made = house.profiles.add_submission(submission_of(house, caller, *plan));
  if (!made) return tl::unexpected(made.error());
  plan->submission = made->submission;
  return plan;
}

}  // namespace jalur::app
