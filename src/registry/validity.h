// Whether a piece of evidence counts for an indicator in an assessment year.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "index/ruleset.h"

namespace jalur::registry {

struct Validity {
  enum class State {
    valid,
    outside,            // its date lies outside the window
    undated,            // no date is told
    kind_not_accepted,  // the indicator takes other kinds of file
  };
  State state = State::valid;
  // The years of the document's date that the indicator asks, over all its rules that take this
  // kind of file (or all its rules, when none does); nothing: it asks none.
  std::optional<int> from_year;
  std::optional<int> to_year;
  // The last assessment year in which it counts under these rules; nothing: it does not count.
  std::optional<int> last_year;
  std::vector<std::string> accepted;  // kinds that the indicator takes, each once

  bool operator==(const Validity&) const = default;
};

std::string_view word(Validity::State state);  // "valid", ...

// `kind`: "pdf", ..., or "link". `year`: of the data, not of the rules.
Validity validity_of(const Indicator& indicator, int year, std::string_view kind,
                     const std::optional<Date>& dated_on);

// Years of a document's date such that `year` is the last in which it counts for the indicator, by
// any of its rules.
std::vector<int> last_counted_dates(const Indicator& indicator, int year);

}  // namespace jalur::registry
