#include "formats/json_parts.h"

namespace jalur {

Json json_of(const Text& text) { return {{"id", text.id}, {"en", text.en}}; }

Json json_of(const Figure& figure) {
  return {{"index", figure.index.rounded().str()},
          {"class", figure.class_name},
          {"points",
           {{"government", figure.government.str()},
            {"maturity_sum", figure.maturity_sum.str()},
            {"maturity_mean", figure.maturity_mean.rounded().str()},
            {"count", figure.number.str()},
            {"total", figure.total.rounded().str()},
            {"maximum", figure.maximum.str()}}},
          {"innovations", figure.innovations},
          {"divisor", figure.divisor},
          {"basic_services_covered", figure.basic_services_covered},
          {"gate_met", figure.gate_met}};
}

Json json_of(const std::optional<Figure>& figure) { return figure ? json_of(*figure) : Json(); }

Json json_of(const Exclusion& exclusion, Language language) {
  return {{"innovation", exclusion.innovation},
          {"reason", exclusion.reason == ExclusionReason::stage ? "stage" : "window"},
          {"text", exclusion.text.in(language)}};
}

Json json_of(const std::optional<Exclusion>& exclusion, Language language) {
  return exclusion ? json_of(*exclusion, language) : Json();
}

Json json_of(const std::optional<Date>& date) { return date ? Json(to_string(*date)) : Json(); }

Json json_of(const std::optional<Level>& level) { return level ? Json(number(*level)) : Json(); }

Json json_of(const app::Maturity& maturity) {
  return {{"claimed", maturity.claimed.str()}, {"verified", maturity.verified.str()}};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json rounded_or_null(const std::optional<Fraction>& fraction) {
  return fraction ? Json(fraction->rounded().str()) : Json();
}

Json assumptions_of(const Ruleset& ruleset, Language language) {
  Json list = Json::array();
  for (const Assumption& assumption : ruleset.assumptions) {
    list.push_back({{"of", assumption.of}, {"text", assumption.text.in(language)}});
  }
  return list;
}

namespace {

const char* word(Cause cause) {
  switch (cause) {
    case Cause::weights:
      return "weights";
    case Cause::eligibility:
      return "eligibility";
    case Cause::divisor:
      return "divisor";
    case Cause::number_points:
      return "number_points";
    case Cause::gate:
      return "gate";
    case Cause::maximum:
      return "maximum";
  }
  return "";
}

Json side_of(const Score& score, const Ruleset& ruleset) {
  return {{"ruleset", ruleset.id},
          {"claimed", json_of(score.claimed)},
          {"verified", json_of(score.verified)}};
}

}  // namespace

Json json_of(const Comparison& comparison, const Ruleset& from, const Ruleset& to,
             Language language) {
  Json causes = Json::array();
  for (const CauseEffect& effect : comparison.causes) {
    causes.push_back({{"cause", word(effect.cause)},
                      {"claimed", effect.claimed.str()},
                      {"verified", effect.verified ? Json(effect.verified->str()) : Json()},
                      {"text", effect.text.in(language)}});
  }
  Json review = Json::array();
  for (const IndicatorId id : comparison.levels_to_review) review.push_back(id.str());
  return {{"format", "jalur.comparison/1"},
          {"region", comparison.from.region.str()},
          {"year", comparison.from.year},
          {"from", side_of(comparison.from, from)},
          {"to", side_of(comparison.to, to)},
          {"causes", std::move(causes)},
          {"levels_to_review", std::move(review)},
          {"class_change", comparison.class_change.in(language)}};
}

}  // namespace jalur
