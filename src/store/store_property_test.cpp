// Random years taken in over one another and given back. Runs on both engines; RapidCheck prints
// the seed, and RC_PARAMS="seed=..." runs the same again.
#include <rapidcheck.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

int below(int most) { return *rc::gen::inRange(0, most); }
bool coin() { return below(2) == 0; }

// Short texts of what makes trouble: quotes, wild cards, other scripts, line ends.
std::string random_text(int longest) {
  static const std::vector<std::string> pieces{"a", "Z", " ", "'",  "\"",   "%",  "_",  "!", "\\",
                                               ":", "é", "É", "水", "🙂", "\n", "\t", "?", "0"};
  std::string text;
  for (int i = below(longest + 1); i > 0; --i) {
    text += pieces[static_cast<std::size_t>(below(static_cast<int>(pieces.size())))];
  }
  return text;
}

Levels random_levels(int first, int last) {
  Levels levels;
  for (int i = below(6); i > 0; --i) {
    levels.set(indicator(std::to_string(first + below(last - first + 1))), *level_of(below(4)));
  }
  return levels;
}

std::optional<Date> random_date() {
  if (coin()) return std::nullopt;
  return Date{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1} +
              std::chrono::days{below(2500)}};
}

Innovation random_innovation(const std::string& id) {
  // Few names and units, so that identities meet.
  Innovation made =
      innovation(id, "Inovasi " + random_text(1), "Dinas " + std::to_string(below(2)));
  made.affairs.clear();
  for (int i = 1 + below(3); i > 0; --i) made.affairs.push_back(1 + below(38));
  made.stage = static_cast<Stage>(below(3));
  made.implemented_on = random_date();
  made.developed_on = random_date();
  made.state = static_cast<SubmissionState>(below(4));
  made.levels = random_levels(16, 35);
  if (coin()) made.verified_levels = random_levels(16, 35);
  made.design = random_text(12);
  return made;
}

RegionYear random_year() {
  RegionYear data = kampar(2025 + below(2));
  data.name = random_text(8);
  data.kind = static_cast<RegionKind>(below(3));
  data.illustration = random_text(3);
  data.units.clear();
  for (int i = below(4); i > 0; --i) {
    data.units.push_back({random_text(4), static_cast<Unit::Kind>(below(6))});
  }
  data.government = random_levels(1, 15);
  data.government_verified = coin() ? std::optional(random_levels(1, 15)) : std::nullopt;
  data.innovations.clear();
  for (int i = 0; i < 6; ++i) {
    if (coin()) data.innovations.push_back(random_innovation("i-" + std::to_string(i)));
  }
  if (coin()) std::reverse(data.innovations.begin(), data.innovations.end());
  return data;
}

TEST_P(StoreContract, any_year_over_any_other_is_given_back_the_same) {
  EXPECT_TRUE(rc::check("import, then export", [&] {
    const RegionYear data = random_year();
    const auto first = store().import(plan_for(data), {});
    RC_ASSERT(first.has_value());
    const auto stored = store().full_year({data.code, data.year});
    RC_ASSERT(stored.has_value());
    const auto same_again = same(stored->data, data);
    if (!same_again) RC_FAIL(std::string(same_again.message()));
    RC_ASSERT(stored->submissions.size() == data.innovations.size());
    RC_ASSERT(stored->revision == first->year_revision);

    const auto second = store().import(plan_for(data), {});
    RC_ASSERT(second.has_value());
    RC_ASSERT(second->year_revision == first->year_revision);
    RC_ASSERT(second->innovations_new + second->innovations_changed +
                  second->innovations_withdrawn + second->claims_changed ==
              0);
  }));
  expect_read_models_agree();
}

}  // namespace

}  // namespace jalur::store
