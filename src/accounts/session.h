// What a session is worth: how long it lasts, and which roles count while a second factor is
// missing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "accounts/permission.h"
#include "base/date.h"

namespace jalur::accounts {

struct SessionTimes {
  Instant made_at;
  Instant seen_at;  // last use; noted at most every limits::session_seen_every
};

// When it is over although it is used; `half`: the password was right, the second factor is
// missing.
enum class Half { no, yes };
Instant end_of_session(Instant made_at, Half half);
bool is_over(const SessionTimes& times, Half half, Instant now);
bool is_to_be_noted(const SessionTimes& times, Instant now);

enum class SecondFactor : std::uint8_t {
  off,
  needed,  // the password was right, the code is missing: not signed in
  due,     // the region requires one for a role that is held, and none is set up
  on,
};
std::string_view word(SecondFactor factor);

// Whether the region asks a second factor for one of these roles.
bool is_required(const std::vector<Role>& held, const std::vector<Role>& required_for);

}  // namespace jalur::accounts
