// Why no draws here
//
// A region's points are a sum of independent claims, and every claim of one weight w brings w x its
// level. So the levels of all claims of one weight are summed first, where a sum of a thousand
// claims has a few hundred likely values; a handful of such sums, each times its weight, make the
// maturity of all innovations, and likewise the government's points. That is some hundred thousand
// multiplications for a region where drawing 10,000 times claim by claim would take millions, and
// the result is exact. Only the ranks, which depend on all regions at once, are left to be drawn
// (simulation.cpp).
//
// Divisor, number and gate do not depend on verified levels, so they are constants here.
#include "planning/outlook.h"

#include <map>
#include <numeric>

namespace jalur {

namespace {

// The claims of one aspect: what is settled, and the sums of levels that are not, by weight.
struct Claims {
  std::int64_t settled = 0;                 // hundredths of points
  std::map<std::int64_t, Chances> waiting;  // by weight in hundredths
  int count = 0;
};

struct Form {
  const Levels& claimed;
  const std::optional<Levels>& verified;
  std::optional<std::size_t> innovation;
};

void add_form(Claims& claims, const Form& form, const std::vector<const Indicator*>& indicators,
              const ChancesOf& chances) {
  for (const Indicator* indicator : indicators) {
    const std::int64_t weight = indicator->weight.count();
    const auto found = form.verified ? form.verified->find(indicator->id) : std::nullopt;
    const Level claimed = form.claimed.at(indicator->id);
    if (found) {
      claims.settled += weight * number(*found);
    } else if (claimed != Level::none) {
      add(claims.waiting[weight], chances(form.innovation, indicator->id, claimed));
      ++claims.count;
    }
  }
}

std::int64_t step_of(const Claims& claims) {
  std::int64_t step = 0;
  for (const auto& [weight, levels] : claims.waiting) step = std::gcd(step, weight);
  return step == 0 ? 1 : step;
}

Distribution distribution_of(const Claims& claims, std::int64_t step) {
  Chances sum;
  for (const auto& [weight, levels] : claims.waiting) sum = sum_of(sum, levels, weight / step);
  return Distribution(sum);
}

Claims government_claims(const RegionYear& data, const Ruleset& ruleset, const ChancesOf& chances) {
  Claims claims;
  add_form(claims, {data.government, data.government_verified, std::nullopt},
           indicators_of(ruleset, Aspect::government), chances);
  return claims;
}

Claims innovation_claims(const RegionYear& data, const Ruleset& ruleset, const ChancesOf& chances) {
  Claims claims;
  const auto indicators = indicators_of(ruleset, Aspect::innovation);
  for (std::size_t i = 0; i < data.innovations.size(); ++i) {
    const Innovation& innovation = data.innovations[i];
    if (innovation.state != SubmissionState::submitted) continue;
    if (exclusion_of(innovation, data.year, ruleset)) continue;
    add_form(claims, {innovation.levels, innovation.verified_levels, i}, indicators, chances);
  }
  return claims;
}

// The least whole number in [from, to] that fulfils a condition which holds from some place on;
// `to` when none below it does.
template <class Condition>
std::int64_t first_that(std::int64_t from, std::int64_t to, Condition condition) {
  while (from < to) {
    const std::int64_t middle = from + (to - from) / 2;
    if (condition(middle)) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return to;
}

std::int64_t floor_divided(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

Outlook::Outlook(const RegionYear& data, const Ruleset& ruleset, const ChancesOf& chances) {
  const Claims government = government_claims(data, ruleset, chances);
  const Claims innovations = innovation_claims(data, ruleset, chances);
  government_step_ = step_of(government);
  maturity_step_ = step_of(innovations);
  government_ = distribution_of(government, government_step_);
  maturity_ = distribution_of(innovations, maturity_step_);
  const Figure figure = score(data, ruleset).claimed;
  fixed_ = figure.number.count() + government.settled;
  fixed_maturity_ = innovations.settled;
  divisor_ = figure.divisor;
  maximum_ = figure.maximum.count();
  waiting_ = government.count + innovations.count;
}

Chance Outlook::total_at_most(std::int64_t limit) const {
  Chance sum = 0;
  for (std::int64_t g = government_.least(); g <= government_.most(); ++g) {
    const std::int64_t m = floor_divided(limit - total(g, 0), maturity_step_);
    sum += static_cast<Wide>(government_.exactly(g)) * static_cast<Wide>(maturity_.at_most(m));
  }
  return sum;
}

Hundredths Outlook::mean() const {
  const Wide whole = static_cast<Wide>(Distribution::whole);
  const Wide mean_total = government_.mean() * (government_step_ * divisor_) +
                          maturity_.mean() * maturity_step_ + whole * total(0, 0);
  const Wide below = whole * denominator();
  return Hundredths::of(static_cast<std::int64_t>((mean_total * 20'000 + below) / (2 * below)));
}

Hundredths Outlook::percentile(int percent) const {
  const auto total = first_that(least(), most(), [&](std::int64_t each) {
    return total_at_most(each) * 100 >= certain * percent;
  });
  return index_of(total).rounded();
}

Chance Outlook::at_least(Hundredths index) const {
  const auto total = first_that(
      least(), most() + 1, [&](std::int64_t each) { return index_of(each).rounded() >= index; });
  return certain - total_at_most(total - 1);
}

}  // namespace jalur
