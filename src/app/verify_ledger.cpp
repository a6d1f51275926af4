#include "app/use_cases.h"

namespace jalur::app {

namespace {

constexpr std::int64_t progress_step = 1'000;  // entries between two calls of the progress bar

// What is found while the entries come, until the first that is wrong.
class Verification {
 public:
  explicit Verification(const ledger::PublicKey& key) { finding_.key = key; }

  bool add(const StoredEntry& stored) {
    if (!stored.entry) {
      finding_.broken = ledger::unreadable_entry(stored.sequence, stored.unreadable);
      return false;
    }
    finding_.broken = check_.add(*stored.entry);
    if (finding_.broken) return false;
    days_.add(*stored.entry);
    return true;
  }

  std::int64_t entries() const { return check_.entries(); }

  LedgerFinding finding(const LedgerState& state) && {
    finding_.entries = check_.entries();
    if (check_.entries() > 0) finding_.head = check_.hash();
    if (!finding_.broken) finding_.broken = check_.compare(state.head);
    if (!finding_.broken) compare_roots(state.roots);
    return std::move(finding_);
  }

 private:
  void compare_roots(const std::vector<StoredRoot>& stored) {
    std::vector<ledger::DayRoot> roots;
    for (const StoredRoot& each : stored) {
      if (!each.root) {
        finding_.broken = ledger::unreadable_root(each.first, each.day);
        return;
      }
      roots.push_back(*each.root);
    }
    finding_.broken = ledger::compare_roots(days_.all(), roots, finding_.key);
    finding_.roots = static_cast<int>(roots.size());
  }

  ledger::ChainCheck check_;
  ledger::DayRoots days_;
  LedgerFinding finding_;
};

}  // namespace

Expected<LedgerFinding> verify_ledger(Journal& journal, const RegionCode& region,
                                      const ledger::PublicKey& key, const Progress& progress) {
  const auto head = journal.head(region);
  if (!head) return tl::unexpected(head.error());
  const std::int64_t total = *head ? (*head)->sequence : 0;
  Verification verification(key);
  const auto state = journal.read(region, 1, [&](const StoredEntry& stored) {
    const bool go_on = verification.add(stored);
    if (progress && verification.entries() % progress_step == 0) {
      progress(verification.entries(), total);
    }
    return go_on;
  });
  if (!state) return tl::unexpected(state.error());
  return std::move(verification).finding(*state);
}

}  // namespace jalur::app
