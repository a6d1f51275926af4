#include "app/sign_in_guard.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::app {

namespace {

// The oldest goes when there are too many: whoever fills the memory to be forgotten needs thousands
// of addresses of their own, each with a budget.
template <class State, class Age>
void keep_bounded(std::map<std::string, State>& states, Age age) {
  if (states.size() <= limits::throttled_at_once) return;
  states.erase(std::min_element(states.begin(), states.end(), [&](const auto& a, const auto& b) {
    return age(a.second) < age(b.second);
  }));
}

// "90 detik" up to two minutes, then whole minutes, rounded up.
Text time_left(std::chrono::milliseconds left) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  if (seconds <= 120)
    return {fmt::format("{} detik", seconds),
            fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s")};
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
  return {fmt::format("{} menit", minutes), fmt::format("{} minutes", minutes)};
}

tl::unexpected<Error> come_back(Instant when, Instant now) {
  const Text left = time_left(when - now);
  auto refused = fail(ErrorCode::too_many,
                      {fmt::format("Terlalu banyak percobaan; coba lagi setelah {}.", left.id),
                       fmt::format("Too many tries; try again in {}.", left.en)});
  refused.value().retry_after = std::chrono::ceil<std::chrono::seconds>(when - now);
  return refused;
}

}  // namespace

Expected<Admission> SignInGuard::admit(const std::string& who, const std::string& client,
                                       Instant now) {
  const std::scoped_lock lock(mutex_);
  if (!client.empty()) {
    auto& budget = budgets_[client];
    const auto spent = accounts::spend(budget, now);
    if (!spent) return come_back(accounts::next_try(budget), now);
    budget = *spent;
    keep_bounded(budgets_, [](const accounts::Budget& each) { return each.full_at; });
  }
  auto& tries = tries_[who];
  if (const auto until = accounts::blocked_until(tries, now)) return come_back(*until, now);
  tries = accounts::with_wrong(tries, now);
  const bool last = accounts::blocked_until(tries, now).has_value();
  keep_bounded(tries_, [](const accounts::Tries& each) { return each.last; });
  return last ? Admission::last_before_a_wait : Admission::free;
}

void SignInGuard::right(const std::string& who) {
  const std::scoped_lock lock(mutex_);
  tries_.erase(who);
}

}  // namespace jalur::app
