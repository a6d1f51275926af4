#include "app/house.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::app {

Rulesets::Rulesets(std::vector<Ruleset> rulesets) : rulesets_(std::move(rulesets)) {
  std::sort(rulesets_.begin(), rulesets_.end(), [](const Ruleset& a, const Ruleset& b) {
    return a.year != b.year ? a.year < b.year : a.id < b.id;
  });
}

const Ruleset* Rulesets::find(const std::string& id) const {
  const auto it = std::find_if(rulesets_.begin(), rulesets_.end(),
                               [&](const Ruleset& ruleset) { return ruleset.id == id; });
  return it == rulesets_.end() ? nullptr : &*it;
}

Expected<const Ruleset*> Rulesets::get(const std::string& id) const {
  if (const Ruleset* ruleset = find(id)) return ruleset;
  std::string known;
  for (const Ruleset& ruleset : rulesets_) known += (known.empty() ? "" : ", ") + ruleset.id;
  return fail(ErrorCode::invalid_input,
              {fmt::format("aturan tidak dikenal; yang ada: {}", known),
               fmt::format("unknown ruleset; there are: {}", known)},
              "ruleset", id);
}

YearCache::YearCache(Store& store, std::size_t most) : store_(store), most_(most) {}

Expected<std::shared_ptr<const StoredYear>> YearCache::get(const YearKey& key) {
  const auto revision = store_.revision(key);
  if (!revision) return tl::unexpected(revision.error());
  {
    const std::lock_guard lock(mutex_);
    const auto it = entries_.find(key);
    if (it != entries_.end() && it->second.year->revision == *revision) {
      it->second.used = ++uses_;
      return it->second.year;
    }
  }
  auto read = store_.year(key);
  if (!read) return tl::unexpected(read.error());
  auto year = std::make_shared<const StoredYear>(std::move(*read));
  put(key, year);
  return year;
}

// Changes that follow what is in memory without a gap; older ones are in it already.
void YearCache::bring_forward(Entry& entry) {
  auto& coming = entry.coming;
  coming.erase(coming.begin(), coming.upper_bound(entry.year->revision));
  if (coming.empty() || coming.begin()->first != entry.year->revision + 1) return;
  auto next = std::make_shared<StoredYear>(*entry.year);
  while (!coming.empty() && coming.begin()->first == next->revision + 1) {
    coming.begin()->second(*next);
    ++next->revision;
    coming.erase(coming.begin());
  }
  entry.year = std::move(next);
}

Expected<std::shared_ptr<const StoredYear>> YearCache::advance(
    const YearKey& key, std::int64_t revision, std::function<void(StoredYear&)> change) {
  std::unique_lock lock(mutex_);
  const auto known = entries_.find(key);
  if (known == entries_.end()) {
    lock.unlock();
    return get(key);
  }
  known->second.coming.emplace(revision, std::move(change));
  bring_forward(known->second);
  wake(key, known->second.year->revision);
  auto year = reached(key, revision);
  if (year == nullptr) year = wait_for(lock, key, revision);
  lock.unlock();
  if (year == nullptr) return get(key);
  return year;
}

void YearCache::wake(const YearKey& key, std::int64_t revision) {
  for (Waiting& each : waiting_)
    if (each.revision <= revision && each.key == key) each.reached.notify_one();
}

// Nothing when it is not that far yet, or was dropped.
std::shared_ptr<const StoredYear> YearCache::reached(const YearKey& key, std::int64_t revision) {
  const auto entry = entries_.find(key);
  if (entry == entries_.end() || entry->second.year->revision < revision) return nullptr;
  entry->second.used = ++uses_;
  return entry->second.year;
}

std::shared_ptr<const StoredYear> YearCache::wait_for(std::unique_lock<std::mutex>& lock,
                                                      const YearKey& key, std::int64_t revision) {
  const auto place = waiting_.emplace(waiting_.end(), key, revision);
  std::shared_ptr<const StoredYear> year;
  place->reached.wait_for(lock, limits::revision_gap,
                          [&] { return (year = reached(key, revision)) != nullptr; });
  waiting_.erase(place);
  return year;
}

void YearCache::put(const YearKey& key, std::shared_ptr<const StoredYear> year) {
  const std::lock_guard lock(mutex_);
  const auto it = entries_.find(key);
  if (it != entries_.end() && it->second.year->revision > year->revision) return;
  const std::int64_t revision = year->revision;
  entries_[key] = {std::move(year), ++uses_, {}};
  wake(key, revision);
  if (entries_.size() <= most_) return;
  entries_.erase(
      std::min_element(entries_.begin(), entries_.end(),
                       [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
}

}  // namespace jalur::app
