#include "app/allowed.h"
#include "app/use_cases.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

// Asked once per region, whose years follow each other.
class Sight {
 public:
  Sight(House& house, const accounts::Caller& caller) : house_(house), caller_(caller) {}

  Expected<bool> reaches(const RegionCode& region) {
    if (region_ == region) return sees_;
    const auto may = allowed(house_, caller_, accounts::Action::read_figures, region, "");
    if (!may && may.error().code == ErrorCode::unavailable) return tl::unexpected(may.error());
    region_ = region;
    sees_ = may.has_value();
    return sees_;
  }

 private:
  House& house_;
  const accounts::Caller& caller_;
  std::optional<RegionCode> region_;
  bool sees_ = false;
};

}  // namespace

Expected<std::vector<YearSummary>> visible_years(House& house, const accounts::Caller& caller,
                                                 std::optional<YearKey> after, int limit) {
  std::vector<YearSummary> found;
  Sight sight(house, caller);
  for (;;) {
    auto page = house.store.years(after, limits::page_most);
    if (!page) return tl::unexpected(page.error());
    for (YearSummary& summary : *page) {
      after = summary.key;
      const auto seen = sight.reaches(summary.key.region);
      if (!seen) return tl::unexpected(seen.error());
      if (*seen) found.push_back(std::move(summary));
      if (static_cast<int>(found.size()) == limit) return found;
    }
    if (static_cast<int>(page->size()) < limits::page_most) return found;
  }
}

}  // namespace jalur::app
