// Answers about innovations and claims, errors, and the one body that is read.
#include <fmt/format.h>

#include "formats/answers.h"
#include "formats/json_parts.h"
#include "formats/json_reader.h"
#include "formats/region_year.h"
#include "formats/workflow_parts.h"

namespace jalur {

namespace {

// What list and single submission say alike of an innovation.
Json profile_of(const Innovation& innovation) {
  return {{"id", innovation.id},
          {"name", innovation.name},
          {"unit", innovation.unit},
          {"affairs", innovation.affairs},
          {"stage", word(innovation.stage)},
          {"state", word(innovation.state)},
          {"implemented_on", json_of(innovation.implemented_on)},
          {"developed_on", json_of(innovation.developed_on)}};
}

Json item_of(const app::InnovationItem& item, const std::optional<Exclusion>& exclusion,
             Language language) {
  Json json{{"submission", item.submission}};
  json.update(profile_of(item.innovation));
  json["maturity"] = json_of(item.maturity);
  json["words"] = item.words;
  json["counted"] = item.innovation.state == SubmissionState::submitted && !exclusion;
  json["exclusion"] = json_of(exclusion, language);
  return json;
}

Json innovation_of(const app::SubmissionAnswer& answer) {
  const auto& innovation = answer.submission.innovation;
  if (!innovation) return {};
  Json json = profile_of(*innovation);
  json["design"] = innovation->design;
  json["words"] = answer.submission.words;
  json["minimum_words"] = answer.ruleset->eligibility.minimum_words;
  return json;
}

}  // namespace

std::string innovations_json(const app::InnovationList& list, Language language) {
  Json items = Json::array();
  for (std::size_t i = 0; i < list.page.items.size(); ++i) {
    items.push_back(item_of(list.page.items[i], list.exclusions[i], language));
  }
  return Json{{"items", std::move(items)},
              {"next", text_or_null(list.page.next)},
              {"total", list.page.total}}
      .dump();
}

std::string submission_json(const app::SubmissionAnswer& answer, Language language) {
  const RegionYear& data = answer.year->data;
  Json claims = Json::array();
  for (std::size_t i = 0; i < answer.claims.size(); ++i)
    claims.push_back(json_of(answer.claims[i], answer.papers[i]));
  Json allowed = Json::array();
  for (const auto action : answer.allowed) allowed.push_back(accounts::word(action));
  return Json{{"submission", answer.submission.id},
              {"region", data.code.str()},
              {"region_name", data.name},
              {"year", data.year},
              {"ruleset", data.ruleset},
              {"illustration", text_or_null(data.illustration)},
              {"innovation", innovation_of(answer)},
              {"course", json_of(answer.course)},
              {"claims", std::move(claims)},
              {"maturity", json_of(answer.maturity)},
              {"counted", answer.counted},
              {"exclusion", json_of(answer.exclusion, language)},
              {"claimed", json_of(answer.score.claimed)},
              {"verified", json_of(answer.score.verified)},
              {"allowed", std::move(allowed)}}
      .dump();
}

std::string saved_claim_json(const app::SavedClaim& saved) {
  return Json{{"submission", saved.submission},
              {"claim", json_of(saved.claim)},
              {"revision", saved.revision},
              {"maturity", json_of(saved.maturity)},
              {"claimed", json_of(saved.score.claimed)},
              {"verified", json_of(saved.score.verified)}}
      .dump();
}

std::string years_json(const std::vector<app::YearSummary>& years, bool more) {
  Json items = Json::array();
  for (const app::YearSummary& year : years) {
    items.push_back({{"region", year.key.region.str()},
                     {"name", year.region_name},
                     {"kind", word(year.kind)},
                     {"year", year.key.year},
                     {"ruleset", year.ruleset},
                     {"illustration", !year.illustration.empty()}});
  }
  Json next;
  if (more) {
    const app::YearKey& last = years.back().key;
    next = fmt::format("{}-{}", last.region.str(), last.year);
  }
  return Json{{"items", std::move(items)}, {"next", std::move(next)}}.dump();
}

std::string problem_json(const Error& error, Language language) {
  return problem_json(kind_of(error.code), error.problems, language);
}

std::string problem_json(const ErrorKind& kind, const std::vector<Problem>& problems,
                         Language language) {
  Json errors = Json::array();
  for (const Problem& problem : problems) {
    errors.push_back(
        {{"field", problem.field}, {"value", problem.value}, {"text", problem.text.in(language)}});
  }
  return Json{{"type", fmt::format("urn:jalur:problem:{}", kind.slug)},
              {"title", kind.title.in(language)},
              {"status", kind.http_status},
              {"errors", std::move(errors)}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<std::int64_t> read_level(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return tl::unexpected(value.error());
  Problems problems;
  if (!value->is_object()) {
    problems.add(
        "", shown(*value),
        {"harus objek seperti {\"level\": 2}", "it must be an object such as {\"level\": 2}"});
    return std::move(problems).as_error();
  }
  const JsonObject object(*value, {}, problems);
  object.allow_only({"level"});
  const std::int64_t level = object.whole("level", 0, 3);
  if (!problems.none()) return std::move(problems).as_error();
  return level;
}

}  // namespace jalur
