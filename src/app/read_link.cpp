#include <algorithm>

#include "accounts/token.h"
#include "app/account_parts.h"

namespace jalur::app {

namespace {

std::string region_name(const House& house, const RegionCode& region) {
  const auto& regions = house.reference.regions;
  const auto found = std::find_if(regions.begin(), regions.end(),
                                  [&](const auto& each) { return each.code == region; });
  return found == regions.end() ? region.str() : found->name;
}

// One for the first coordinator is worth nothing once there is one, however they came.
Expected<bool> still_serves(House& house, const RegionCode& region, const LinkFound& link) {
  if (link.purpose != accounts::LinkPurpose::first) return true;
  return house.people.active_coordinators(region).map([](auto number) { return number == 0; });
}

}  // namespace

Expected<LinkFound> find_link(House& house, const std::string& token) {
  const auto region = accounts::region_of_token(token);
  auto found = region
                   ? house.people.link(*region, house.secrets.fingerprint(token), house.clock.now())
                   : Expected<LinkFound>(fail(ErrorCode::not_found, {}));
  if (!found && found.error().code != ErrorCode::not_found) return found;
  const auto serves = found ? still_serves(house, *region, *found) : Expected<bool>(false);
  if (!serves) return tl::unexpected(serves.error());
  if (*serves) return found;
  return fail(
      ErrorCode::not_found,
      {"Tautan ini sudah dipakai, sudah kedaluwarsa, atau tidak lengkap; minta tautan baru "
       "kepada koordinator.",
       "This link was used already, is too old, or is not complete; ask the coordinator for "
       "a new one."});
}

Expected<LinkShown> read_link(House& house, const std::string& token) {
  const auto link = find_link(house, token);
  if (!link) return tl::unexpected(link.error());
  LinkShown shown{link->purpose, "", "", region_name(house, *accounts::region_of_token(token)),
                  link->expires_at};
  if (link->account) {
    shown.name = link->account->person.name;
    shown.email = link->account->person.email;
  }
  return shown;
}

}  // namespace jalur::app
