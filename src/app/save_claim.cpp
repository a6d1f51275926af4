#include "app/allowed.h"
#include "app/claim_subject.h"
#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

Expected<Level> checked_level(std::int64_t number) {
  if (const auto level = level_of(number)) return *level;
  return fail(ErrorCode::invalid_input,
              {"parameter harus 0, 1, 2, atau 3", "a level must be 0, 1, 2 or 3"}, "level",
              std::to_string(number));
}

std::optional<Level> still_verified(const std::optional<Levels>& verified, IndicatorId id,
                                    Level level) {
  return registry::still_verified(verified ? verified->find(id) : std::nullopt, level,
                                  registry::ClaimEdit::level);
}

ClaimSettled settled(const ClaimSubject& subject, Level level, const Levels& levels,
                     const std::optional<Levels>& verified) {
  ClaimSettled result;
  result.verified = still_verified(verified, subject.indicator->id, level);
  auto verified_after = verified;
  if (result.verified) verified_after->set(subject.indicator->id, *result.verified);
  result.maturity = maturity_of(levels, verified_after, *subject.ruleset, subject.aspect());
  return result;
}

struct Applied {
  std::string submission;
  IndicatorId indicator;
  Level level = Level::none;
  Instant at;

  // The change as the year in memory takes it.
  void operator()(StoredYear& year) const {
    const auto place = place_in(year, submission);
    if (!place) {
      apply(year.data.government, year.data.government_verified, year.government_course);
      return;
    }
    Innovation& innovation = year.data.innovations[*place];
    apply(innovation.levels, innovation.verified_levels, year.courses.at(*place));
  }

  void apply(Levels& levels, std::optional<Levels>& verified, registry::Course& course) const {
    const auto still = still_verified(verified, indicator, level);
    levels.set(indicator, level);
    if (still) verified->set(indicator, *still);
    course.marks.claim_changed(indicator, level, at);
  }
};

// One that changed nothing leaves the year in memory as it is.
Expected<std::shared_ptr<const StoredYear>> year_after(House& house, const YearKey& key,
                                                       const ClaimSaved& saved, Applied applied) {
  if (!saved.changed) return house.years.get(key);
  return house.years.advance(key, saved.year_revision, std::move(applied));
}

}  // namespace

Expected<SavedClaim> save_claim(House& house, const accounts::Caller& caller,
                                const std::string& submission, const std::string& indicator_text,
                                std::int64_t level_number) {
  const auto level = checked_level(level_number);
  if (!level) return tl::unexpected(level.error());
  const auto place = house.store.place_of(submission);
  if (!place) return tl::unexpected(place.error());
  const auto action =
      place->of_government ? accounts::Action::edit_government : accounts::Action::edit_claims;
  if (const auto may = allowed(house, caller, action, place->key.region, place->unit); !may)
    return tl::unexpected(may.error());
  const auto subject = claim_subject(house, *place, submission, indicator_text);
  if (!subject) return tl::unexpected(subject.error());
  if (const auto open = check_claim_open(house, *subject, hand_of(caller, action, *place)); !open)
    return tl::unexpected(open.error());

  const Instant now = house.clock.now();
  const auto settle = [&](const Levels& levels, const std::optional<Levels>& verified) {
    return settled(*subject, *level, levels, verified);
  };
  const IndicatorId indicator = subject->indicator->id;
  const auto saved = house.store.save_claim(
      {place->key, submission, indicator, *level, settle, now,
       actor_for(caller, action, place->key.region, place->unit), place->name});
  if (!saved) return tl::unexpected(saved.error());
  const auto year = year_after(house, place->key, *saved, {submission, indicator, *level, now});
  if (!year) return tl::unexpected(year.error());
  return saved_claim(house, *subject, **year, saved->claim_revision);
}

}  // namespace jalur::app
