// What is the same for everybody: affairs, regions, published results.
#include <algorithm>

#include "formats/answers.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

std::string province_of(Parameters& given) {
  const auto text = given.text("province", limits::id_bytes);
  if (!text) return {};
  const auto code = RegionCode::parse(*text);
  if (!code || code->str().size() != 2)
    given.wrong_value("province", *text,
                      {"Harus dua angka kode provinsi, misalnya \"14\".",
                       "Must be the two digits of a province, for example \"14\"."});
  return *text;
}

// The provinces, or the regencies and cities of one.
bool belongs(const app::ReferenceRegion& region, const std::string& province) {
  if (province.empty()) return region.kind == RegionKind::province;
  return region.kind != RegionKind::province && region.code.province() == province;
}

}  // namespace

Expected<Answer> list_affairs(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return json_answer(affairs_json(site.house.reference.affairs));
}

Expected<Answer> list_reference_regions(const Call& call, const Site& site) {
  Parameters given(call);
  const auto province = province_of(given);
  const auto after = given.text("after", limits::id_bytes).value_or("");
  const auto limit = static_cast<std::size_t>(given.page_limit());
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  std::vector<app::ReferenceRegion> page;
  for (const auto& region : site.house.reference.regions)
    if (belongs(region, province) && region.code.str() > after && page.size() <= limit)
      page.push_back(region);
  const bool more = page.size() > limit;
  if (more) page.pop_back();
  return json_answer(reference_regions_json(page, more));
}

Expected<Answer> list_districts(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto& regions = site.house.reference.regions;
  if (std::none_of(regions.begin(), regions.end(),
                   [&](const auto& known) { return known.code == *region; }))
    return fail(ErrorCode::not_found,
                {"Wilayah dengan kode ini tidak ada; lihat /api/v1/reference/regions.",
                 "There is no region with this code; see /api/v1/reference/regions."},
                "code", region->str());
  std::vector<app::ReferenceDistrict> found;
  for (const auto& district : site.house.reference.districts)
    if (district.code.starts_with(region->str() + ".")) found.push_back(district);
  return json_answer(reference_districts_json(found));
}

Expected<Answer> list_results(const Call& call, const Site& site) {
  Parameters given(call);
  const auto part = lower_ascii(given.text("region", limits::search_text_bytes).value_or(""));
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  std::vector<app::PublishedResult> found;
  for (const auto& result : site.house.reference.results)
    if (lower_ascii(result.region).find(part) != std::string::npos) found.push_back(result);
  return json_answer(results_json(found));
}

}  // namespace jalur::http::endpoints
