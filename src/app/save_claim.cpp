#include <algorithm>

#include <fmt/format.h>

#include "app/claim_lines.h"
#include "app/use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

// Where a submission's levels stand in a region's year.
struct Standing {
  Levels* levels = nullptr;
  std::optional<Levels>* verified = nullptr;
  const Innovation* innovation = nullptr;  // nullptr: the government's rows
};

Standing standing_of(StoredYear& year, const std::string& submission) {
  if (submission == year.government_submission) {
    return {&year.data.government, &year.data.government_verified, nullptr};
  }
  const auto it = std::find(year.submissions.begin(), year.submissions.end(), submission);
  if (it == year.submissions.end()) return {};
  Innovation& innovation =
      year.data.innovations[static_cast<std::size_t>(it - year.submissions.begin())];
  return {&innovation.levels, &innovation.verified_levels, &innovation};
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

}  // namespace

Expected<SavedClaim> save_claim(House& house, const std::string& submission,
                                const std::string& indicator_text, std::int64_t level_number) {
  const auto level = checked_level(level_number);
  if (!level) return tl::unexpected(level.error());
  const auto stored = house.store.place_of(submission);
  if (!stored) return tl::unexpected(stored.error());
  const auto found = year_with_rules(house, *stored);
  if (!found) return tl::unexpected(found.error());

  auto year = std::make_shared<StoredYear>(*found->year);
  const Standing standing = standing_of(*year, submission);
  if (standing.levels == nullptr) {
    return fail(ErrorCode::not_found, {"pengajuan ini tidak ada", "there is no such submission"},
                "submission", submission);
  }
  const Aspect aspect = standing.innovation != nullptr ? Aspect::innovation : Aspect::government;
  const auto indicator = indicator_for(*found->ruleset, indicator_text, aspect);
  if (!indicator) return tl::unexpected(indicator.error());

  const IndicatorId id = (*indicator)->id;
  const auto verified = still_verified(*standing.verified, id, *level);
  standing.levels->set(id, *level);
  if (verified) (*standing.verified)->set(id, *verified);
  const Maturity maturity =
      maturity_of(*standing.levels, *standing.verified, *found->ruleset, aspect);

  const auto saved = house.store.save_claim(
      {*stored, submission, id, *level, verified, maturity, house.clock.now()});
  if (!saved) return tl::unexpected(saved.error());
  // Someone else may have written in between: then the memory is not ahead, and the next reader
  // reads.
  if (saved->year_revision == year->revision + 1) {
    year->revision = saved->year_revision;
    house.years.put(*stored, year);
  }

  SavedClaim answer;
  answer.submission = submission;
  answer.revision = saved->claim_revision;
  answer.maturity = maturity;
  const bool counted = standing.innovation == nullptr ||
                       is_counted(*standing.innovation, year->data.year, *found->ruleset);
  answer.score = score(year->data, *found->ruleset);
  answer.claim = claim_line(**indicator, *standing.levels, *standing.verified, answer.score.claimed,
                            counted ? Counting::counted : Counting::left_out);
  return answer;
}

}  // namespace jalur::app
