#include "accounts/throttle.h"

#include <algorithm>

#include "base/limits.h"

namespace jalur::accounts {

namespace {

std::chrono::milliseconds wait_after(int wrong) {
  if (wrong < limits::wrong_tries) return {};
  std::chrono::milliseconds wait = limits::first_wait;
  for (int i = limits::wrong_tries; i < wrong && wait < limits::longest_wait; ++i) wait *= 2;
  return std::min<std::chrono::milliseconds>(wait, limits::longest_wait);
}

}  // namespace

std::optional<Instant> blocked_until(const Tries& tries, Instant now) {
  if (now >= tries.blocked_until) return std::nullopt;
  return tries.blocked_until;
}

Tries with_wrong(const Tries& before, Instant now) {
  const bool forgotten = now - before.last > limits::tries_forgotten;
  Tries after;
  after.wrong = (forgotten ? 0 : before.wrong) + 1;
  after.last = now;
  after.blocked_until = now + wait_after(after.wrong);
  return after;
}

Allowance sign_in_allowance() { return {limits::tries_per_client, limits::client_try_returns}; }

std::optional<Budget> spend(const Budget& before, Instant now, const Allowance& allowance) {
  const Budget after{std::max(before.full_at, now) + allowance.returns};
  if (after.full_at > now + allowance.returns * allowance.at_once) return std::nullopt;
  return after;
}

Instant next_try(const Budget& spent, const Allowance& allowance) {
  return spent.full_at + allowance.returns - allowance.returns * allowance.at_once;
}

}  // namespace jalur::accounts
