// What the year's rules say.
#include "formats/answers.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Expected<const Ruleset*> named_ruleset(const Parameters& given, const Site& site) {
  auto found = site.house.rulesets.get(std::string(given.segment("id")));
  if (found) return found;
  // The address names something that does not exist; elsewhere a wrong id is wrong input.
  return tl::unexpected(Error{ErrorCode::not_found, std::move(found.error().problems)});
}

}  // namespace

Expected<Answer> list_rulesets(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return json_answer(rulesets_json(site.house.rulesets.all()));
}

Expected<Answer> get_ruleset(const Call& call, const Site& site) {
  Parameters given(call);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return named_ruleset(given, site).map([](const Ruleset* ruleset) {
    return json_answer(ruleset_json(*ruleset));
  });
}

Expected<Answer> measure_level(const Call& call, const Site& site) {
  Parameters given(call);
  const std::string indicator(given.segment("indicator"));
  const auto figure = given.needed_text("figure", limits::id_bytes);
  const auto measure = given.text("measure", limits::id_bytes).value_or("");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto ruleset = named_ruleset(given, site);
  if (!ruleset) return tl::unexpected(ruleset.error());
  return app::level_of_figure(**ruleset, indicator, measure, figure).map([](const auto& measured) {
    return json_answer(measured_level_json(measured));
  });
}

}  // namespace jalur::http::endpoints
