#include <algorithm>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/claim_lines.h"
#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

// Where a submission stands in its region's year; nothing: the government's own rows.
std::optional<std::size_t> place_in(const StoredYear& year, const std::string& submission) {
  const auto it = std::find(year.submissions.begin(), year.submissions.end(), submission);
  if (it == year.submissions.end()) return std::nullopt;
  return static_cast<std::size_t>(it - year.submissions.begin());
}

Expected<const Indicator*> indicator_for(const Ruleset& ruleset, const std::string& text,
                                         Aspect aspect) {
  const auto id = IndicatorId::parse(text);
  const Indicator* indicator = id ? ruleset.find(*id) : nullptr;
  if (indicator != nullptr && indicator->aspect == aspect) return indicator;
  const auto known = indicators_of(ruleset, aspect);
  const std::string first = known.front()->id.str();
  const std::string last = known.back()->id.str();
  return fail(ErrorCode::invalid_input,
              {fmt::format("indikator tidak dikenal di sini; yang ada: {} sampai {}", first, last),
               fmt::format("unknown indicator here; there are {} to {}", first, last)},
              "indicator", text);
}

// What stays verified when a claim is set to `level`: never more than is claimed.
std::optional<Level> still_verified(const std::optional<Levels>& verified, IndicatorId id,
                                    Level level) {
  const auto before = verified ? verified->find(id) : std::nullopt;
  if (!before) return std::nullopt;
  return std::min(*before, level);
}

Expected<Level> checked_level(std::int64_t number) {
  if (const auto level = level_of(number)) return *level;
  return fail(ErrorCode::invalid_input,
              {"parameter harus 0, 1, 2, atau 3", "a level must be 0, 1, 2 or 3"}, "level",
              std::to_string(number));
}

// One claim and the rules it is judged by.
struct Subject {
  YearKey key;
  std::string submission;
  const Indicator* indicator = nullptr;
  const Ruleset* ruleset = nullptr;
  Level level = Level::none;
};

ClaimSettled settled(const Subject& subject, const Levels& levels,
                     const std::optional<Levels>& verified) {
  ClaimSettled result;
  result.verified = still_verified(verified, subject.indicator->id, subject.level);
  auto verified_after = verified;
  if (result.verified) verified_after->set(subject.indicator->id, *result.verified);
  result.maturity =
      maturity_of(levels, verified_after, *subject.ruleset, subject.indicator->aspect);
  return result;
}

void apply(const Subject& subject, Levels& levels, std::optional<Levels>& verified) {
  const auto still = still_verified(verified, subject.indicator->id, subject.level);
  levels.set(subject.indicator->id, subject.level);
  if (still) verified->set(subject.indicator->id, *still);
}

// The change as the year in memory takes it.
std::function<void(StoredYear&)> change_of(const Subject& subject) {
  return [subject](StoredYear& year) {
    if (const auto place = place_in(year, subject.submission)) {
      Innovation& innovation = year.data.innovations[*place];
      apply(subject, innovation.levels, innovation.verified_levels);
    } else {
      apply(subject, year.data.government, year.data.government_verified);
    }
  };
}

SavedClaim answer_of(const Subject& subject, const StoredYear& year, std::int64_t revision) {
  const auto place = place_in(year, subject.submission);
  const Innovation* innovation = place ? &year.data.innovations[*place] : nullptr;
  const Levels& levels = innovation != nullptr ? innovation->levels : year.data.government;
  const std::optional<Levels>& verified =
      innovation != nullptr ? innovation->verified_levels : year.data.government_verified;
  const bool counted =
      innovation == nullptr || is_counted(*innovation, year.data.year, *subject.ruleset);
  SavedClaim answer;
  answer.submission = subject.submission;
  answer.revision = revision;
  answer.maturity = maturity_of(levels, verified, *subject.ruleset, subject.indicator->aspect);
  answer.score = score(year.data, *subject.ruleset);
  answer.claim = claim_line(*subject.indicator, levels, verified, answer.score.claimed,
                            counted ? Counting::counted : Counting::left_out);
  return answer;
}

}  // namespace

Expected<SavedClaim> save_claim(House& house, const accounts::Caller& caller,
                                const std::string& submission, const std::string& indicator_text,
                                std::int64_t level_number) {
  const auto level = checked_level(level_number);
  if (!level) return tl::unexpected(level.error());
  const auto place = house.store.place_of(submission);
  if (!place) return tl::unexpected(place.error());
  const YearKey& key = place->key;
  const auto action =
      place->of_government ? accounts::Action::edit_government : accounts::Action::edit_claims;
  if (const auto may = allowed(house, caller, action, key.region, place->unit); !may)
    return tl::unexpected(may.error());
  const auto ruleset = house.rulesets.get(place->ruleset);
  if (!ruleset) return tl::unexpected(ruleset.error());
  const auto indicator = indicator_for(
      **ruleset, indicator_text, place->of_government ? Aspect::government : Aspect::innovation);
  if (!indicator) return tl::unexpected(indicator.error());

  const Subject subject{key, submission, *indicator, *ruleset, *level};
  const auto settle = [&](const Levels& levels, const std::optional<Levels>& verified) {
    return settled(subject, levels, verified);
  };
  const auto saved = house.store.save_claim(
      {key, submission, subject.indicator->id, *level, settle, house.clock.now(),
       actor_for(caller, action, key.region, place->unit), place->name});
  if (!saved) return tl::unexpected(saved.error());
  const auto year = house.years.advance(key, saved->year_revision, change_of(subject));
  if (!year) return tl::unexpected(year.error());
  return answer_of(subject, **year, saved->claim_revision);
}

}  // namespace jalur::app
