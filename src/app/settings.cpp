#include "app/account_parts.h"
#include "app/allowed.h"

namespace jalur::app {

namespace {

std::string words_of(const std::vector<accounts::Role>& roles) {
  std::string text;
  for (const accounts::Role role : roles)
    text.append(text.empty() ? "" : ", ").append(accounts::word(role));
  return text;
}

Details differences(const RegionSettings& before, const RegionSettings& after) {
  Details details;
  if (before.figures_open != after.figures_open)
    details.emplace_back("figures_open", after.figures_open ? "true" : "false");
  if (before.second_factor_for != after.second_factor_for)
    details.emplace_back("second_factor_for", words_of(after.second_factor_for));
  return details;
}

}  // namespace

Expected<RegionSettings> show_settings(House& house, const accounts::Caller& caller,
                                       const RegionCode& region) {
  const auto settings = house.people.settings(region);
  if (!settings) return settings;
  if (accounts::may(caller, accounts::Action::read_figures, {region, "", settings->figures_open}))
    return settings;
  return accounts::refusal(caller, accounts::Action::read_figures);
}

Expected<RegionSettings> change_settings(House& house, const accounts::Caller& caller,
                                         const RegionCode& region, const RegionSettings& settings) {
  if (auto may = allowed(house, caller, accounts::Action::manage_people, region, ""); !may)
    return tl::unexpected(may.error());
  const auto before = house.people.settings(region);
  if (!before || *before == settings) return before;
  const PeopleChange change{
      region,
      house.clock.now(),
      {{actor_for(caller, accounts::Action::manage_people, region, ""), "settings.changed",
        region.str(), region.str(), differences(*before, settings)}},
      {PutSettings{settings}}};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return settings;
}

}  // namespace jalur::app
