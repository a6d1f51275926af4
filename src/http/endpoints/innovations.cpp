// Innovations of a region's year.
#include <fmt/format.h>

#include "formats/answers.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/tables.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

using app::InnovationSort;

constexpr std::array<std::pair<std::string_view, InnovationSort>, 3> sorts{{
    {"name", InnovationSort::name},
    {"maturity", InnovationSort::maturity},
    {"unit", InnovationSort::unit},
}};

constexpr std::array<std::pair<std::string_view, Stage>, 3> stages{{
    {"initiative", Stage::initiative},
    {"trial", Stage::trial},
    {"implementation", Stage::implementation},
}};

constexpr std::array<std::pair<std::string_view, SubmissionState>, 4> states{{
    {"draft", SubmissionState::draft},
    {"withheld", SubmissionState::withheld},
    {"submitted", SubmissionState::submitted},
    {"rejected", SubmissionState::rejected},
}};

// The filters and the order; nothing when the year in the path is wrong.
std::optional<app::InnovationQuery> query_of(Parameters& given) {
  const auto key = given.year_key();
  const auto search = given.text("q", limits::search_text_bytes).value_or("");
  const auto unit = given.text("unit", limits::name_bytes);
  const auto stage = given.choice("stage", stages);
  const auto state = given.choice("state", states);
  const auto sort = given.choice("sort", sorts).value_or(InnovationSort::name);
  if (!key) return std::nullopt;
  return app::InnovationQuery{*key, search, unit, {}, stage, state, sort, "", limits::page_default,
                              {}};
}

}  // namespace

Expected<Answer> list_innovations(const Call& call, const Site& site) {
  Parameters given(call);
  auto query = query_of(given);
  const auto after = given.text("after", limits::target_bytes).value_or("");
  const int limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  query->after = after;
  query->limit = limit;
  return app::list_innovations(site.house, *call.caller, *query).map([&](const auto& list) {
    return json_answer(innovations_json(list, call.language));
  });
}

Expected<Answer> export_innovations(const Call& call, const Site& site) {
  Parameters given(call);
  const auto query = query_of(given);
  const auto format = table_format(given);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto table = app::innovations_table(site.house, *call.caller, *query, call.language);
  if (!table) return tl::unexpected(table.error());
  return table_answer(site, *table, *format,
                      fmt::format("inovasi-{}-{}", query->key.region.str(), query->key.year));
}

}  // namespace jalur::http::endpoints
