// Answers about the rules and the reference data.
#include "formats/answers.h"
#include "formats/json_parts.h"
#include "formats/region_year.h"

namespace jalur {

namespace {

Json measure_of(const Measure& measure) {
  Json from = Json::array();
  for (const auto& border : measure.borders) from.push_back(border ? Json(border->str()) : Json());
  return {{"id", measure.id},
          {"name", json_of(measure.name)},
          {"unit", measure.unit},
          {"better", measure.better == Measure::Better::higher ? "higher" : "lower"},
          {"from", std::move(from)}};
}

Json evidence_of(const EvidenceRule& rule) {
  return {{"kind", rule.kind},
          {"signer", rule.signer},
          {"years", {rule.year_from, rule.year_to}},
          {"files", rule.files}};
}

template <class Value>
Json list_of(const std::vector<Value>& values, Json (*write)(const Value&)) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(write(value));
  return list;
}

Json indicator_of(const Indicator& indicator) {
  return {{"id", indicator.id.str()},
          {"aspect", indicator.aspect == Aspect::government ? "government" : "innovation"},
          {"variable", indicator.variable},
          {"name", json_of(indicator.name)},
          {"short_name", json_of(indicator.short_name)},
          {"weight", indicator.weight.str()},
          {"maximum", indicator.maximum().str()},
          {"mandatory", indicator.mandatory},
          {"levels", indicator.levels},
          {"measures", list_of(indicator.measures, measure_of)},
          {"evidence", list_of(indicator.evidence, evidence_of)},
          {"sources", indicator.sources}};
}

Json formula_of(const Formula& formula) {
  return {{"minimum_divisor", formula.minimum_divisor},
          {"points_per_innovation", formula.points_per_innovation.str()},
          {"innovations_cap", formula.innovations_cap},
          {"basic_services", formula.basic_services},
          {"basic_services_required", formula.basic_services_required},
          {"rejected_in_divisor", formula.rejected_in_divisor},
          {"rejected_in_number", formula.rejected_in_number},
          {"maximum", formula.maximum.str()},
          {"sources", formula.sources}};
}

Json class_of(const ClassBand& band) {
  return {{"name", band.name}, {"from", band.from.str()}, {"sources", band.sources}};
}

Json eligibility_of(const Eligibility& rules) {
  Json stages = Json::array();
  for (const Stage stage : rules.stages) stages.push_back(word(stage));
  return {{"stages", std::move(stages)},
          {"window", {rules.window_from_year, rules.window_to_year}},
          {"development_renews", rules.development_renews},
          {"minimum_words", rules.minimum_words},
          {"sources", rules.sources}};
}

Json source_of(const Source& source) {
  return {{"key", source.key}, {"title", source.title}, {"address", source.address}};
}

Json assumption_of(const Assumption& assumption) {
  return {{"of", assumption.of}, {"text", json_of(assumption.text)}};
}

const char* word_of(Affair::Group group) {
  switch (group) {
    case Affair::Group::basic_service:
      return "basic_service";
    case Affair::Group::mandatory:
      return "mandatory";
    case Affair::Group::optional:
      return "optional";
    case Affair::Group::supporting:
      return "supporting";
  }
  return "";
}

}  // namespace

std::string rulesets_json(const std::vector<Ruleset>& rulesets) {
  Json items = Json::array();
  for (const Ruleset& ruleset : rulesets) {
    items.push_back({{"id", ruleset.id},
                     {"year", ruleset.year},
                     {"title", json_of(ruleset.title)},
                     {"prognosis", ruleset.prognosis}});
  }
  return Json{{"items", std::move(items)}}.dump();
}

std::string ruleset_json(const Ruleset& ruleset) {
  return Json{
      {"id", ruleset.id},
      {"year", ruleset.year},
      {"title", json_of(ruleset.title)},
      {"prognosis", ruleset.prognosis},
      {"formula", formula_of(ruleset.formula)},
      {"classes", list_of(ruleset.classes, class_of)},
      {"eligibility", eligibility_of(ruleset.eligibility)},
      {"number", {{"id", ruleset.number_indicator.str()}, {"name", json_of(ruleset.number_name)}}},
      {"indicators", list_of(ruleset.indicators, indicator_of)},
      {"maxima",
       {{"government", ruleset.government_maximum().str()},
        {"maturity", ruleset.maturity_maximum().str()},
        {"number", ruleset.number_maximum().str()},
        {"total", ruleset.formula.maximum.str()}}},
      {"sources", list_of(ruleset.sources, source_of)},
      {"assumptions", list_of(ruleset.assumptions, assumption_of)}}
      .dump();
}

std::string measured_level_json(const app::MeasuredLevel& measured) {
  const Indicator& indicator = *measured.indicator;
  const int level = number(measured.level);
  return Json{
      {"indicator", indicator.id.str()},
      {"measure", measured.measure->id},
      {"figure", measured.figure.str()},
      {"level", level},
      {"words", level == 0 ? Json() : Json(indicator.levels[static_cast<std::size_t>(level - 1)])}}
      .dump();
}

std::string affairs_json(const std::vector<Affair>& affairs) {
  Json items = Json::array();
  for (const Affair& affair : affairs) {
    items.push_back(
        {{"number", affair.number}, {"name", affair.name}, {"group", word_of(affair.group)}});
  }
  return Json{{"items", std::move(items)}}.dump();
}

std::string reference_regions_json(const std::vector<app::ReferenceRegion>& regions, bool more) {
  Json items = Json::array();
  for (const app::ReferenceRegion& region : regions) {
    items.push_back(
        {{"code", region.code.str()}, {"name", region.name}, {"kind", word(region.kind)}});
  }
  const Json next = more ? Json(regions.back().code.str()) : Json();
  return Json{{"items", std::move(items)}, {"next", next}}.dump();
}

std::string reference_districts_json(const std::vector<app::ReferenceDistrict>& districts) {
  Json items = Json::array();
  for (const app::ReferenceDistrict& district : districts) {
    items.push_back({{"code", district.code}, {"name", district.name}});
  }
  return Json{{"items", std::move(items)}}.dump();
}

std::string results_json(const std::vector<app::PublishedResult>& results) {
  Json items = Json::array();
  for (const app::PublishedResult& result : results) {
    items.push_back({{"region", result.region},
                     {"kind", result.kind},
                     {"year", result.year},
                     {"rank", result.rank ? Json(*result.rank) : Json()},
                     {"score", text_or_null(result.score)},
                     {"class", text_or_null(result.class_name)},
                     {"source", result.source}});
  }
  return Json{{"items", std::move(items)}}.dump();
}

}  // namespace jalur
