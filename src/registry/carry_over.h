// What an innovation keeps when it is carried over into another year, and what must be renewed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "index/ruleset.h"

namespace jalur::registry {

struct CarriedLevel {
  const Indicator* indicator = nullptr;  // of the new ruleset
  Level level = Level::none;             // as claimed before
  Level starts_at = Level::none;
  std::optional<Text> reason;  // why it starts lower
};

// A level is kept where its words are the same under both rulesets. Every innovation indicator of
// the new one, in order.
std::vector<CarriedLevel> carried_levels(const Levels& levels, const Ruleset& from,
                                         const Ruleset& to);

struct AttachedEvidence {
  std::string id;
  std::string title;
  IndicatorId indicator;
  std::optional<Date> dated;  // of the document
};

struct CarriedEvidence {
  AttachedEvidence evidence;
  std::optional<Text> renewal;  // why it must be renewed; nothing: it still counts
};

// Whether the document lies in the years that the indicator accepts.
std::vector<CarriedEvidence> carried_evidence(const std::vector<AttachedEvidence>& attached,
                                              const Ruleset& to, int to_year);

}  // namespace jalur::registry
