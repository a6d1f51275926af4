#include "app/news.h"
#include "app/notice_use_cases.h"
#include "app/region_units.h"

namespace jalur::app {

namespace {

constexpr std::int64_t entries_at_once = 200;

// What one region's log has to tell.
class Newsreader {
 public:
  Newsreader(House& house, const RegionCode& region) : house_(house), region_(region) {}

  Expected<std::int64_t> run() {
    const auto told = house_.notices.told_up_to(region_);
    if (!told) return tl::unexpected(told.error());
    const auto head = house_.journal.head(region_);
    if (!head) return tl::unexpected(head.error());
    if (!*head) return 0;
    const std::int64_t newest = (*head)->sequence;
    if (!*told) return house_.notices.tell({region_, 0, newest, {}});
    if (**told >= newest) return 0;
    return tell_behind(**told);
  }

 private:
  Expected<std::int64_t> tell_behind(std::int64_t told) {
    std::int64_t notices = 0;
    Telling telling{region_, told, told, {}};
    do {
      telling.after = telling.up_to;
      if (auto read = gather(telling); !read) return tl::unexpected(read.error());
      if (telling.up_to == telling.after) break;
      const auto some = house_.notices.tell(telling);
      if (!some) return tl::unexpected(some.error());
      notices += *some;
    } while (telling.up_to - telling.after == entries_at_once);
    return notices;
  }

  // An entry that is no entry any more tells nothing; `jalur ledger verify` names it.
  Expected<void> gather(Telling& telling) {
    std::vector<ledger::Entry> entries;
    telling.news.clear();
    const std::int64_t first = telling.after + 1;
    const auto read = house_.journal.read(region_, first, [&](const StoredEntry& each) {
      if (each.entry && news_rule(*each.entry) != nullptr) entries.push_back(*each.entry);
      telling.up_to = each.sequence;
      return each.sequence < telling.after + entries_at_once;
    });
    if (!read) return tl::unexpected(read.error());
    for (const ledger::Entry& entry : entries) {
      auto news = news_of(entry);
      if (!news) return tl::unexpected(news.error());
      if (*news) telling.news.push_back(std::move(**news));
    }
    return {};
  }

  // Nothing: the unit that it concerns is not on record.
  Expected<std::optional<News>> news_of(const ledger::Entry& entry) {
    const NewsRule& rule = *news_rule(entry);
    News news{entry.sequence, {roles_told(rule, entry), {}, entry.by.person}};
    if (!is_of_the_unit(rule, entry)) return std::optional(std::move(news));
    auto units = units_reaching(rule, entry);
    if (!units) return tl::unexpected(units.error());
    if (units->empty()) return std::nullopt;
    news.audience.units = std::move(*units);
    return std::optional(std::move(news));
  }

  // The unit whose work it is, and all above it, whose people act for it too.
  Expected<std::vector<std::string>> units_reaching(const NewsRule& rule,
                                                    const ledger::Entry& entry) {
    if (auto read = read_units(); !read) return tl::unexpected(read.error());
    std::optional<std::string> unit;
    if (rule.concerns == Concerns::that_unit) {
      unit = units_->id_of(detail_of(entry, "unit"));
    } else {
      const auto place = house_.store.place_of(entry.subject);
      if (place) unit = units_->id_of(place->unit);
      if (!place && place.error().code != ErrorCode::not_found)
        return tl::unexpected(place.error());
    }
    std::vector<std::string> reaching;
    const auto* node = unit ? registry::find(units_->all(), *unit) : nullptr;
    while (node != nullptr) {
      reaching.push_back(node->id);
      node = node->parent ? registry::find(units_->all(), *node->parent) : nullptr;
    }
    return reaching;
  }

  Expected<void> read_units() {
    if (units_) return {};
    auto units = units_of(house_, region_);
    if (!units) return tl::unexpected(units.error());
    units_ = std::move(*units);
    return {};
  }

  House& house_;
  RegionCode region_;
  std::optional<RegionUnits> units_;
};

}  // namespace

Expected<std::int64_t> tell_news(House& house) {
  const auto regions = house.journal.regions();
  if (!regions) return tl::unexpected(regions.error());
  std::int64_t notices = 0;
  for (const RegionCode& region : *regions) {
    const auto some = Newsreader(house, region).run();
    if (!some) return tl::unexpected(some.error());
    notices += *some;
  }
  return notices;
}

}  // namespace jalur::app
