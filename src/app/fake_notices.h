// For tests: the Notices port in memory, over the log and the people of the same test.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "app/fake_people.h"
#include "app/journal.h"
#include "app/notices.h"

namespace jalur::app {

class FakeNotices : public Notices {
 public:
  FakeNotices(Journal& journal, People& people) : journal_(journal), people_(people) {}

  Expected<std::optional<std::int64_t>> told_up_to(const RegionCode& region) override {
    const std::scoped_lock lock(mutex_);
    const auto told = told_.find(region);
    if (told == told_.end()) return std::nullopt;
    return std::optional(told->second);
  }

  Expected<std::int64_t> tell(const Telling& telling) override {
    const std::scoped_lock lock(mutex_);
    const auto told = told_.find(telling.region);
    if (told != told_.end() && told->second != telling.after) return 0;
    told_[telling.region] = telling.up_to;
    std::int64_t notices = 0;
    for (const News& news : telling.news)
      for (const std::string& person : audience_of(telling.region, news.audience))
        if (notices_[{telling.region, person}].insert(news.sequence).second) ++notices;
    return notices;
  }

  Expected<NoticePage> page(const RegionCode& region, const std::string& person,
                            std::int64_t before, int limit) override {
    const std::scoped_lock lock(mutex_);
    const Owner owner{region, person};
    const std::set<std::int64_t>& all = notices_[owner];
    NoticePage page;
    page.read_up_to = read_[owner];
    page.unread = std::distance(all.upper_bound(page.read_up_to), all.end());
    const std::int64_t end = before > 0 ? before : std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> wanted(all.begin(), all.lower_bound(end));
    std::reverse(wanted.begin(), wanted.end());
    for (const std::int64_t sequence : wanted) {
      if (static_cast<int>(page.items.size()) == limit) {
        page.next = page.items.back().entry.sequence;
        break;
      }
      page.items.push_back({entry(region, sequence), std::nullopt});
    }
    return page;
  }

  Expected<void> read_up_to(const RegionCode& region, const std::string& person,
                            std::int64_t sequence) override {
    const std::scoped_lock lock(mutex_);
    auto& mark = read_[{region, person}];
    mark = std::max(mark, sequence);
    return {};
  }

 private:
  using Owner = std::pair<RegionCode, std::string>;

  static bool hears(const accounts::Person& person, const Audience& audience) {
    if (person.id == audience.except || person.state != accounts::PersonState::active) return false;
    const auto has = [](const auto& all, const auto& one) {
      return std::find(all.begin(), all.end(), one) != all.end();
    };
    return std::any_of(person.roles.begin(), person.roles.end(), [&](const auto& held) {
      return has(audience.roles, held.role) &&
             (audience.units.empty() || has(audience.units, held.unit));
    });
  }

  std::vector<std::string> audience_of(const RegionCode& region, const Audience& audience) {
    std::vector<std::string> people;
    const auto page = people_.page({region, {}, {}, {}, limits::page_most, {}});
    for (const Account& account : page->items)
      if (hears(account.person, audience)) people.push_back(account.person.id);
    return people;
  }

  ledger::Entry entry(const RegionCode& region, std::int64_t sequence) {
    ledger::Entry found;
    const auto read = journal_.read(region, sequence, [&](const StoredEntry& each) {
      if (each.entry) found = *each.entry;
      return false;
    });
    return found;
  }

  Journal& journal_;
  People& people_;
  std::mutex mutex_;
  std::map<RegionCode, std::int64_t> told_;
  std::map<Owner, std::set<std::int64_t>> notices_;
  std::map<Owner, std::int64_t> read_;
};

}  // namespace jalur::app
