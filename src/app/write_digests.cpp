#include "app/mail_use_cases.h"
#include "base/limits.h"
#include "registry/calendar.h"

namespace jalur::app {

namespace {

// The digests of one region and day.
class DigestWriter {
 public:
  DigestWriter(House& house, Outbox& outbox, const DigestPlan& plan, RegionCode region, Date day)
      : house_(house), outbox_(outbox), plan_(plan), region_(std::move(region)), day_(day) {}

  Expected<std::int64_t> run() {
    const auto written = outbox_.is_written(region_, day_);
    if (!written) return tl::unexpected(written.error());
    if (*written) return 0;
    std::int64_t posted = 0;
    while (true) {
      const auto some = write_some();
      if (!some) return tl::unexpected(some.error());
      if (*some == 0) break;
      posted += *some;
    }
    if (auto noted = outbox_.note_written(region_, day_); !noted)
      return tl::unexpected(noted.error());
    return posted;
  }

 private:
  // The number that was posted; 0: nobody is left.
  Expected<std::int64_t> write_some() {
    const auto readers = outbox_.readers(region_, day_, limits::page_most);
    if (!readers) return tl::unexpected(readers.error());
    std::int64_t posted = 0;
    for (const DigestReader& reader : *readers) {
      const auto done = write_for(reader);
      if (!done) return tl::unexpected(done.error());
      if (*done) ++posted;
    }
    return posted;
  }

  Expected<bool> write_for(const DigestReader& reader) {
    auto page = house_.notices.page(region_, reader.person, 0, limits::digest_lines);
    if (!page) return tl::unexpected(page.error());
    const std::int64_t newest = page->items.empty() ? reader.after : page->items[0].entry.sequence;
    const bool more = page->next > 0 && page->items.back().entry.sequence > reader.after;
    std::erase_if(page->items,
                  [&](const Notice& notice) { return notice.entry.sequence <= reader.after; });
    if (page->items.empty()) return false;
    const Instant now = house_.clock.now();
    auto [subject, text] =
        digest_text(reader.name, page->items, more, plan_.address, Language::indonesian);
    return outbox_.post({{region_, uuid7(now, house_.randomness.ten_bytes()), reader.person,
                          reader.email, std::move(subject), std::move(text), now},
                         day_,
                         newest});
  }

  House& house_;
  Outbox& outbox_;
  const DigestPlan& plan_;
  RegionCode region_;
  Date day_;
};

}  // namespace

Expected<std::int64_t> write_digests(House& house, Outbox& outbox, const DigestPlan& plan) {
  // Before its hour, it is still the day before whose mail was due.
  const Date day = registry::day_of(house.clock.now() - std::chrono::hours(plan.hour));
  const auto regions = house.journal.regions();
  if (!regions) return tl::unexpected(regions.error());
  std::int64_t posted = 0;
  for (const RegionCode& region : *regions) {
    const auto some = DigestWriter(house, outbox, plan, region, day).run();
    if (!some) return tl::unexpected(some.error());
    posted += *some;
  }
  return posted;
}

}  // namespace jalur::app
