#include "registry/readiness.h"

#include <algorithm>

#include <fmt/format.h>

namespace jalur::registry {

namespace {

using Kind = Gap::Kind;

// The region's year as it would be if the innovation was assessed.
RegionYear with_counted(const RegionYear& data, std::size_t place, const Ruleset& ruleset) {
  RegionYear changed = data;
  Innovation& innovation = changed.innovations[place];
  innovation.state = SubmissionState::submitted;
  if (!ruleset.eligibility.stages.empty()) innovation.stage = ruleset.eligibility.stages.front();
  const int year = data.year + ruleset.eligibility.window_to_year;
  innovation.implemented_on = Date(std::chrono::year(year) / 12 / 31);
  return changed;
}

// The gaps of one submission, collected.
class Inspection {
 public:
  explicit Inspection(const Dossier& dossier) : dossier_(dossier) {
    figure_ = score(dossier.data, dossier.ruleset).claimed;
    if (dossier.innovation) weigh();
  }

  Readiness run() {
    if (innovation_ != nullptr) {
      words();
      stage_and_window();
    }
    for (const Indicator& indicator : dossier_.ruleset.indicators)
      if (indicator.aspect == aspect()) claim(indicator);
    for (const MissingField& field : dossier_.missing_fields) missing(field);
    std::stable_sort(found_.gaps.begin(), found_.gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.worth > b.worth; });
    return std::move(found_);
  }

 private:
  Aspect aspect() const { return innovation_ ? Aspect::innovation : Aspect::government; }

  void weigh() {
    innovation_ = &dossier_.data.innovations[*dossier_.innovation];
    Innovation submitted = *innovation_;
    submitted.state = SubmissionState::submitted;
    exclusion_ = exclusion_of(submitted, dossier_.data.year, dossier_.ruleset);
    if (innovation_->state == SubmissionState::submitted && !exclusion_) return;
    const Figure counted =
        score(with_counted(dossier_.data, *dossier_.innovation, dossier_.ruleset), dossier_.ruleset)
            .claimed;
    found_.worth_when_counted = counted.index - figure_.index;
    figure_ = counted;
  }

  void check(bool met, Gap gap) {
    ++found_.checks;
    if (met) {
      ++found_.met;
    } else {
      found_.gaps.push_back(std::move(gap));
    }
  }

  void words() {
    const int least = dossier_.ruleset.eligibility.minimum_words;
    check(dossier_.words >= least,
          {Kind::words,
           std::nullopt,
           "design",
           {fmt::format("Rancang bangun baru {} kata; aturan meminta sedikitnya {}", dossier_.words,
                        least),
            fmt::format("The design has {} words; the rules ask for at least {}", dossier_.words,
                        least)},
           {}});
  }

  void stage_and_window() {
    const bool of_stage = exclusion_ && exclusion_->reason == ExclusionReason::stage;
    const bool of_window = exclusion_ && exclusion_->reason == ExclusionReason::window;
    const Fraction worth = found_.worth_when_counted.value_or(Fraction{});
    const Text text = exclusion_ ? exclusion_->text : Text{};
    check(!of_stage, {Kind::stage, std::nullopt, "stage", text, worth});
    check(!of_window, {Kind::window, std::nullopt, "implemented_on", text, worth});
  }

  const Levels& levels() const {
    return innovation_ ? innovation_->levels : dossier_.data.government;
  }
  std::optional<Level> verified(IndicatorId id) const {
    const auto& found =
        innovation_ ? innovation_->verified_levels : dossier_.data.government_verified;
    return found ? found->find(id) : std::nullopt;
  }

  // Of that many levels of it.
  Fraction worth_of(const Indicator& indicator, int times) const {
    const auto one = next_level_effect(figure_, indicator, Level::none, true);
    return {one->numerator() * times, one->denominator()};
  }

  void claim(const Indicator& indicator) {
    const Level level = levels().at(indicator.id);
    const int height = number(level);
    if (indicator.mandatory) {
      check(height > 0, {Kind::mandatory_empty,
                         indicator.id,
                         "",
                         {"Indikator wajib masih kosong: " + indicator.name.id,
                          "This mandatory indicator is empty: " + indicator.name.en},
                         worth_of(indicator, 1)});
    }
    if (height == 0) return;
    evidence(indicator, height);
    const auto standing = standing_of(dossier_.course, indicator.id, level, verified(indicator.id));
    if (standing.state != ClaimState::returned) return;
    check(false, {Kind::returned,
                  indicator.id,
                  "",
                  {"Dikembalikan verifikator dan belum dijawab: " + indicator.name.id,
                   "Returned by the verifier and not answered: " + indicator.name.en},
                  worth_of(indicator, height)});
  }

  void evidence(const Indicator& indicator, int height) {
    if (!dossier_.evidence) return;
    const auto count = dossier_.evidence->find(indicator.id);
    check(count != dossier_.evidence->end() && count->second > 0,
          {Kind::no_evidence,
           indicator.id,
           "",
           {"Belum ada data dukung: " + indicator.name.id,
            "There is no evidence: " + indicator.name.en},
           worth_of(indicator, height)});
  }

  void missing(const MissingField& missed) {
    check(false, {Kind::profile, std::nullopt, missed.field, missed.text, {}});
  }

  const Dossier& dossier_;
  const Innovation* innovation_ = nullptr;
  std::optional<Exclusion> exclusion_;
  Figure figure_;  // as if it counted
  Readiness found_;
};

Due due(DueStep step, std::optional<IndicatorId> indicator, Instant since, int days, Date today) {
  const Date on = due_on(since, days);
  return {step, indicator, on, today > on};
}

}  // namespace

Readiness readiness_of(const Dossier& dossier) { return Inspection(dossier).run(); }

std::optional<Due> due_of(const ClaimStanding& claim, IndicatorId indicator, const Targets& targets,
                          Date today) {
  if (!claim.since) return std::nullopt;
  if (claim.state == ClaimState::waiting)
    return due(DueStep::verify, indicator, *claim.since, targets.verify, today);
  if (claim.state == ClaimState::returned)
    return due(DueStep::answer, indicator, *claim.since, targets.answer, today);
  return std::nullopt;
}

std::optional<Due> due_of(const Course& course, const Targets& targets, Date today) {
  if (!course.waits_for_endorsement()) return std::nullopt;
  return due(DueStep::endorse, std::nullopt, *course.handed_in_at, targets.endorse, today);
}

Due due_of_objection(Instant made_at, IndicatorId indicator, const Targets& targets, Date today) {
  return due(DueStep::decide, indicator, made_at, targets.decide, today);
}

}  // namespace jalur::registry
