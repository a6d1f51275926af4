// For tests: the Workflow port in memory, on the years of the store in memory.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/claim_subject.h"
#include "app/fake_store.h"
#include "app/workflow.h"

namespace jalur::app {

class FakeWorkflow : public Workflow {
 public:
  explicit FakeWorkflow(FakeStore& store) : store_(store) {}

  Expected<CourseSaved> take_step(const CourseChange& change) override {
    return changed(change.key, [&](StoredYear& year) -> Expected<CourseSaved> {
      const auto place = place_in(year, change.submission);
      if (!place) return missing();
      auto next = registry::after(change.step, year.courses[*place], change.at);
      if (!next) return tl::unexpected(next.error());
      year.courses[*place] = *next;
      year.data.innovations[*place].state = next->state;
      log(change.key, change.by, "submission." + std::string(registry::word(change.step)),
          change.submission, change.at);
      Proceedings& kept = kept_[change.submission];
      if (change.step == registry::Step::hand_in) kept.handed_in = Signed{change.by, change.at};
      if (change.step == registry::Step::endorse) kept.endorsed = Signed{change.by, change.at};
      if (!change.reason.empty())
        kept.last_word = Proceedings::Word{change.reason, {change.by, change.at}};
      return CourseSaved{std::move(*next), year.revision + 1};
    });
  }

  Expected<RulingSaved> rule(const RulingChange& change) override {
    const auto revision = store_.claim_revision(change.submission, change.indicator);
    return changed(change.key, [&](StoredYear& year) -> Expected<RulingSaved> {
      const ClaimFound found = found_in(year, change.submission, change.indicator, revision);
      auto ruling = change.decide(found);
      if (!ruling) return tl::unexpected(ruling.error());
      if (ruling->verdict) note(year, change, *ruling, revision);
      if (ruling->outcome) {
        kept_[change.submission].objections[change.indicator].decision = ObjectionDecision{
            *ruling->outcome, ruling->verified, ruling->reason, {change.by, change.at}};
      }
      log(change.key, change.by, "claim.ruled", change.submission, change.at);
      return RulingSaved{std::move(*ruling), revision, year.revision + 1};
    });
  }

  Expected<ObjectionSaved> object(const ObjectionChange& change) override {
    const auto revision = store_.claim_revision(change.submission, change.indicator);
    return changed(change.key, [&](StoredYear& year) -> Expected<ObjectionSaved> {
      const auto right =
          change.check(found_in(year, change.submission, change.indicator, revision));
      if (!right) return tl::unexpected(right.error());
      const Objection made{revision, change.reason, {change.by, change.at}, std::nullopt};
      kept_[change.submission].objections[change.indicator] = made;
      log(change.key, change.by, "objection.made", change.submission, change.at);
      return ObjectionSaved{made, year.revision + 1};
    });
  }

  Expected<void> remark(const RemarkChange& change) override {
    records_[{change.submission, change.indicator}].remarks.push_back(change.remark);
    ++kept_[change.submission].remarks[change.indicator];
    return {};
  }

  Expected<registry::Calendar> change_calendar(const CalendarChange& change) override {
    return store_.change_year(change.key, [&](StoredYear& year) -> Expected<registry::Calendar> {
      auto edit = change.decide(year.calendar);
      if (!edit) return tl::unexpected(edit.error());
      year.calendar = edit->calendar;
      log(change.key, change.by, edit->action, "", change.at);
      return edit->calendar;
    });
  }

  Expected<Proceedings> proceedings(const RegionCode&, const std::string& submission) override {
    Proceedings found = kept_[submission];
    for (int number = 1; number < 40; ++number) {
      const auto id = *IndicatorId::parse(std::to_string(number));
      if (const auto revision = store_.claim_revision(submission, id); revision > 0)
        found.claim_revisions[id] = revision;
    }
    return found;
  }

  Expected<ClaimRecord> claim_record(const RegionCode&, const std::string& submission,
                                     IndicatorId indicator) override {
    return records_[{submission, indicator}];
  }

  Expected<std::vector<OpenObjection>> open_objections(const YearKey& key) override {
    const auto year = store_.year(key);
    if (!year) return tl::unexpected(year.error());
    std::vector<OpenObjection> open;
    for (const std::string& submission : year->submissions) {
      const Proceedings& kept = kept_[submission];
      for (const auto& [indicator, objection] : kept.objections) {
        if (objection.decision) continue;
        open.push_back({submission, indicator, objection, {}});
        if (const auto at = kept.verdicts.find(indicator); at != kept.verdicts.end())
          open.back().judge = at->second.given.by.person;
      }
    }
    return open;
  }

 private:
  template <class Change>
  auto changed(const YearKey& key, const Change& change)
      -> decltype(change(std::declval<StoredYear&>())) {
    return store_.change_year(
        key, [&](StoredYear& year) -> decltype(change(std::declval<StoredYear&>())) {
          const auto open =
              registry::check_may_change(year.calendar, {}, {}, registry::Hand::coordinator);
          if (!open) return tl::unexpected(open.error());
          return change(year);
        });
  }

  static tl::unexpected<Error> missing() {
    return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."});
  }

  ClaimFound found_in(const StoredYear& year, const std::string& submission, IndicatorId indicator,
                      std::int64_t revision) {
    const SubmissionRows rows = rows_of(year, place_in(year, submission));
    ClaimFound found{rows.levels, rows.verified, rows.course, revision, {}, {}};
    const Proceedings& kept = kept_[submission];
    if (const auto at = kept.verdicts.find(indicator); at != kept.verdicts.end())
      found.verdict = at->second;
    if (const auto at = kept.objections.find(indicator); at != kept.objections.end())
      found.objection = at->second;
    return found;
  }

  void note(StoredYear& year, const RulingChange& change, const Ruling& ruling,
            std::int64_t revision) {
    const auto place = place_in(year, change.submission);
    auto& verified =
        place ? year.data.innovations[*place].verified_levels : year.data.government_verified;
    if (!verified) verified.emplace();
    verified->set(change.indicator, ruling.verified);
    auto& course = place ? year.courses[*place] : year.government_course;
    constexpr std::array states{registry::ClaimState::accepted, registry::ClaimState::lowered,
                                registry::ClaimState::returned};
    course.marks.set(
        {change.indicator, states[static_cast<std::size_t>(*ruling.verdict)], change.at});
    auto& record = records_[{change.submission, change.indicator}];
    record.verdicts.push_back({static_cast<std::int64_t>(record.verdicts.size()) + 1,
                               revision,
                               *ruling.verdict,
                               ruling.verified,
                               ruling.reason,
                               {change.by, change.at}});
    kept_[change.submission].verdicts[change.indicator] = record.verdicts.back();
  }

  void log(const YearKey& key, const ledger::Actor& by, const std::string& action,
           const std::string& subject, Instant at) {
    store_.journal.append(key.region, {by, action, subject, subject, {}}, at);
  }

  FakeStore& store_;
  std::map<std::string, Proceedings> kept_;
  std::map<std::pair<std::string, IndicatorId>, ClaimRecord> records_;
};

}  // namespace jalur::app
