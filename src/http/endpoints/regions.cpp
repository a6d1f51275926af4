// A region's year: the number and what it is made of.
#include <charconv>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/profile_use_cases.h"
#include "formats/answers.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

// The `next` that years_json() writes: "14.01-2023".
std::optional<app::YearKey> year_key_of(std::string_view text) {
  const auto dash = std::min(text.find('-'), text.size());
  const auto code = RegionCode::parse(text.substr(0, dash));
  const auto year_text = text.substr(std::min(dash + 1, text.size()));
  int year = 0;
  const auto end = year_text.data() + year_text.size();
  const auto read = std::from_chars(year_text.data(), end, year);
  if (!code || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return app::YearKey{*code, year};
}

std::optional<app::YearKey> after_of(Parameters& given) {
  const auto text = given.text("after", limits::id_bytes);
  if (!text || text->empty()) return std::nullopt;
  auto key = year_key_of(*text);
  if (!key)
    given.wrong_value(
        "after", *text,
        {"Harus isi `next` dari halaman sebelumnya.", "Must be the `next` of the page before."});
  return key;
}

// The first region on record, with its latest year.
Expected<std::optional<app::YearKey>> first_on_record(app::Store& store) {
  const auto years = store.years(std::nullopt, limits::page_most);
  if (!years) return tl::unexpected(years.error());
  std::optional<app::YearKey> first;
  for (const auto& summary : *years)
    if (!first || summary.key.region == first->region) first = summary.key;
  return first;
}

Expected<std::optional<app::YearKey>> home_of(const Site& site) {
  if (site.home && site.house.store.revision(*site.home)) return site.home;
  return first_on_record(site.house.store);
}

// The score under the year's own rules, or under others together with what they change.
Expected<Answer> score_answer(const Call& call, const Site& site, const app::YearKey& key,
                              const std::string& ruleset) {
  const auto found = app::score_year(site.house, key, ruleset);
  if (!found) return tl::unexpected(found.error());
  const auto year = site.house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  if ((*year)->data.ruleset == found->ruleset->id)
    return json_answer(
        score_json(found->score, found->rows, *found->ruleset, nullptr, call.language));
  const auto other = app::compare_year(site.house, key, ruleset);
  if (!other) return tl::unexpected(other.error());
  const ComparedWith compared{other->comparison, *other->from};
  return json_answer(
      score_json(found->score, found->rows, *found->ruleset, &compared, call.language));
}

const Text not_with_a_past_instant{
    "Keadaan pada suatu saat dihitung dengan aturan tahunnya sendiri; hapus `ruleset` atau `at`.",
    "What stood at an instant is scored under the year's own rules; leave out `ruleset` or `at`."};

// What the log tells is for those who may read the log.
Expected<Answer> past_score_answer(const Call& call, const Site& site, const app::YearKey& key,
                                   Instant at) {
  if (const auto may =
          app::allowed(site.house, *call.caller, accounts::Action::read_ledger, key.region, "");
      !may)
    return tl::unexpected(may.error());
  return app::score_as_of(site.house, key, at).map([&](const auto& found) {
    return unkept_answer(
        score_json(found.score, found.rows, *found.ruleset, nullptr, call.language));
  });
}

}  // namespace

Expected<Answer> list_regions(const Call& call, const Site& site) {
  Parameters given(call);
  const auto after = after_of(given);
  const int limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  auto years = app::visible_years(site.house, *call.caller, after, limit + 1);
  if (!years) return tl::unexpected(years.error());
  const bool more = years->size() > static_cast<std::size_t>(limit);
  if (more) years->pop_back();
  return json_answer(years_json(*years, more));
}

Expected<Answer> get_home(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  const auto home = home_of(site);
  if (!home) return tl::unexpected(home.error());
  if (!*home)
    return json_answer(
        fmt::format(R"({{"region":null,"year":null,"version":"{}"}})", site.version));
  return json_answer(fmt::format(R"({{"region":"{}","year":{},"version":"{}"}})",
                                 (*home)->region.str(), (*home)->year, site.version));
}

Expected<Answer> get_overview(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::overview(site.house, *key).map([&](const auto& found) {
    return json_answer(overview_json(found, call.language));
  });
}

Expected<Answer> get_score(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto ruleset = given.text("ruleset", limits::id_bytes).value_or("");
  const auto at = given.time("at");
  if (at && !ruleset.empty()) given.wrong_value("ruleset", ruleset, not_with_a_past_instant);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return at ? past_score_answer(call, site, *key, *at) : score_answer(call, site, *key, ruleset);
}

Expected<Answer> get_comparison(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto with = given.needed_text("with", limits::id_bytes);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::compare_year(site.house, *key, with).map([&](const auto& found) {
    return json_answer(comparison_json(found.comparison, *found.from, *found.to, call.language));
  });
}

}  // namespace jalur::http::endpoints
