// How often somebody may be wrong. Two states, both changed by functions of time only; who keeps
// them decides for whom they stand.
#pragma once

#include <chrono>
#include <optional>

#include "base/date.h"

namespace jalur::accounts {

// The wrong tries of one person. After limits::wrong_tries each further one makes them wait, twice
// as long as the one before, up to limits::longest_wait. A right one ends it: start with a new
// Tries. After limits::tries_forgotten without any it is as if there had been none.
struct Tries {
  int wrong = 0;
  Instant last;
  Instant blocked_until;
};

// Until when nothing is even looked at; nothing: it may be tried.
std::optional<Instant> blocked_until(const Tries& tries, Instant now);
Tries with_wrong(const Tries& before, Instant now);

// The tries of one client address, right or wrong: limits::tries_per_client at once, then one every
// limits::client_try_returns. Keeps one instant only: when the budget will be full again.
struct Budget {
  Instant full_at;
};

// What a budget is spent from: so many at once, then one every `returns`.
struct Allowance {
  int at_once = 1;
  std::chrono::milliseconds returns{0};
};
Allowance sign_in_allowance();

// The budget after one more try; nothing when none is left.
std::optional<Budget> spend(const Budget& before, Instant now,
                            const Allowance& allowance = sign_in_allowance());
// When the next try will be possible.
Instant next_try(const Budget& spent, const Allowance& allowance = sign_in_allowance());

}  // namespace jalur::accounts
