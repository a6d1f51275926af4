#include "registry/stage.h"

#include <algorithm>

#include <fmt/format.h>

namespace jalur::registry {

namespace {

class StepCheck {
 public:
  StepCheck(const Profile& profile, const StageSteps& steps, const StageStep& step, Date today)
      : profile_(profile), steps_(steps), step_(step), today_(today) {}

  Expected<void> forward() {
    reason();
    begin();
    if (step_.decree)
      decree(*step_.decree);
    else
      problems_.add("decree", "",
                    {"langkah ini memerlukan naskah penetapan: jenis, nomor, tanggal, tentang",
                     "this step asks for a decree: kind, number, date, title"});
    return done();
  }

  Expected<void> back() {
    reason();
    if (step_.on || step_.decree)
      problems_.add(step_.on ? "on" : "decree", "",
                    {"langkah mundur tidak memakai tanggal dan naskah; cukup alasannya",
                     "a step back takes no date and no decree; the reason is enough"});
    return done();
  }

 private:
  Expected<void> done() {
    if (problems_.none()) return {};
    return std::move(problems_).as_error();
  }

  void reason() {
    if (step_.reason.empty())
      problems_.add("reason", "", {"alasan harus diisi", "a reason is needed"});
  }

  void begin() {
    if (!step_.on) {
      problems_.add(
          "on", "",
          {"tanggal mulai tahap ini harus diisi", "the date at which this stage began is needed"});
      return;
    }
    not_after_today("on", *step_.on);
    const bool applies = step_.to == Stage::implementation && profile_.trial_on;
    if (applies && *step_.on < *profile_.trial_on)
      problems_.add(
          "on", to_string(*step_.on),
          {"penerapan tidak boleh sebelum uji coba pada " + to_string(*profile_.trial_on),
           "implementation cannot precede the trial of " + to_string(*profile_.trial_on)});
  }

  void decree(const Decree& decree) {
    const auto kinds = decrees_for(step_.to);
    if (std::find(kinds.begin(), kinds.end(), decree.kind) == kinds.end())
      problems_.add("decree.kind", decree.kind,
                    {fmt::format("harus salah satu dari: {}", fmt::join(kinds, ", ")),
                     fmt::format("it must be one of: {}", fmt::join(kinds, ", "))});
    if (decree.number.empty())
      problems_.add("decree.number", "", {"nomor harus diisi", "the number is needed"});
    if (decree.title.empty())
      problems_.add("decree.title", "", {"tentang harus diisi", "the title is needed"});
    not_after_today("decree.date", decree.date);
    const Decree* trial = decree_of(Stage::trial, steps_);
    if (step_.to == Stage::implementation && trial != nullptr && decree.date < trial->date)
      problems_.add("decree.date", to_string(decree.date),
                    {"harus tidak sebelum keputusan uji coba " + to_string(trial->date),
                     "it must not precede the decision on the trial, " + to_string(trial->date)});
  }

  void not_after_today(const char* field, const Date& date) {
    if (date <= today_) return;
    problems_.add(field, to_string(date), {"tanggal ini belum tiba", "this date is still to come"});
  }

  const Profile& profile_;
  const StageSteps& steps_;
  const StageStep& step_;
  Date today_;
  Problems problems_;
};

tl::unexpected<Error> cannot_reach(const Profile& profile) {
  const bool last = profile.stage == Stage::implementation;
  return fail(ErrorCode::conflict,
              last ? Text{"Inovasi ini sudah pada tahap terakhir, penerapan.",
                          "This innovation is at the last stage, implementation."}
                   : Text{"Tahap maju satu demi satu: inisiatif, uji coba, penerapan.",
                          "Stages follow one by one: initiative, trial, implementation."},
              "to");
}

}  // namespace

std::vector<std::string> decrees_for(Stage stage) {
  switch (stage) {
    case Stage::initiative:
      return {};
    case Stage::trial:
      return {"head_decision"};
    case Stage::implementation:
      return {"head_regulation", "regional_regulation", "head_decision"};
  }
  return {};
}

std::optional<Stage> next_after(Stage stage) {
  if (stage == Stage::initiative) return Stage::trial;
  if (stage == Stage::trial) return Stage::implementation;
  return std::nullopt;
}

const Decree* decree_of(Stage stage, const StageSteps& steps) {
  const Decree* found = nullptr;
  for (const StageStep& step : steps) {
    if (step.to < stage) found = nullptr;
    if (step.to == stage && step.decree) found = &*step.decree;
  }
  return found;
}

Expected<void> check_step(const Profile& profile, const StageSteps& steps, const StageStep& step,
                          StepBack back, Date today) {
  StepCheck check(profile, steps, step, today);
  if (step.to < profile.stage) {
    if (back == StepBack::allowed) return check.back();
    return fail(ErrorCode::forbidden,
                {"Tahap hanya dapat dimundurkan oleh koordinator, dengan alasan.",
                 "Only the coordinator can set a stage back, with a reason."},
                "to");
  }
  const bool next = next_after(profile.stage) == step.to;
  const bool told_later = step.to == profile.stage && !decrees_for(step.to).empty() &&
                          decree_of(step.to, steps) == nullptr;
  if (next || told_later) return check.forward();
  return cannot_reach(profile);
}

Profile after_step(Profile profile, const StageStep& step) {
  profile.stage = step.to;
  if (step.on && step.to == Stage::trial) profile.trial_on = step.on;
  if (step.on && step.to == Stage::implementation) profile.implemented_on = step.on;
  if (profile.stage < Stage::implementation) {
    profile.implemented_on.reset();
    profile.developed_on.reset();
  }
  if (profile.stage < Stage::trial) profile.trial_on.reset();
  return profile;
}

std::vector<MissingField> missing_fields(const Profile& profile, const StageSteps& steps,
                                         const Ruleset& ruleset) {
  std::vector<MissingField> missing;
  const auto need = [&](bool there, const char* field, Text text) {
    if (!there) missing.push_back({field, std::move(text)});
  };
  const int words = words_of(profile);
  const int least = ruleset.eligibility.minimum_words;
  need(!profile.initiator.empty(), "initiator", {"inisiator belum diisi", "no initiator yet"});
  need(profile.digital.has_value(), "digital",
       {"jenis belum diisi: digital atau non digital", "digital or not is not told yet"});
  need(!profile.form.empty(), "form", {"bentuk belum diisi", "no form yet"});
  need(words >= least, "design",
       {fmt::format("rancang bangun {} kata; paling sedikit {}", words, least),
        fmt::format("the design has {} words; at least {}", words, least)});
  need(!profile.aims.empty(), "aims", {"tujuan belum diisi", "no aims yet"});
  need(!profile.benefits.empty(), "benefits", {"manfaat belum diisi", "no benefits yet"});
  if (profile.stage >= Stage::trial)
    need(profile.trial_on.has_value(), "trial_on",
         {"tanggal uji coba belum diisi", "the date of the trial is missing"});
  if (profile.stage == Stage::implementation) {
    need(profile.implemented_on.has_value(), "implemented_on",
         {"tanggal penerapan belum diisi", "the date of implementation is missing"});
    need(!profile.results.empty(), "results", {"hasil belum diisi", "no results yet"});
  }
  need(profile.stage == Stage::initiative || decree_of(profile.stage, steps) != nullptr, "decree",
       {"naskah penetapan tahap ini belum dicatat", "the decree of this stage is not on record"});
  return missing;
}

}  // namespace jalur::registry
