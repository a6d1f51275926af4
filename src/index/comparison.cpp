#include "index/comparison.h"

#include <algorithm>

#include <fmt/format.h>

namespace jalur {

namespace {

// One cause: how it is carried over from the new rules into the old, whether it differs at all, and
// how it is told.
struct Exchange {
  Cause cause;
  void (*apply)(Ruleset& mixed, const Ruleset& to);
  bool (*differs)(const Ruleset& from, const Ruleset& to);
  Text (*text)(const Ruleset& from, const Ruleset& to);
};

int changed_weights(const Ruleset& from, const Ruleset& to) {
  return static_cast<int>(
      std::count_if(to.indicators.begin(), to.indicators.end(), [&](const Indicator& indicator) {
        const Indicator* before = from.find(indicator.id);
        return before == nullptr || before->weight != indicator.weight;
      }));
}

Text weights_text(const Ruleset& from, const Ruleset& to) {
  const int changed = changed_weights(from, to);
  return {fmt::format("Bobot {} indikator berubah", changed),
          fmt::format("The weights of {} indicators changed", changed)};
}

bool eligibility_differs(const Ruleset& from, const Ruleset& to) {
  const Eligibility& a = from.eligibility;
  const Eligibility& b = to.eligibility;
  return a.stages != b.stages || a.window_from_year != b.window_from_year ||
         a.window_to_year != b.window_to_year || a.development_renews != b.development_renews;
}

std::string window_of(const Ruleset& ruleset) {
  return fmt::format("T{:+}..T{:+}", ruleset.eligibility.window_from_year,
                     ruleset.eligibility.window_to_year);
}

Text eligibility_text(const Ruleset& from, const Ruleset& to) {
  return {
      fmt::format("Inovasi yang dinilai: penerapan {}, dulu {}", window_of(to), window_of(from)),
      fmt::format("Innovations assessed: implemented {}, before {}", window_of(to),
                  window_of(from))};
}

Text divisor_text(const Ruleset& from, const Ruleset& to) {
  return {fmt::format("Pembagi rata-rata paling sedikit {}, dulu {}", to.formula.minimum_divisor,
                      from.formula.minimum_divisor),
          fmt::format("The mean divides by at least {}, before {}", to.formula.minimum_divisor,
                      from.formula.minimum_divisor)};
}

Text number_text(const Ruleset& from, const Ruleset& to) {
  return {fmt::format("{} poin per inovasi sampai {} inovasi, dulu {} sampai {}",
                      shown(to.formula.points_per_innovation, Language::indonesian),
                      to.formula.innovations_cap,
                      shown(from.formula.points_per_innovation, Language::indonesian),
                      from.formula.innovations_cap),
          fmt::format("{} points per innovation up to {} innovations, before {} up to {}",
                      to.formula.points_per_innovation.str(), to.formula.innovations_cap,
                      from.formula.points_per_innovation.str(), from.formula.innovations_cap)};
}

Text gate_text(const Ruleset& from, const Ruleset& to) {
  return {fmt::format("Syarat urusan pelayanan dasar: {} dari {}, dulu {}",
                      to.formula.basic_services_required, to.formula.basic_services.size(),
                      from.formula.basic_services_required),
          fmt::format("Basic-service affairs to be covered: {} of {}, before {}",
                      to.formula.basic_services_required, to.formula.basic_services.size(),
                      from.formula.basic_services_required)};
}

Text maximum_text(const Ruleset& from, const Ruleset& to) {
  return {
      fmt::format("Nilai tertinggi {}, dulu {}", shown(to.formula.maximum, Language::indonesian),
                  shown(from.formula.maximum, Language::indonesian)),
      fmt::format("The maximum is {}, before {}", to.formula.maximum.str(),
                  from.formula.maximum.str())};
}

const Exchange exchanges[] = {
    {Cause::weights, [](Ruleset& mixed, const Ruleset& to) { mixed.indicators = to.indicators; },
     [](const Ruleset& from, const Ruleset& to) { return changed_weights(from, to) > 0; },
     weights_text},
    {Cause::eligibility,
     [](Ruleset& mixed, const Ruleset& to) { mixed.eligibility = to.eligibility; },
     eligibility_differs, eligibility_text},
    {Cause::divisor,
     [](Ruleset& mixed, const Ruleset& to) {
       mixed.formula.minimum_divisor = to.formula.minimum_divisor;
       mixed.formula.rejected_in_divisor = to.formula.rejected_in_divisor;
     },
     [](const Ruleset& from, const Ruleset& to) {
       return from.formula.minimum_divisor != to.formula.minimum_divisor ||
              from.formula.rejected_in_divisor != to.formula.rejected_in_divisor;
     },
     divisor_text},
    {Cause::number_points,
     [](Ruleset& mixed, const Ruleset& to) {
       mixed.formula.points_per_innovation = to.formula.points_per_innovation;
       mixed.formula.innovations_cap = to.formula.innovations_cap;
       mixed.formula.rejected_in_number = to.formula.rejected_in_number;
     },
     [](const Ruleset& from, const Ruleset& to) {
       return from.formula.points_per_innovation != to.formula.points_per_innovation ||
              from.formula.innovations_cap != to.formula.innovations_cap ||
              from.formula.rejected_in_number != to.formula.rejected_in_number;
     },
     number_text},
    {Cause::gate,
     [](Ruleset& mixed, const Ruleset& to) {
       mixed.formula.basic_services = to.formula.basic_services;
       mixed.formula.basic_services_required = to.formula.basic_services_required;
     },
     [](const Ruleset& from, const Ruleset& to) {
       return from.formula.basic_services != to.formula.basic_services ||
              from.formula.basic_services_required != to.formula.basic_services_required;
     },
     gate_text},
    {Cause::maximum,
     [](Ruleset& mixed, const Ruleset& to) { mixed.formula.maximum = to.formula.maximum; },
     [](const Ruleset& from, const Ruleset& to) {
       return from.formula.maximum != to.formula.maximum;
     },
     maximum_text},
};

Hundredths rounded(const Figure& figure) { return figure.index.rounded(); }

std::optional<Hundredths> difference(const std::optional<Figure>& after,
                                     const std::optional<Figure>& before) {
  if (!after || !before) return std::nullopt;
  return rounded(*after) - rounded(*before);
}

bool same_borders(const Indicator& a, const Indicator& b) {
  return std::equal(a.measures.begin(), a.measures.end(), b.measures.begin(), b.measures.end(),
                    [](const Measure& x, const Measure& y) {
                      return x.id == y.id && x.better == y.better && x.borders == y.borders;
                    });
}

std::vector<IndicatorId> levels_to_review(const Ruleset& from, const Ruleset& to) {
  std::vector<IndicatorId> found;
  for (const Indicator& indicator : to.indicators) {
    const Indicator* before = from.find(indicator.id);
    if (before == nullptr || before->levels != indicator.levels ||
        !same_borders(*before, indicator)) {
      found.push_back(indicator.id);
    }
  }
  return found;
}

std::string borders_of(const Ruleset& ruleset, Language language) {
  std::string text;
  for (const ClassBand& band : ruleset.classes) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", band.name, shown(band.from, language));
  }
  return text;
}

Text class_change(const Comparison& comparison, const Ruleset& from, const Ruleset& to) {
  const bool verified = comparison.from.verified && comparison.to.verified;
  const Figure& before = verified ? *comparison.from.verified : comparison.from.claimed;
  const Figure& after = verified ? *comparison.to.verified : comparison.to.claimed;
  const Text old_borders{borders_of(from, Language::indonesian),
                         borders_of(from, Language::english)};
  const Text new_borders{borders_of(to, Language::indonesian), borders_of(to, Language::english)};
  Text text;
  if (before.class_name == after.class_name) {
    text = {fmt::format("Predikat tetap {}", after.class_name),
            fmt::format("The class stays {}", after.class_name)};
  } else {
    text = {fmt::format("Predikat menjadi {}, dulu {}", after.class_name, before.class_name),
            fmt::format("The class becomes {}, before {}", after.class_name, before.class_name)};
  }
  if (old_borders == new_borders) {
    text.id += "; batas predikat sama";
    text.en += "; the borders of the classes are the same";
  } else {
    text.id +=
        fmt::format("; batas predikat bergeser: {} (dulu {})", new_borders.id, old_borders.id);
    text.en += fmt::format("; the borders moved: {} (before {})", new_borders.en, old_borders.en);
  }
  return text;
}

}  // namespace

Comparison compare(const RegionYear& data, const Ruleset& from, const Ruleset& to) {
  Comparison comparison;
  comparison.from = score(data, from);
  Ruleset mixed = from;
  Score before = comparison.from;
  for (const Exchange& exchange : exchanges) {
    exchange.apply(mixed, to);
    const Score after = score(data, mixed);
    const Hundredths claimed = rounded(after.claimed) - rounded(before.claimed);
    const auto verified = difference(after.verified, before.verified);
    const bool moves = claimed != Hundredths{} || verified.value_or(Hundredths{}) != Hundredths{};
    if (moves || exchange.differs(from, to)) {
      comparison.causes.push_back({exchange.cause, claimed, verified, exchange.text(from, to)});
    }
    before = after;
  }
  comparison.to = score(data, to);
  comparison.levels_to_review = levels_to_review(from, to);
  comparison.class_change = class_change(comparison, from, to);
  return comparison;
}

}  // namespace jalur
