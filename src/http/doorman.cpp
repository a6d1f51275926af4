#include "http/doorman.h"

#include "app/allowed.h"
#include "app/people_use_cases.h"
#include "base/limits.h"

namespace jalur::http {

CallerPtr nobody() {
  static const auto caller = std::make_shared<const accounts::Caller>();
  return caller;
}

// What was asked before a change and answered after it is not kept.
template <class Key, class Value, class Ask>
Expected<Value> Doorman::recall(Memory<Key, Value>& memory, const Key& key, Ask ask) {
  const Time now = std::chrono::steady_clock::now();
  std::uint64_t changes = 0;
  {
    const std::scoped_lock lock(mutex_);
    const auto found = memory.find(key);
    if (found != memory.end() && now < found->second.until) return found->second.value;
    changes = changes_;
  }
  Expected<Value> value = ask();
  if (!value) return value;
  const std::scoped_lock lock(mutex_);
  if (changes != changes_) return value;
  if (memory.size() >= limits::doorman_entries) memory.clear();
  memory.insert_or_assign(key, Kept<Value>{*value, now + limits::doorman_memory});
  return value;
}

Expected<CallerPtr> Doorman::caller_of(const std::string& token) {
  if (token.empty()) return nobody();
  return recall(callers_, token, [&]() -> Expected<CallerPtr> {
    auto caller = app::caller_of(house_, token);
    if (!caller && caller.error().code == ErrorCode::unauthenticated) return nobody();
    if (!caller) return tl::unexpected(caller.error());
    return std::make_shared<const accounts::Caller>(std::move(*caller));
  });
}

Expected<bool> Doorman::is_open(const RegionCode& region) {
  return recall(open_, region, [&] { return app::is_open(house_, region); });
}

Expected<void> Doorman::admit(const accounts::Caller& caller, accounts::Action action,
                              const std::optional<RegionCode>& region) {
  const auto reach = accounts::reach_of_anyone(action);
  if (reach == accounts::Reach::nation) return {};
  if (!region) {
    if (accounts::may_somewhere(caller, action)) return {};
    return accounts::refusal(caller, action);
  }
  if (accounts::may_in(caller, action, {*region, "", false})) return {};
  if (reach != accounts::Reach::open_region) return accounts::refusal(caller, action);
  const auto open = is_open(*region);
  if (!open) return tl::unexpected(open.error());
  if (*open) return {};
  return accounts::refusal(caller, action);
}

void Doorman::forget() {
  const std::scoped_lock lock(mutex_);
  ++changes_;
  callers_.clear();
  open_.clear();
}

}  // namespace jalur::http
