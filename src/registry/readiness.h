// What a submission still lacks, what each gap is worth, and what is due when.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/points.h"
#include "index/score.h"
#include "registry/calendar.h"
#include "registry/course.h"
#include "registry/stage.h"

namespace jalur::registry {

struct Gap {
  enum class Kind { mandatory_empty, words, stage, window, no_evidence, profile, returned };
  Kind kind = Kind::words;
  std::optional<IndicatorId> indicator;
  std::string field;  // of the profile
  Text text;
  Fraction worth;  // index points; 0: none by itself
};

// How many pieces of evidence each claim has.
using EvidenceCounts = std::map<IndicatorId, int>;

// What is known of a submission.
struct Dossier {
  const RegionYear& data;
  const Ruleset& ruleset;
  std::optional<std::size_t> innovation;  // place in `data`; nothing: the government's rows
  const Course& course;
  int words = 0;                             // of the design
  std::optional<EvidenceCounts> evidence;    // nothing: not known, so no gap of it is told
  std::vector<MissingField> missing_fields;  // of the profile
};

struct Readiness {
  int met = 0;  // of the checks
  int checks = 0;
  std::vector<Gap> gaps;  // most worth first
  // What the innovation adds to the claimed index once it is endorsed, in the window and of the
  // right stage; nothing: it counts already.
  std::optional<Fraction> worth_when_counted;
};
Readiness readiness_of(const Dossier& dossier);

enum class DueStep { hand_in, endorse, verify, answer, decide };
struct Due {
  DueStep step = DueStep::hand_in;
  std::optional<IndicatorId> indicator;
  Date on;
  bool overdue = false;
};

// Of a verdict or of the answer to one; nothing: nothing is due.
std::optional<Due> due_of(const ClaimStanding& claim, IndicatorId indicator, const Targets& targets,
                          Date today);
// Of the endorsement.
std::optional<Due> due_of(const Course& course, const Targets& targets, Date today);
Due due_of_objection(Instant made_at, IndicatorId indicator, const Targets& targets, Date today);

}  // namespace jalur::registry
