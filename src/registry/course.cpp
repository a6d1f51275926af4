#include "registry/course.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "registry/calendar.h"

namespace jalur::registry {

namespace {

bool is_before(const ClaimMark& mark, IndicatorId indicator) { return mark.indicator < indicator; }

tl::unexpected<Error> conflict(Text text) { return fail(ErrorCode::conflict, std::move(text)); }

Course draft_of(const Course& course) {
  return {SubmissionState::draft, std::nullopt, std::nullopt, course.marks};
}

Expected<Course> hand_in(const Course& course, Instant at) {
  if (course.state != SubmissionState::draft)
    return conflict({"Hanya draf yang dapat diajukan.", "Only a draft can be handed in."});
  if (course.handed_in_at) {
    return conflict({"Sudah diajukan; menunggu pengesahan kepala unit.",
                     "It was handed in already; it waits for the head of the unit."});
  }
  return Course{SubmissionState::draft, at, std::nullopt, course.marks};
}

// Of what waits for endorsement, back to its operators.
Expected<Course> give_back(const Course& course) {
  if (course.waits_for_endorsement()) return draft_of(course);
  return conflict({"Tidak menunggu pengesahan, jadi tidak dapat dikembalikan.",
                   "It does not wait for endorsement, so it cannot be given back."});
}

Expected<Course> endorse(const Course& course, Instant at) {
  if (course.waits_for_endorsement())
    return Course{SubmissionState::submitted, course.handed_in_at, at, course.marks};
  if (course.state == SubmissionState::submitted)
    return conflict({"Sudah disahkan.", "It was endorsed already."});
  return conflict({"Belum diajukan; operator harus mengajukannya dulu.",
                   "It was not handed in; an operator must hand it in first."});
}

Expected<Course> with_state(const Course& course, SubmissionState state) {
  Course next = course;
  next.state = state;
  return next;
}

Expected<Course> withhold(const Course& course) {
  if (course.state == SubmissionState::draft || course.state == SubmissionState::submitted)
    return with_state(course, SubmissionState::withheld);
  return conflict({"Hanya draf atau yang sudah disahkan yang dapat ditahan.",
                   "Only a draft or what was endorsed can be withheld."});
}

Expected<Course> restore(const Course& course) {
  if (course.state == SubmissionState::rejected ||
      (course.state == SubmissionState::withheld && course.endorsed_at)) {
    return with_state(course, SubmissionState::submitted);
  }
  if (course.state == SubmissionState::withheld) {
    return conflict({"Belum pernah disahkan; jadikan draf dulu, lalu kepala unit mengesahkannya.",
                     "It was never endorsed; make it a draft, then the head of the unit endorses "
                     "it."});
  }
  return conflict({"Hanya yang ditahan atau ditolak yang dapat dipulihkan.",
                   "Only what is withheld or rejected can be restored."});
}

Expected<Course> reject(const Course& course) {
  if (course.state == SubmissionState::submitted)
    return with_state(course, SubmissionState::rejected);
  return conflict(
      {"Hanya yang sudah disahkan yang dapat ditolak.", "Only what was endorsed can be rejected."});
}

Expected<Course> reopen(const Course& course) {
  if (course.state != SubmissionState::draft || course.handed_in_at) return draft_of(course);
  return conflict({"Sudah berupa draf.", "It is a draft already."});
}

tl::unexpected<Error> wrong_level(const Text& text, std::optional<Level> level) {
  return fail(ErrorCode::invalid_input, text, "level",
              level ? std::to_string(number(*level)) : std::string());
}

Expected<Level> lowered_level(const VerdictGiven& given, Level claimed) {
  if (given.level && *given.level < claimed) return *given.level;
  const int most = number(claimed) - 1;
  return wrong_level({fmt::format("menurunkan harus ke parameter 0 sampai {}", most),
                      fmt::format("it must be lowered to a level of 0 to {}", most)},
                     given.level);
}

Expected<void> check_can_be_judged(const VerdictGiven& given, const ClaimNow& claim) {
  if (claim.state == ClaimState::empty || claim.state == ClaimState::claimed) {
    return conflict({"Klaim ini belum diajukan dan disahkan, jadi belum dapat diverifikasi.",
                     "This claim was not handed in and endorsed yet, so it cannot be verified."});
  }
  if (given.claim_revision == claim.revision) return {};
  return fail(ErrorCode::conflict,
              {"Klaim ini berubah sejak Anda melihatnya; muat ulang dan periksa lagi.",
               "The claim changed since you looked at it; load it again and look once more."},
              "claim_revision", std::to_string(given.claim_revision));
}

}  // namespace

const ClaimMark* ClaimMarks::find(IndicatorId indicator) const {
  const auto at = std::lower_bound(marks_.begin(), marks_.end(), indicator, is_before);
  return at != marks_.end() && at->indicator == indicator ? &*at : nullptr;
}

void ClaimMarks::set(const ClaimMark& mark) {
  const auto at = std::lower_bound(marks_.begin(), marks_.end(), mark.indicator, is_before);
  if (at != marks_.end() && at->indicator == mark.indicator) {
    *at = mark;
  } else {
    marks_.insert(at, mark);
  }
}

void ClaimMarks::erase(IndicatorId indicator) {
  const auto at = std::lower_bound(marks_.begin(), marks_.end(), indicator, is_before);
  if (at != marks_.end() && at->indicator == indicator) marks_.erase(at);
}

void ClaimMarks::claim_changed(IndicatorId indicator, Level level, Instant at) {
  if (level == Level::none) {
    erase(indicator);
  } else {
    set({indicator, ClaimState::waiting, at});
  }
}

ClaimStanding standing_of(const Course& course, IndicatorId indicator, Level claimed,
                          std::optional<Level> verified) {
  if (claimed == Level::none) return {ClaimState::empty, std::nullopt};
  if (course.state != SubmissionState::submitted) return {ClaimState::claimed, std::nullopt};
  const ClaimMark* mark = course.marks.find(indicator);
  if (mark != nullptr && mark->state == ClaimState::waiting)
    return {ClaimState::waiting, std::max(mark->since, course.endorsed_at.value_or(mark->since))};
  if (mark != nullptr) return {mark->state, mark->since};
  if (!verified) return {ClaimState::waiting, course.endorsed_at};
  return {*verified < claimed ? ClaimState::lowered : ClaimState::accepted, std::nullopt};
}

std::string_view word(Step step) {
  constexpr std::array<std::string_view, 8> words{"handed_in", "taken_back", "sent_back",
                                                  "endorsed",  "withheld",   "restored",
                                                  "rejected",  "reopened"};
  return words[static_cast<std::size_t>(step)];
}

Expected<Course> after(Step step, const Course& course, Instant at) {
  switch (step) {
    case Step::hand_in:
      return hand_in(course, at);
    case Step::take_back:
    case Step::send_back:
      return give_back(course);
    case Step::endorse:
      return endorse(course, at);
    case Step::withhold:
      return withhold(course);
    case Step::restore:
      return restore(course);
    case Step::reject:
      return reject(course);
    case Step::reopen:
      return reopen(course);
  }
  return course;
}

Step step_to(SubmissionState state) {
  switch (state) {
    case SubmissionState::withheld:
      return Step::withhold;
    case SubmissionState::submitted:
      return Step::restore;
    case SubmissionState::rejected:
      return Step::reject;
    case SubmissionState::draft:
      break;
  }
  return Step::reopen;
}

Expected<Level> verified_by(const VerdictGiven& given, const ClaimNow& claim) {
  if (const auto can = check_can_be_judged(given, claim); !can) return tl::unexpected(can.error());
  const bool corrects = claim.state != ClaimState::waiting;
  if (given.verdict != Verdict::accepted || corrects) {
    if (const auto told = check_reason(given.reason); !told) return tl::unexpected(told.error());
  }
  if (given.verdict == Verdict::lowered) return lowered_level(given, claim.claimed);
  const Level level = given.verdict == Verdict::accepted ? claim.claimed : Level::none;
  if (!given.level || *given.level == level) return level;
  return wrong_level({"parameter hanya diisi saat menurunkan", "a level is given only to lower"},
                     given.level);
}

std::optional<Level> still_verified(std::optional<Level> verified, Level claimed, ClaimEdit edit) {
  if (!verified) return std::nullopt;
  if (edit == ClaimEdit::evidence_removed) return Level::none;
  return std::min(*verified, claimed);
}

Expected<void> check_objection(const ClaimNow& claim, Instant found_at, int term_days, Date today) {
  if (claim.state != ClaimState::lowered && claim.state != ClaimState::returned) {
    return conflict({"Sanggah hanya terhadap klaim yang diturunkan atau dikembalikan.",
                     "Only a claim that was lowered or returned can be objected to."});
  }
  const Date last = due_on(found_at, term_days);
  if (today <= last) return {};
  return conflict({fmt::format("Masa sanggah berakhir {}.", to_string(last)),
                   fmt::format("The term for objections ended on {}.", to_string(last))});
}

Expected<Level> level_upheld(const ClaimNow& claim, std::int64_t objected_revision,
                             std::optional<Level> level) {
  const bool stands = claim.state == ClaimState::lowered || claim.state == ClaimState::returned;
  if (!stands || claim.revision != objected_revision) {
    return conflict(
        {"Klaim ini berubah sejak disanggah; verifikasilah yang baru dan tolak "
         "sanggahnya.",
         "The claim changed since the objection; verify the new one and reject the "
         "objection."});
  }
  const Level verified = claim.verified.value_or(Level::none);
  if (level && *level > verified && *level <= claim.claimed) return *level;
  const int least = number(verified) + 1;
  return wrong_level({fmt::format("harus parameter {} sampai {}", least, number(claim.claimed)),
                      fmt::format("it must be a level of {} to {}", least, number(claim.claimed))},
                     level);
}

}  // namespace jalur::registry
