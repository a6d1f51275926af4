#include "registry/course.h"

#include <map>

#include <gmock/gmock.h>

namespace jalur::registry {

namespace {

using testing::HasSubstr;
using enum SubmissionState;

Instant at(const char* text) { return *parse_instant(text); }
const Instant monday = at("2026-11-23T02:00:00.000Z");
const Instant tuesday = at("2026-11-24T02:00:00.000Z");
const Instant friday = at("2026-11-27T02:00:00.000Z");

IndicatorId row(const char* id) { return *IndicatorId::parse(id); }

// The places where a submission can stand, in the users' words.
const std::map<std::string, Course> places{
    {"draft", {draft, {}, {}, {}}},
    {"waits for the head", {draft, monday, {}, {}}},
    {"endorsed", {submitted, monday, tuesday, {}}},
    {"rejected", {rejected, monday, tuesday, {}}},
    {"withheld draft", {withheld, {}, {}, {}}},
    {"withheld waiting", {withheld, monday, {}, {}}},
    {"withheld endorsed", {withheld, monday, tuesday, {}}},
};

std::string place_of(const Course& course) {
  for (const auto& [name, known] : places)
    if (known == course) return name;
  return "nowhere";
}

struct Move {
  const char* from;
  Step step;
  const char* to;
};

template <class Value>
std::string said(const Expected<Value>& outcome) {
  return outcome ? "" : outcome.error().problems.front().text.en;
}

ClaimNow claim(ClaimState state, int claimed, std::optional<int> verified) {
  ClaimNow now{*level_of(claimed), std::nullopt, state, 4};
  if (verified) now.verified = level_of(*verified);
  return now;
}

VerdictGiven verdict(Verdict given, std::optional<int> level, std::string reason = "",
                     std::int64_t revision = 4) {
  VerdictGiven made{given, std::nullopt, std::move(reason), revision};
  if (level) made.level = level_of(*level);
  return made;
}

const char* const because = "SK belum ditandatangani";

}  // namespace

TEST(Course, TheseStepsAreAllThereAre) {
  const std::vector<Move> moves{
      {"draft", Step::hand_in, "waits for the head"},
      {"waits for the head", Step::take_back, "draft"},
      {"waits for the head", Step::send_back, "draft"},
      {"waits for the head", Step::endorse, "endorsed"},
      {"draft", Step::withhold, "withheld draft"},
      {"waits for the head", Step::withhold, "withheld waiting"},
      {"endorsed", Step::withhold, "withheld endorsed"},
      {"withheld endorsed", Step::restore, "endorsed"},
      {"rejected", Step::restore, "endorsed"},
      {"endorsed", Step::reject, "rejected"},
      {"waits for the head", Step::reopen, "draft"},
      {"endorsed", Step::reopen, "draft"},
      {"rejected", Step::reopen, "draft"},
      {"withheld draft", Step::reopen, "draft"},
      {"withheld waiting", Step::reopen, "draft"},
      {"withheld endorsed", Step::reopen, "draft"},
  };
  std::size_t allowed = 0;
  for (const auto& [from, course] : places) {
    for (int i = 0; i < 8; ++i) {
      const auto step = static_cast<Step>(i);
      const auto next = after(step, course, step == Step::endorse ? tuesday : monday);
      const auto move = std::find_if(moves.begin(), moves.end(), [&](const Move& each) {
        return each.from == from && each.step == step;
      });
      EXPECT_EQ(next.has_value(), move != moves.end()) << from << ": " << word(step);
      if (!next) {
        EXPECT_EQ(next.error().code, ErrorCode::conflict);
        continue;
      }
      if (move == moves.end()) continue;
      EXPECT_EQ(place_of(*next), move->to) << from << ": " << word(step);
      ++allowed;
    }
  }
  EXPECT_EQ(allowed, moves.size());
}

TEST(Course, MarksOfClaimsOutliveEveryStep) {
  Course course = places.at("endorsed");
  course.marks.set({row("16"), ClaimState::returned, friday});
  const Course again = *after(Step::reopen, course, friday);
  EXPECT_EQ(again.marks, course.marks);
}

TEST(Claim, StandsAsItsSubmissionItsLevelsAndItsMarkTell) {
  Course course = places.at("endorsed");
  const auto standing = [&](int claimed, std::optional<int> verified) {
    return standing_of(course, row("16"), *level_of(claimed),
                       verified ? level_of(*verified) : std::nullopt);
  };
  EXPECT_EQ(standing(0, std::nullopt).state, ClaimState::empty);
  EXPECT_EQ(standing(2, std::nullopt).state, ClaimState::waiting);
  EXPECT_EQ(standing(2, std::nullopt).since, tuesday);    // when it was endorsed
  EXPECT_EQ(standing(2, 2).state, ClaimState::accepted);  // by a file
  EXPECT_EQ(standing(2, 1).state, ClaimState::lowered);
  course.marks.set({row("16"), ClaimState::returned, friday});
  EXPECT_EQ(standing(2, 0).state, ClaimState::returned);
  EXPECT_EQ(standing(2, 0).since, friday);
  EXPECT_EQ(standing(0, 0).state, ClaimState::empty);
  course.marks.claim_changed(row("16"), Level::two, monday);  // while it was a draft
  EXPECT_EQ(standing(2, 0).state, ClaimState::waiting);
  EXPECT_EQ(standing(2, 0).since, tuesday);
  course.state = withheld;
  EXPECT_EQ(standing(2, 0).state, ClaimState::claimed);
  EXPECT_EQ(standing(0, 0).state, ClaimState::empty);
}

TEST(Claim, AtLevelZeroNothingWaits) {
  ClaimMarks marks;
  marks.claim_changed(row("17"), Level::one, monday);
  marks.claim_changed(row("16"), Level::one, monday);
  EXPECT_EQ(marks.begin()->indicator, row("16"));
  marks.claim_changed(row("16"), Level::none, tuesday);
  EXPECT_EQ(marks.find(row("16")), nullptr);
  EXPECT_NE(marks.find(row("17")), nullptr);
}

TEST(Verdict, AcceptsLowersOrReturns) {
  const ClaimNow waiting = claim(ClaimState::waiting, 3, 1);
  EXPECT_EQ(verified_by(verdict(Verdict::accepted, std::nullopt), waiting), Level::three);
  EXPECT_EQ(verified_by(verdict(Verdict::accepted, 3), waiting), Level::three);
  EXPECT_EQ(verified_by(verdict(Verdict::lowered, 2, because), waiting), Level::two);
  EXPECT_EQ(verified_by(verdict(Verdict::lowered, 0, because), waiting), Level::none);
  EXPECT_EQ(verified_by(verdict(Verdict::returned, std::nullopt, because), waiting), Level::none);
}

TEST(Verdict, ALowerLevelIsBelowTheClaimedOneAndGivenOnlyToLower) {
  const ClaimNow waiting = claim(ClaimState::waiting, 2, std::nullopt);
  EXPECT_THAT(said(verified_by(verdict(Verdict::lowered, 2, because), waiting)),
              HasSubstr("a level of 0 to 1"));
  EXPECT_NE(said(verified_by(verdict(Verdict::lowered, std::nullopt, because), waiting)), "");
  EXPECT_NE(said(verified_by(verdict(Verdict::accepted, 1), waiting)), "");
  EXPECT_NE(said(verified_by(verdict(Verdict::returned, 1, because), waiting)), "");
}

TEST(Verdict, AReasonIsCompulsoryExceptForAcceptingWhatWaits) {
  const ClaimNow waiting = claim(ClaimState::waiting, 2, std::nullopt);
  EXPECT_EQ(verified_by(verdict(Verdict::lowered, 1, "tidak"), waiting).error().problems[0].field,
            "reason");
  EXPECT_FALSE(verified_by(verdict(Verdict::returned, std::nullopt), waiting));
  const ClaimNow decided = claim(ClaimState::returned, 2, 0);  // a verdict is corrected
  EXPECT_FALSE(verified_by(verdict(Verdict::accepted, std::nullopt), decided));
  EXPECT_TRUE(verified_by(verdict(Verdict::accepted, std::nullopt, because), decided));
}

TEST(Verdict, OnSomethingElseThanWasLookedAtIsRefused) {
  const auto stale =
      verified_by(verdict(Verdict::accepted, {}, "", 3), claim(ClaimState::waiting, 2, {}));
  EXPECT_EQ(stale.error().code, ErrorCode::conflict);
  EXPECT_THAT(said(stale), HasSubstr("changed since you looked at it"));
  for (const ClaimState state : {ClaimState::empty, ClaimState::claimed}) {
    EXPECT_EQ(verified_by(verdict(Verdict::accepted, {}), claim(state, 2, {})).error().code,
              ErrorCode::conflict);
  }
}

TEST(ChangedClaim, KeepsWhatWasVerifiedUpToWhatIsClaimed) {
  EXPECT_EQ(still_verified(Level::two, Level::three, ClaimEdit::level), Level::two);
  EXPECT_EQ(still_verified(Level::two, Level::one, ClaimEdit::level), Level::one);
  EXPECT_EQ(still_verified(std::nullopt, Level::one, ClaimEdit::level), std::nullopt);
  EXPECT_EQ(still_verified(Level::two, Level::two, ClaimEdit::evidence_added), Level::two);
  EXPECT_EQ(still_verified(Level::two, Level::two, ClaimEdit::evidence_removed), Level::none);
}

TEST(Objection, IsAgainstWhatWasLoweredOrReturnedWithinItsTerm) {
  const auto on = [](ClaimState state, const char* today) {
    return said(check_objection(claim(state, 3, 1), monday, 14, *parse_date(today)));
  };
  EXPECT_EQ(on(ClaimState::lowered, "2026-12-07"), "");
  EXPECT_EQ(on(ClaimState::returned, "2026-12-07"), "");
  EXPECT_THAT(on(ClaimState::lowered, "2026-12-08"), HasSubstr("ended on 2026-12-07"));
  for (const ClaimState state : {ClaimState::accepted, ClaimState::waiting, ClaimState::empty})
    EXPECT_NE(on(state, "2026-11-24"), "");
}

TEST(Objection, UpheldRaisesWhatIsVerified) {
  const ClaimNow lowered = claim(ClaimState::lowered, 3, 1);
  EXPECT_EQ(level_upheld(lowered, 4, Level::two), Level::two);
  EXPECT_EQ(level_upheld(lowered, 4, Level::three), Level::three);
  for (const auto wrong : {std::optional(Level::one), std::optional<Level>{}})
    EXPECT_THAT(said(level_upheld(lowered, 4, wrong)), HasSubstr("a level of 2 to 3"));
  EXPECT_EQ(level_upheld(lowered, 3, Level::two).error().code, ErrorCode::conflict);
  EXPECT_EQ(level_upheld(claim(ClaimState::waiting, 3, 1), 4, Level::two).error().code,
            ErrorCode::conflict);
}

}  // namespace jalur::registry
