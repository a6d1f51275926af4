#include <fmt/format.h>

#include "formats/json_parts.h"
#include "formats/profiles.h"
#include "formats/region_year.h"

namespace jalur {

namespace {

Json decree_of(const registry::Decree& decree) {
  return {{"kind", decree.kind},
          {"number", decree.number},
          {"date", to_string(decree.date)},
          {"title", decree.title}};
}

Json steps_of(const registry::StageSteps& steps) {
  Json list = Json::array();
  for (const registry::StageStep& step : steps)
    list.push_back({{"from", word(step.from)},
                    {"to", word(step.to)},
                    {"on", json_of(step.on)},
                    {"decree", step.decree ? decree_of(*step.decree) : Json()},
                    {"reason", step.reason},
                    {"at", to_string(step.at)},
                    {"by", step.by}});
  return list;
}

Json design_of(const registry::Design& design) {
  return {{"free", design.free},
          {"legal_basis", design.legal_basis},
          {"problem", design.problem},
          {"strategic_issues", design.strategic_issues},
          {"method", design.method},
          {"novelty", design.novelty},
          {"how_it_works", design.how_it_works}};
}

Json missing_of(const std::vector<registry::MissingField>& missing, Language language) {
  Json list = Json::array();
  for (const auto& field : missing)
    list.push_back({{"field", field.field}, {"text", field.text.in(language)}});
  return list;
}

Json next_step_of(Stage stage) {
  const auto next = registry::next_after(stage);
  if (!next) return {};
  return {{"to", word(*next)}, {"decrees", registry::decrees_for(*next)}};
}

void add_form(const registry::Profile& profile, Json& answer) {
  answer["name"] = profile.name;
  answer["unit"] = profile.unit;
  answer["affairs"] = profile.affairs;
  answer["initiator"] = text_or_null(profile.initiator);
  answer["initiator_name"] = profile.initiator_name;
  answer["digital"] = profile.digital ? Json(*profile.digital) : Json();
  answer["form"] = text_or_null(profile.form);
  answer["theme"] = text_or_null(profile.theme);
  answer["trial_on"] = json_of(profile.trial_on);
  answer["implemented_on"] = json_of(profile.implemented_on);
  answer["developed_on"] = json_of(profile.developed_on);
  answer["design"] = design_of(profile.design);
  answer["aims"] = profile.aims;
  answer["benefits"] = profile.benefits;
  answer["results"] = profile.results;
  answer["budget"] = profile.budget ? Json(*profile.budget) : Json();
  answer["awards"] = profile.awards;
  answer["ip_rights"] = profile.ip_rights;
  answer["latitude"] = text_or_null(profile.latitude);
  answer["longitude"] = text_or_null(profile.longitude);
  answer["asta_cita"] = profile.asta_cita;
  answer["priority_programme"] = profile.priority_programme;
  answer["video"] = profile.video;
}

Json claims_of(const app::CarryOver& carried, Language language) {
  Json list = Json::array();
  for (const registry::CarriedLevel& claim : carried.claims)
    list.push_back({{"indicator", claim.indicator->id.str()},
                    {"short_name", json_of(claim.indicator->short_name)},
                    {"level", number(claim.level)},
                    {"starts_at", number(claim.starts_at)},
                    {"reason", claim.reason ? Json(claim.reason->in(language)) : Json()}});
  return list;
}

Json evidence_of(const app::CarryOver& carried, Language language) {
  Json list = Json::array();
  for (const registry::CarriedEvidence& each : carried.evidence)
    list.push_back({{"evidence", each.evidence.id},
                    {"title", each.evidence.title},
                    {"indicator", each.evidence.indicator.str()},
                    {"counts", !each.renewal},
                    {"reason", each.renewal ? Json(each.renewal->in(language)) : Json()}});
  return list;
}

Json terms_of(const std::vector<registry::Term>& terms) {
  Json list = Json::array();
  for (const registry::Term& term : terms)
    list.push_back({{"word", term.word}, {"name", json_of(term.name)}});
  return list;
}

Json themes_of(const std::vector<registry::Theme>& themes) {
  Json list = Json::array();
  for (const registry::Theme& theme : themes)
    list.push_back({{"word", theme.term.word},
                    {"name", json_of(theme.term.name)},
                    {"from_year", theme.from_year},
                    {"to_year", theme.to_year ? Json(*theme.to_year) : Json()}});
  return list;
}

Json missions_of(const std::vector<registry::Mission>& missions) {
  Json list = Json::array();
  for (const registry::Mission& mission : missions)
    list.push_back({{"number", mission.number}, {"name", json_of(mission.name)}});
  return list;
}

Json proposal_of(const app::StoredProposal& proposal, const app::Reference& reference) {
  const registry::Idea& idea = proposal.idea;
  return {{"id", proposal.id},
          {"state", word(proposal.state)},
          {"name", idea.name},
          {"contact", text_or_null(idea.contact)},
          {"title", idea.title},
          {"problem", idea.problem},
          {"idea", idea.idea},
          {"district", text_or_null(idea.district)},
          {"district_name", text_or_null(app::district_name(reference, idea.district))},
          {"made_at", to_string(proposal.made_at)},
          {"decided_at", proposal.decided_at ? Json(to_string(*proposal.decided_at)) : Json()},
          {"decided_by", text_or_null(proposal.decided_by)},
          {"reason", text_or_null(proposal.reason)},
          {"unit", text_or_null(proposal.unit)},
          {"year", proposal.year != 0 ? Json(proposal.year) : Json()},
          {"submission", text_or_null(proposal.submission)}};
}

}  // namespace

std::string profile_json(const app::ProfileAnswer& answer, Language language) {
  const app::StoredProfile& stored = answer.stored;
  Json json{{"submission", stored.submission}, {"region", stored.key.region.str()},
            {"year", stored.key.year},         {"ruleset", stored.ruleset},
            {"state", word(stored.state)},     {"stage", word(stored.profile.stage)},
            {"withdrawn", stored.withdrawn},   {"revision", stored.revision}};
  add_form(stored.profile, json);
  json["words"] = registry::words_of(stored.profile);
  json["minimum_words"] = answer.ruleset->eligibility.minimum_words;
  json["steps"] = steps_of(stored.steps);
  json["missing"] = missing_of(answer.missing, language);
  json["next_step"] = next_step_of(stored.profile.stage);
  json["may"] = answer.may;
  return json.dump();
}

std::string carry_over_json(const app::CarryOver& carried, Language language) {
  return Json{{"from_submission", carried.from.submission},
              {"from_year", carried.from.key.year},
              {"to_year", carried.to.year},
              {"to_ruleset", carried.ruleset->id},
              {"submission", text_or_null(carried.submission)},
              {"name", carried.profile.name},
              {"unit", carried.profile.unit},
              {"exclusion", json_of(carried.exclusion, language)},
              {"claims", claims_of(carried, language)},
              {"evidence", evidence_of(carried, language)}}
      .dump();
}

std::string year_opened_json(const app::YearOpened& opened) {
  return Json{{"region", opened.key.region.str()},
              {"name", opened.region_name},
              {"year", opened.key.year},
              {"ruleset", opened.ruleset},
              {"units", opened.units}}
      .dump();
}

std::string profile_terms_json(const registry::ProfileTerms& terms) {
  return Json{
      {"initiators", terms_of(terms.initiators)}, {"forms", terms_of(terms.forms)},
      {"themes", themes_of(terms.themes)},        {"asta_cita", missions_of(terms.missions)},
      {"decrees", terms_of(terms.decrees)},       {"sources", terms.sources}}
      .dump();
}

std::string proposal_json(const app::StoredProposal& proposal, const app::Reference& reference) {
  return proposal_of(proposal, reference).dump();
}

std::string proposals_json(const app::ProposalPage& page, const app::Reference& reference) {
  Json items = Json::array();
  for (const auto& proposal : page.items) items.push_back(proposal_of(proposal, reference));
  return Json{{"items", std::move(items)}, {"next", text_or_null(page.next)}}.dump();
}

std::string proposal_sent_json(const app::ProposalSent& sent, const RegionCode& region,
                               const std::string& title) {
  return Json{{"id", sent.id},
              {"region", region.str()},
              {"region_name", sent.region_name},
              {"title", title},
              {"made_at", to_string(sent.made_at)}}
      .dump();
}

}  // namespace jalur
