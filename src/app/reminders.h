// The port to what people are reminded of.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"

namespace jalur::app {

struct Reminder {
  std::string kind;        // "finish", "endorse", "answer", "verify"
  std::string submission;  // id
  std::string name;        // of the innovation or of the region, for the log
  std::string indicator;   // empty: the submission as a whole
  Date due;                // last day on which it is in time
  int level = 1;           // 1 to 3; the last one reaches those above
  std::vector<std::pair<std::string, std::string>> details;  // further ones for the log
};

// Every call is one transaction. Calls may come from any thread. Errors: unavailable.
class Reminders {
 public:
  virtual ~Reminders() = default;

  // Each reminder goes into the log once for its kind, submission, indicator, due day and level;
  // gives the number of those that were new.
  virtual Expected<std::int64_t> remind(const RegionCode& region,
                                        const std::vector<Reminder>& reminders, Instant at) = 0;
};

}  // namespace jalur::app
