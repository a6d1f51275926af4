// One-time links: whoever opens one may set a password, once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace jalur::accounts {

enum class LinkPurpose : std::uint8_t {
  first,       // the first coordinator of a region, who also gives name and address
  invitation,  // a person who has not been here yet
  recovery,    // a person who forgot the password
};

std::string_view word(LinkPurpose purpose);
std::optional<LinkPurpose> link_purpose_from(std::string_view word);

// How long one serves: limits::invitation_life and its like.
Instant end_of_link(LinkPurpose purpose, Instant made_at);

}  // namespace jalur::accounts
