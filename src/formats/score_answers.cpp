// Answers about the number: score, comparison, ranking, overview, units.
#include "formats/answers.h"
#include "formats/json_parts.h"
#include "formats/region_year.h"
#include "formats/workflow_parts.h"

namespace jalur {

namespace {

Json json_of(const Row& row) {
  return {{"innovation", row.innovation ? Json(*row.innovation) : Json()},
          {"indicator", row.indicator.str()},
          {"level", json_of(row.level)},
          {"verified_level", json_of(row.verified_level)},
          {"points", row.points.str()},
          {"index_effect", row.index_effect.str()}};
}

Json excluded_of(const std::vector<Exclusion>& exclusions, Language language) {
  Json list = Json::array();
  for (const Exclusion& exclusion : exclusions) list.push_back(json_of(exclusion, language));
  return list;
}

}  // namespace

std::string score_json(const Score& score, const std::vector<Row>& rows, const Ruleset& ruleset,
                       const ComparedWith* compared, Language language) {
  Json answer{{"format", "jalur.score/1"},
              {"region", score.region.str()},
              {"year", score.year},
              {"ruleset", score.ruleset},
              {"claimed", json_of(score.claimed)},
              {"verified", json_of(score.verified)},
              {"excluded", excluded_of(score.excluded, language)},
              {"assumptions", assumptions_of(ruleset, language)}};
  answer["rows"] = Json::array();
  for (const Row& row : rows) answer["rows"].push_back(json_of(row));
  if (compared != nullptr) {
    answer["comparison"] = json_of(compared->comparison, compared->from, ruleset, language);
  }
  return answer.dump();
}

std::string comparison_json(const Comparison& comparison, const Ruleset& from, const Ruleset& to,
                            Language language) {
  return json_of(comparison, from, to, language).dump();
}

std::string ranking_json(const std::vector<Ranked>& ranking, Basis by) {
  Json rows = Json::array();
  for (const Ranked& ranked : ranking) {
    const Contestant& contestant = ranked.contestant;
    rows.push_back({{"rank", ranked.rank ? Json(*ranked.rank) : Json()},
                    {"rank_in_kind", ranked.rank_in_kind ? Json(*ranked.rank_in_kind) : Json()},
                    {"region", contestant.code.str()},
                    {"name", contestant.name},
                    {"kind", word(contestant.kind)},
                    {"year", contestant.year},
                    {"ruleset", contestant.ruleset},
                    {"index", rounded_or_null(contestant.index)},
                    {"class", text_or_null(contestant.class_name)}});
  }
  return Json{{"format", "jalur.ranking/1"},
              {"by", by == Basis::claimed ? "claimed" : "verified"},
              {"rows", std::move(rows)}}
      .dump();
}

namespace {

Json next_class_of(const std::optional<app::NextClass>& next) {
  if (!next) return {};
  return {
      {"name", next->band.name}, {"from", next->band.from.str()}, {"missing", next->missing.str()}};
}

Json previous_of(const std::optional<app::PreviousYear>& previous) {
  if (!previous) return {};
  return {{"year", previous->year},
          {"ruleset", previous->ruleset},
          {"claimed", previous->claimed.str()},
          {"verified", previous->verified ? Json(previous->verified->str()) : Json()}};
}

Json classes_of(const Ruleset& ruleset) {
  Json classes = Json::array();
  for (const ClassBand& band : ruleset.classes) {
    classes.push_back({{"name", band.name}, {"from", band.from.str()}});
  }
  return classes;
}

Json gains_of(const std::vector<app::IndicatorGain>& gains) {
  Json list = Json::array();
  for (const app::IndicatorGain& gain : gains) {
    const Indicator& indicator = *gain.indicator;
    list.push_back(
        {{"indicator", indicator.id.str()},
         {"name", json_of(indicator.name)},
         {"aspect", indicator.aspect == Aspect::government ? "government" : "innovation"},
         {"claims", gain.claims},
         {"index_effect", gain.index_effect.rounded().str()}});
  }
  return list;
}

}  // namespace

std::string overview_json(const app::Overview& overview, Language language) {
  const RegionYear& data = overview.year->data;
  return Json{
      {"region", data.code.str()},
      {"name", data.name},
      {"kind", word(data.kind)},
      {"year", data.year},
      {"ruleset", data.ruleset},
      {"prognosis", overview.ruleset->prognosis},
      {"illustration", text_or_null(data.illustration)},
      {"closes_on", json_of(overview.year->calendar.closes_on)},
      {"government_submission", overview.year->government_submission},
      {"claimed", json_of(overview.score.claimed)},
      {"verified", json_of(overview.score.verified)},
      {"expected", json_of(overview.expected)},
      {"open_work", json_of(overview.work)},
      {"classes", classes_of(*overview.ruleset)},
      {"next_class", next_class_of(overview.next_class)},
      {"previous_year", previous_of(overview.previous)},
      {"submissions",
       {{"draft", overview.draft},
        {"withheld", overview.withheld},
        {"submitted", overview.submitted},
        {"rejected", overview.rejected},
        {"excluded", excluded_of(overview.score.excluded, language)}}},
      {"units",
       {{"total", overview.units}, {"without_innovation", overview.units_without_innovation}}},
      {"gains", gains_of(overview.gains)},
      {"assumptions", assumptions_of(*overview.ruleset, language)}}
      .dump();
}

std::string units_json(const app::UnitPage& page) {
  Json items = Json::array();
  for (const app::UnitStanding& standing : page.items) {
    Json levels = Json::array();
    for (const auto& level : standing.mean_levels) levels.push_back(rounded_or_null(level));
    items.push_back({{"unit", standing.unit.name},
                     {"kind", word(standing.unit.kind)},
                     {"innovations", standing.innovations},
                     {"counted", standing.counted},
                     {"maturity_claimed", rounded_or_null(standing.maturity_claimed)},
                     {"maturity_verified", rounded_or_null(standing.maturity_verified)},
                     {"claims", standing.claims},
                     {"claims_verified", standing.claims_verified},
                     {"mean_levels", std::move(levels)}});
  }
  Json indicators = Json::array();
  for (const Indicator* indicator : page.indicators) {
    indicators.push_back(
        {{"id", indicator->id.str()}, {"short_name", json_of(indicator->short_name)}});
  }
  return Json{{"items", std::move(items)},
              {"indicators", std::move(indicators)},
              {"next", text_or_null(page.next)},
              {"total", page.total}}
      .dump();
}

}  // namespace jalur
