// Why columns
//
// A region's year as records is right for one region: names, dates, reasons. The nation asks only
// for sums, 36,742 innovations x 20 levels at a time. Kept as bytes side by side, an innovation's
// row is 20 bytes, the whole year under a megabyte, and the inner loop a multiply-add of small
// integers that the compiler turns into vector instructions. The integers are those of score.cpp,
// so the fractions are equal to the last bit; nation_test.cpp compares the two on random nations.
#include "index/nation.h"

#include <algorithm>
#include <bit>

namespace jalur {

namespace {

void columns_of(const Ruleset& ruleset, Aspect aspect, std::vector<IndicatorId>& ids,
                std::vector<std::int16_t>& weights) {
  for (const Indicator* indicator : indicators_of(ruleset, aspect)) {
    ids.push_back(indicator->id);
    weights.push_back(static_cast<std::int16_t>(indicator->weight.count()));
  }
}

void append(std::vector<std::uint8_t>& bytes, const Levels& levels,
            const std::vector<IndicatorId>& ids) {
  for (const IndicatorId id : ids) {
    bytes.push_back(static_cast<std::uint8_t>(number(levels.at(id))));
  }
}

std::int32_t weighted(std::span<const std::uint8_t> levels, std::span<const std::int16_t> weights) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += levels[i] * weights[i];
  return sum;
}

const Levels no_levels;

}  // namespace

Nation::Nation(const Ruleset& ruleset) : ruleset_(ruleset) {
  columns_of(ruleset, Aspect::government, government_ids_, government_weights_);
  columns_of(ruleset, Aspect::innovation, innovation_ids_, innovation_weights_);
}

void Nation::add(const RegionYear& data) {
  append(claimed_.government, data.government, government_ids_);
  append(verified_.government, data.government_verified ? *data.government_verified : no_levels,
         government_ids_);
  for (const Innovation& innovation : data.innovations) {
    const bool rejected = innovation.state == SubmissionState::rejected;
    if (!rejected && (innovation.state != SubmissionState::submitted ||
                      exclusion_of(innovation, data.year, ruleset_))) {
      continue;
    }
    add_innovation(innovation, rejected);
  }
  first_.push_back(static_cast<std::uint32_t>(assessed_.size()));
}

void Nation::add_innovation(const Innovation& innovation, bool rejected) {
  assessed_.push_back(rejected ? 0 : 1);
  append(claimed_.levels, rejected ? no_levels : innovation.levels, innovation_ids_);
  append(verified_.levels,
         rejected || !innovation.verified_levels ? no_levels : *innovation.verified_levels,
         innovation_ids_);
  const auto& services = ruleset_.formula.basic_services;
  const auto it = innovation.affairs.empty() || rejected
                      ? services.end()
                      : std::find(services.begin(), services.end(), innovation.affairs.front());
  service_bit_.push_back(it == services.end() ? 0 : 1U << (it - services.begin()));
}

std::vector<Fraction> Nation::claimed() const { return indices(claimed_); }
std::vector<Fraction> Nation::verified() const { return indices(verified_); }

std::vector<Fraction> Nation::indices(const Columns& columns) const {
  const std::size_t rows = government_weights_.size();
  const std::size_t width = innovation_weights_.size();
  const Formula& formula = ruleset_.formula;
  std::vector<Fraction> found;
  found.reserve(regions());
  for (std::size_t region = 0; region < regions(); ++region) {
    std::int64_t maturity = 0;
    std::uint32_t services = 0;
    int assessed = 0;
    for (std::size_t j = first_[region]; j < first_[region + 1]; ++j) {
      maturity += weighted({&columns.levels[j * width], width}, innovation_weights_);
      services |= service_bit_[j];
      assessed += assessed_[j];
    }
    const int sent = static_cast<int>(first_[region + 1] - first_[region]);
    const int divisor =
        std::max(formula.minimum_divisor, formula.rejected_in_divisor ? sent : assessed);
    const int numbered =
        std::min(formula.rejected_in_number ? sent : assessed, formula.innovations_cap);
    const bool gate_met = std::popcount(services) >= formula.basic_services_required;
    const std::int64_t government =
        weighted({&columns.government[region * rows], rows}, government_weights_);
    const std::int64_t number =
        gate_met ? formula.points_per_innovation.count() * numbered : std::int64_t{0};
    found.emplace_back(((government + number) * divisor + maturity) * 100,
                       formula.maximum.count() * divisor);
  }
  return found;
}

}  // namespace jalur
