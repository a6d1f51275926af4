#include <fmt/format.h>

#include "app/use_cases.h"

namespace jalur::app {

namespace {

tl::unexpected<Error> not_signed(const RegionCode& region, const Text& why) {
  return fail(ErrorCode::conflict,
              {fmt::format("jejak daerah {} tidak ditandatangani: {}", region.str(), why.id),
               fmt::format("the log of region {} is not signed: {}", region.str(), why.en)},
              "region", region.str());
}

// The finished days of one region that lack a root.
class Closing {
 public:
  Closing(House& house, const RegionCode& region, Instant today)
      : house_(house), region_(region), today_(today) {}

  Expected<int> run() {
    if (auto ended = house_.journal.end_days_before(region_, today_); !ended) {
      return tl::unexpected(ended.error());
    }
    const auto newest = house_.journal.root(region_, std::nullopt);
    if (!newest) return tl::unexpected(newest.error());
    if (*newest &&
        !ledger::fits((*newest)->signature, signed_bytes(**newest), key().public_key())) {
      return not_signed(region_, {"hari sebelumnya ditandatangani dengan kunci lain",
                                  "the day before was signed with another key"});
    }
    if (auto read = read_behind(*newest); !read) return tl::unexpected(read.error());
    return keep_roots();
  }

 private:
  const ledger::SigningKey& key() const { return house_.ledger_key; }

  // Begins with the last entry that is signed, so that the first new one is held against it.
  Expected<void> read_behind(const std::optional<ledger::DayRoot>& newest) {
    if (newest) {
      last_ = newest->last;
      days_ = ledger::DayRoots(newest->root);
    }
    const auto read = house_.journal.read(region_, std::max<std::int64_t>(last_, 1),
                                          [&](const StoredEntry& each) {
                                            if (each.entry && each.sequence == last_) {
                                              check_ = ledger::ChainCheck(*each.entry);
                                              return true;
                                            }
                                            return add(each);
                                          });
    if (!read) return tl::unexpected(read.error());
    if (broken_) return not_signed(region_, broken_->text);
    return {};
  }

  bool add(const StoredEntry& stored) {
    if (last_ > check_.entries()) {
      broken_ = {last_,
                 {"catatan terakhir yang ditandatangani tidak ada",
                  "the last entry that was signed is missing"}};
      return false;
    }
    if (!stored.entry) {
      broken_ = ledger::unreadable_entry(stored.sequence, stored.unreadable);
      return false;
    }
    if (stored.entry->at >= today_) return false;
    broken_ = check_.add(*stored.entry);
    if (!broken_) days_.add(*stored.entry);
    return !broken_;
  }

  Expected<int> keep_roots() {
    int kept = 0;
    for (ledger::DayRoot& root : days_.all()) {
      root.signature = key().sign(signed_bytes(root));
      if (auto done = house_.journal.keep(root); !done) return tl::unexpected(done.error());
      ++kept;
    }
    return kept;
  }

  House& house_;
  RegionCode region_;
  Instant today_;
  std::int64_t last_ = 0;  // that is signed
  ledger::ChainCheck check_;
  ledger::DayRoots days_;
  std::optional<ledger::Break> broken_;
};

}  // namespace

Expected<int> close_days(House& house) {
  const auto regions = house.journal.regions();
  if (!regions) return tl::unexpected(regions.error());
  const Instant today = std::chrono::floor<std::chrono::days>(house.clock.now());
  int kept = 0;
  Problems problems;
  for (const RegionCode& region : *regions) {
    const auto closed = Closing(house, region, today).run();
    if (closed) {
      kept += *closed;
    } else if (closed.error().code == ErrorCode::conflict) {
      const Problem& problem = closed.error().problems.front();
      problems.add(problem.field, problem.value, problem.text);
    } else {
      return closed;
    }
  }
  if (problems.none()) return kept;
  return std::move(problems).as_error(ErrorCode::conflict);
}

}  // namespace jalur::app
