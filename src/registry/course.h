// How far a submission has come, and each of its claims: what may follow what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "index/region_year.h"

namespace jalur::registry {

enum class ClaimState : std::uint8_t {
  empty,    // level 0
  claimed,  // not submitted yet
  waiting,  // for a verdict on what is claimed now
  accepted,
  lowered,
  returned,  // verified as 0 until it is answered and verified again
};

// carried: made by the program when a claim changed and a lower verified level stays; imported:
// came with a file. Neither of the two is a verdict.
enum class Verdict : std::uint8_t { accepted, lowered, returned, carried, imported };

// What happened to a claim last, after it was handed in: waiting, accepted, lowered or returned.
struct ClaimMark {
  IndicatorId indicator;
  ClaimState state = ClaimState::waiting;
  Instant since;
  bool operator==(const ClaimMark&) const = default;
};

// By indicator, kept sorted. Claims without a mark stand as their levels tell.
class ClaimMarks {
 public:
  const ClaimMark* find(IndicatorId indicator) const;  // nullptr: no mark
  void set(const ClaimMark& mark);
  void erase(IndicatorId indicator);
  // The claim was changed: it waits again; at level 0 there is nothing to wait for.
  void claim_changed(IndicatorId indicator, Level level, Instant at);

  bool empty() const { return marks_.empty(); }
  auto begin() const { return marks_.begin(); }
  auto end() const { return marks_.end(); }
  bool operator==(const ClaimMarks&) const = default;

 private:
  std::vector<ClaimMark> marks_;
};

// draft with handed_in_at: waits for the head of the unit.
struct Course {
  SubmissionState state = SubmissionState::draft;
  std::optional<Instant> handed_in_at;
  std::optional<Instant> endorsed_at;
  ClaimMarks marks;

  bool waits_for_endorsement() const {
    return state == SubmissionState::draft && handed_in_at.has_value();
  }
  bool operator==(const Course&) const = default;
};

struct ClaimStanding {
  ClaimState state = ClaimState::empty;
  std::optional<Instant> since;  // nothing: empty, claimed, or verified by a file
};
ClaimStanding standing_of(const Course& course, IndicatorId indicator, Level claimed,
                          std::optional<Level> verified);

// What is done with a whole submission: the first two by its operators, the next two by the head
// of the unit, the rest by the coordinator.
enum class Step { hand_in, take_back, send_back, endorse, withhold, restore, reject, reopen };
std::string_view word(Step step);  // "handed_in", as the log calls it

// The submission after the step. Errors: conflict, with what would be right.
Expected<Course> after(Step step, const Course& course, Instant at);
// The coordinator's step that leads to this state.
Step step_to(SubmissionState state);

// A claim as it stands when somebody wants to judge it.
struct ClaimNow {
  Level claimed = Level::none;
  std::optional<Level> verified;
  ClaimState state = ClaimState::empty;
  std::int64_t revision = 0;
};

struct VerdictGiven {
  Verdict verdict = Verdict::accepted;
  std::optional<Level> level;  // for lowered
  std::string reason;          // may be empty for accepted
  std::int64_t claim_revision = 0;
};

// The level that is verified by the verdict. Errors: invalid_input (level, reason), conflict (the
// claim changed since, or there is nothing to judge).
Expected<Level> verified_by(const VerdictGiven& given, const ClaimNow& claim);

enum class ClaimEdit { level, evidence_added, evidence_removed };
// What stays verified when a claim is changed: never more than is claimed, and nothing of what
// rested on evidence that is gone. Nothing: it was not verified before either.
std::optional<Level> still_verified(std::optional<Level> verified, Level claimed, ClaimEdit edit);

enum class Outcome { upheld, rejected };

// Whether a unit may object to what was found on `found_at`. Errors: conflict.
Expected<void> check_objection(const ClaimNow& claim, Instant found_at, int term_days, Date today);

// The level that is verified when an objection is upheld. Errors: invalid_input, conflict (the
// claim changed since).
Expected<Level> level_upheld(const ClaimNow& claim, std::int64_t objected_revision,
                             std::optional<Level> level);

}  // namespace jalur::registry
