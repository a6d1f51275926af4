#include "app/rulings.h"

#include "app/allowed.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

using registry::ClaimState;
using registry::Verdict;

ClaimState state_of(Verdict verdict) {
  if (verdict == Verdict::accepted) return ClaimState::accepted;
  return verdict == Verdict::returned ? ClaimState::returned : ClaimState::lowered;
}

struct Applied {
  std::string submission;
  IndicatorId indicator;
  Ruling ruling;
  Instant at;

  // The ruling as the year in memory takes it.
  void operator()(StoredYear& year) const {
    if (!ruling.verdict) return;
    const auto place = place_in(year, submission);
    auto& verified =
        place ? year.data.innovations[*place].verified_levels : year.data.government_verified;
    if (!verified) verified.emplace();
    verified->set(indicator, ruling.verified);
    auto& course = place ? year.courses.at(*place) : year.government_course;
    course.marks.set({indicator, state_of(*ruling.verdict), at});
  }
};

}  // namespace

registry::ClaimNow claim_now(const ClaimFound& found, IndicatorId indicator) {
  const Level claimed = found.levels.at(indicator);
  const auto verified = found.verified ? found.verified->find(indicator) : std::nullopt;
  return {claimed, verified,
          registry::standing_of(found.course, indicator, claimed, verified).state,
          found.claim_revision};
}

Maturity maturity_with(const ClaimFound& found, const ClaimSubject& subject, Level verified) {
  Levels levels = found.verified.value_or(Levels{});
  levels.set(subject.indicator->id, verified);
  return maturity_of(found.levels, levels, *subject.ruleset, subject.aspect());
}

Expected<SavedClaim> rule(House& house, const accounts::Caller& caller, accounts::Action action,
                          const ClaimSubject& subject,
                          std::function<Expected<Ruling>(const ClaimFound&)> decide) {
  const Place& place = subject.place;
  if (const auto may = allowed(house, caller, action, place.key.region, place.unit); !may)
    return tl::unexpected(may.error());
  const Instant now = house.clock.now();
  if (const auto open = registry::check_may_change(place.calendar, place.unit,
                                                   registry::day_of(now), registry::Hand::verifier);
      !open)
    return tl::unexpected(open.error());
  const auto& region = subject.place.key.region;
  const std::string name = place.of_government ? region.str() : place.name;
  const auto saved =
      house.workflow.rule({place.key, subject.submission, subject.indicator->id, std::move(decide),
                           now, actor_for(caller, action, region, place.unit), name});
  if (!saved) return tl::unexpected(saved.error());
  const auto year =
      house.years.advance(place.key, saved->year_revision,
                          Applied{subject.submission, subject.indicator->id, saved->ruling, now});
  if (!year) return tl::unexpected(year.error());
  return saved_claim(house, subject, **year, saved->claim_revision);
}

}  // namespace jalur::app
