#include "accounts/session.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace jalur::accounts {

Instant end_of_session(Instant made_at, Half half) {
  return half == Half::yes ? made_at + limits::session_half : made_at + limits::session_whole;
}

bool is_over(const SessionTimes& times, Half half, Instant now) {
  return now >= end_of_session(times.made_at, half) || now >= times.seen_at + limits::session_idle;
}

bool is_to_be_noted(const SessionTimes& times, Instant now) {
  return now >= times.seen_at + limits::session_seen_every;
}

std::string_view word(SecondFactor factor) {
  constexpr std::array<std::string_view, 4> words{"off", "needed", "due", "on"};
  return words[static_cast<std::size_t>(factor)];
}

bool is_required(const std::vector<Role>& held, const std::vector<Role>& required_for) {
  return std::any_of(held.begin(), held.end(), [&](Role role) {
    return std::find(required_for.begin(), required_for.end(), role) != required_for.end();
  });
}

}  // namespace jalur::accounts
