// How the units stand.
#include <fmt/format.h>

#include "formats/answers.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/tables.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

using app::UnitSort;

constexpr std::array<std::pair<std::string_view, UnitSort>, 4> sorts{{
    {"innovations", UnitSort::innovations},
    {"maturity", UnitSort::maturity},
    {"verified", UnitSort::verified},
    {"name", UnitSort::name},
}};

}  // namespace

Expected<Answer> list_units(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto sort = given.choice("sort", sorts).value_or(UnitSort::innovations);
  const auto after = given.text("after", limits::name_bytes).value_or("");
  const int limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::unit_standings(site.house, *key, sort, after, limit).map([](const auto& page) {
    return json_answer(units_json(page));
  });
}

Expected<Answer> export_units(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto sort = given.choice("sort", sorts).value_or(UnitSort::innovations);
  const auto format = table_format(given);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto table = app::units_table(site.house, *key, sort, call.language);
  if (!table) return tl::unexpected(table.error());
  return table_answer(site, *table, *format,
                      fmt::format("unit-{}-{}", key->region.str(), key->year));
}

}  // namespace jalur::http::endpoints
