#include "registry/validity.h"

#include <algorithm>

namespace jalur::registry {

namespace {

bool takes(const EvidenceRule& rule, std::string_view kind) {
  const auto& files = rule.files;
  // A picture is a picture: the rules know two formats, cameras a third.
  const auto has = [&](std::string_view word) {
    return std::find(files.begin(), files.end(), word) != files.end();
  };
  return has(kind) || (kind == "webp" && (has("jpg") || has("png")));
}

std::vector<std::string> kinds_of(const Indicator& indicator) {
  std::vector<std::string> kinds;
  for (const EvidenceRule& rule : indicator.evidence)
    for (const std::string& kind : rule.files)
      if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  return kinds;
}

void widen(Validity& validity, const EvidenceRule& rule, int year) {
  const int from = year + rule.year_from;
  const int to = year + rule.year_to;
  validity.from_year = validity.from_year ? std::min(*validity.from_year, from) : from;
  validity.to_year = validity.to_year ? std::max(*validity.to_year, to) : to;
}

// The last year whose window still reaches back to the date.
void count(Validity& validity, const EvidenceRule& rule, int year, int dated) {
  if (dated < year + rule.year_from || dated > year + rule.year_to) return;
  const int last = dated - rule.year_from;
  validity.last_year = validity.last_year ? std::max(*validity.last_year, last) : last;
}

}  // namespace

std::string_view word(Validity::State state) {
  switch (state) {
    case Validity::State::valid:
      return "valid";
    case Validity::State::outside:
      return "outside";
    case Validity::State::undated:
      return "undated";
    case Validity::State::kind_not_accepted:
      return "kind_not_accepted";
  }
  return "";
}

Validity validity_of(const Indicator& indicator, int year, std::string_view kind,
                     const std::optional<Date>& dated_on) {
  Validity validity;
  validity.accepted = kinds_of(indicator);
  if (indicator.evidence.empty()) return validity;
  bool taken = false;
  for (const EvidenceRule& rule : indicator.evidence) {
    if (!takes(rule, kind)) continue;
    taken = true;
    widen(validity, rule, year);
    if (dated_on) count(validity, rule, year, static_cast<int>(dated_on->year()));
  }
  if (!taken) {
    for (const EvidenceRule& rule : indicator.evidence) widen(validity, rule, year);
    validity.state = Validity::State::kind_not_accepted;
  } else if (!dated_on) {
    validity.state = Validity::State::undated;
  } else if (!validity.last_year) {
    validity.state = Validity::State::outside;
  }
  return validity;
}

std::vector<int> last_counted_dates(const Indicator& indicator, int year) {
  std::vector<int> dates;
  for (const EvidenceRule& rule : indicator.evidence) {
    const int dated = year + rule.year_from;
    if (std::find(dates.begin(), dates.end(), dated) == dates.end()) dates.push_back(dated);
  }
  return dates;
}

}  // namespace jalur::registry
