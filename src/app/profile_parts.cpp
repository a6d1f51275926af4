#include "app/profile_parts.h"

#include "app/allowed.h"
#include "app/region_units.h"
#include "app/year_open.h"

namespace jalur::app {

using accounts::Action;

namespace {

// East of Greenwich.
constexpr std::chrono::hours eastern_time{9};

bool is_handed_in(const StoredProfile& stored) {
  return stored.state == SubmissionState::submitted || stored.state == SubmissionState::rejected;
}

std::vector<std::string_view> what_may(House& house, const accounts::Caller& caller,
                                       const StoredProfile& stored) {
  std::vector<std::string_view> may;
  const accounts::Subject subject{stored.key.region, stored.profile.unit, false};
  if (!accounts::may(caller, Action::edit_innovation, subject)) return may;
  const bool coordinator = is_coordinator(caller, stored.key.region);
  if (stored.withdrawn) {
    if (coordinator || !is_handed_in(stored)) may.push_back("restore");
    return may;
  }
  if (may_change(house, caller, stored)) {
    may.insert(may.end(), {"edit", "step"});
    if (coordinator && stored.profile.stage > Stage::initiative) may.push_back("step_back");
    may.push_back("withdraw");
  }
  may.push_back("carry_over");
  return may;
}

}  // namespace

Expected<std::string> active_unit(House& house, const RegionCode& region, const std::string& name) {
  const auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  const auto id = units->id_of(name);
  if (id && units->has(*id)) return units->name_of(*id);
  return fail(ErrorCode::invalid_input,
              id ? Text{"Unit ini sudah tidak aktif; pilih unit yang aktif.",
                        "This unit has ended; choose an active one."}
                 : Text{"Tidak ada unit dengan nama ini; pilih dari daftar unit.",
                        "There is no unit of this name; choose from the list of units."},
              "unit", name);
}

bool is_coordinator(const accounts::Caller& caller, const RegionCode& region) {
  return accounts::may(caller, Action::manage_year, {region, "", false});
}

Date today_of(House& house) {
  return Date{std::chrono::floor<std::chrono::days>(house.clock.now() + eastern_time)};
}

Expected<void> may_change(House& house, const accounts::Caller& caller,
                          const StoredProfile& stored) {
  const RegionCode& region = stored.key.region;
  if (const auto may = allowed(house, caller, Action::edit_innovation, region, stored.profile.unit);
      !may)
    return may;
  if (stored.withdrawn)
    return fail(ErrorCode::conflict, {"Pengajuan ini ditarik; batalkan penarikannya dahulu.",
                                      "This submission is withdrawn; take that back first."});
  if (is_handed_in(stored) && !is_coordinator(caller, region))
    return fail(ErrorCode::conflict,
                {"Pengajuan ini sudah diajukan; hanya koordinator yang dapat mengubahnya.",
                 "This submission is handed in; only the coordinator can change it."});
  return check_year_open(house, caller, Action::edit_innovation, stored.key, stored.profile.unit);
}

Expected<ProfileAnswer> profile_answer(House& house, const accounts::Caller& caller,
                                       StoredProfile stored) {
  const auto ruleset = house.rulesets.get(stored.ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  ProfileAnswer answer;
  answer.ruleset = *ruleset;
  answer.missing = registry::missing_fields(stored.profile, stored.steps, **ruleset);
  answer.may = what_may(house, caller, stored);
  answer.stored = std::move(stored);
  return answer;
}

}  // namespace jalur::app
