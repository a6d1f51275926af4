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

constexpr std::chrono::milliseconds whole_budget =
    limits::client_try_returns * limits::tries_per_client;

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

std::optional<Budget> spend(const Budget& before, Instant now) {
  const Budget after{std::max(before.full_at, now) + limits::client_try_returns};
  if (after.full_at > now + whole_budget) return std::nullopt;
  return after;
}

Instant next_try(const Budget& spent) {
  return spent.full_at + limits::client_try_returns - whole_budget;
}

}  // namespace jalur::accounts
