#include "app/allowed.h"
#include "app/profile_parts.h"
#include "app/year_open.h"
#include "app/year_rules.h"

namespace jalur::app {

using accounts::Action;

namespace {

registry::Profile first_profile(const InnovationGiven& given, const std::string& unit) {
  registry::Profile profile;
  profile.name = given.name;
  profile.unit = unit;
  profile.affairs = {given.affair};
  profile.stage = given.stage;
  return profile;
}

}  // namespace

Expected<ProfileAnswer> register_innovation(House& house, const accounts::Caller& caller,
                                            const YearKey& key, const InnovationGiven& given) {
  const auto found = year_with_rules(house, key);
  if (!found) return tl::unexpected(found.error());
  const auto unit = active_unit(house, key.region, given.unit);
  if (!unit) return tl::unexpected(unit.error());
  if (const auto may = allowed(house, caller, Action::edit_innovation, key.region, *unit); !may)
    return tl::unexpected(may.error());
  if (const auto open = check_year_open(house, caller, Action::edit_innovation, key, *unit); !open)
    return tl::unexpected(open.error());

  NewSubmission fresh;
  fresh.profile = first_profile(given, *unit);
  if (const auto right =
          registry::check(fresh.profile, *found->ruleset, house.reference.profile_terms);
      !right)
    return tl::unexpected(right.error());
  fresh.key = key;
  fresh.at = house.clock.now();
  fresh.submission = uuid7(fresh.at, house.randomness.ten_bytes());
  fresh.innovation = uuid7(fresh.at, house.randomness.ten_bytes());
  fresh.told = {"submission.registered", {{"unit", *unit}}};
  fresh.by = actor_for(caller, Action::edit_innovation, key.region, *unit);
  auto stored = house.profiles.add_submission(fresh);
  if (!stored) return tl::unexpected(stored.error());
  return profile_answer(house, caller, std::move(*stored));
}

}  // namespace jalur::app
