#include "ledger/day_root.h"

namespace jalur::ledger {

Date day_of(Instant at) { return Date(std::chrono::floor<std::chrono::days>(at)); }

std::string signed_bytes(const DayRoot& root) {
  Encoding encoding("jalur.ledger-root/1");
  encoding.text(root.region.str()).text(to_string(root.day));
  encoding.number(root.first).number(root.count());
  encoding.digest(root.root).digest(root.previous_root);
  return encoding.bytes();
}

void DayRoots::add(const Entry& entry) {
  const Date day = day_of(entry.at);
  if (open_.first != 0 && day != open_.day) {
    finished_.push_back(open_root());
    previous_root_ = finished_.back().root;
    open_.first = 0;
    tree_ = {};
  }
  if (open_.first == 0) {
    open_.region = entry.region;
    open_.day = day;
    open_.first = entry.sequence;
  }
  open_.last = entry.sequence;
  tree_.add(entry.hash);
}

DayRoot DayRoots::open_root() const {
  DayRoot root = open_;
  root.root = tree_.root();
  root.previous_root = previous_root_;
  return root;
}

std::vector<DayRoot> DayRoots::all() const {
  std::vector<DayRoot> roots = finished_;
  if (open_.first != 0) roots.push_back(open_root());
  return roots;
}

}  // namespace jalur::ledger
