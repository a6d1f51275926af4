#include "bench/synthetic.h"

#include <random>

#include <fmt/format.h>

namespace jalur::bench {

namespace {

class Maker {
 public:
  Maker(const Ruleset& ruleset, std::uint64_t seed) : ruleset_(ruleset), random_(seed) {}

  RegionYear region(int number, int innovations) {
    RegionYear data;
    const bool province = number < 38;
    const int below = number - 38;
    data.code =
        *RegionCode::parse(province ? fmt::format("{:02}", 11 + number)
                                    : fmt::format("{:02}.{:02}", 11 + below / 14, below % 14 + 1));
    data.name = fmt::format("Daerah Contoh {:03}", number + 1);
    data.kind = province      ? RegionKind::province
                : below < 415 ? RegionKind::regency
                              : RegionKind::city;
    data.year = ruleset_.year;
    data.ruleset = ruleset_.id;
    data.illustration = "Data buatan untuk pengukuran";
    data.government = levels(Aspect::government);
    data.government_verified = lowered(data.government);
    for (int i = 0; i < innovations; ++i) data.innovations.push_back(innovation(i));
    return data;
  }

  // From 0 to `below` - 1. The generator's own numbers, so that every library gives the same.
  int pick(int below) { return static_cast<int>(random_() % static_cast<std::uint64_t>(below)); }

 private:
  Innovation innovation(int number) {
    Innovation made;
    made.id = fmt::format("i-{:04}", number + 1);
    made.name = fmt::format("Inovasi Contoh {:04}", number + 1);
    made.unit = fmt::format("Unit Contoh {:02}", pick(60) + 1);
    made.affairs = {pick(38) + 1};
    made.stage = Stage::implementation;
    made.implemented_on =
        parse_date(fmt::format("{:04}-{:02}-15", ruleset_.year - 1 - pick(2), pick(12) + 1));
    made.state = SubmissionState::submitted;
    made.levels = levels(Aspect::innovation);
    made.verified_levels = lowered(made.levels);
    return made;
  }

  Levels levels(Aspect aspect) {
    Levels made;
    for (const Indicator* indicator : indicators_of(ruleset_, aspect)) {
      made.set(indicator->id, *level_of(pick(4)));
    }
    return made;
  }

  // One claim in eight is lowered by one level.
  Levels lowered(const Levels& claimed) {
    Levels made;
    for (const auto& [id, level] : claimed) {
      const bool less = level != Level::none && pick(8) == 0;
      made.set(id, *level_of(number(level) - (less ? 1 : 0)));
    }
    return made;
  }

  const Ruleset& ruleset_;
  std::mt19937_64 random_;
};

}  // namespace

std::vector<RegionYear> synthetic_nation(const Ruleset& ruleset, std::uint64_t seed) {
  Maker maker(ruleset, seed);
  // Products of two picks: many small counts, few large ones. Scaled so that the sum is right.
  std::vector<int> weights;
  std::int64_t sum = 0;
  for (int i = 0; i < nation_regions; ++i) {
    weights.push_back((maker.pick(30) + 1) * (maker.pick(30) + 1));
    sum += weights.back();
  }
  std::vector<RegionYear> nation;
  std::int64_t seen = 0;
  std::int64_t given = 0;
  for (int i = 0; i < nation_regions; ++i) {
    seen += weights[static_cast<std::size_t>(i)];
    const std::int64_t until = nation_innovations * seen / sum;
    nation.push_back(maker.region(i, static_cast<int>(until - given)));
    given = until;
  }
  return nation;
}

}  // namespace jalur::bench
