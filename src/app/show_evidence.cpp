#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/allowed.h"
#include "app/evidence_parts.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

using accounts::Action;
using accounts::Caller;

// Under the region's rules of that year; under those at hand for it when it has none.
const Ruleset* rules_for(House& house, const RegionCode& region, int year) {
  if (const auto stored = house.years.get({region, year}))
    return house.rulesets.find((*stored)->data.ruleset);
  for (const Ruleset& rules : house.rulesets.all())
    if (rules.year == year && !rules.prognosis) return &rules;
  return nullptr;
}

std::vector<DatedFor> last_in(const Ruleset* rules, int year) {
  std::map<int, std::vector<IndicatorId>> by_date;
  if (rules != nullptr)
    for (const Indicator& indicator : rules->indicators)
      for (const int dated : registry::last_counted_dates(indicator, year))
        by_date[dated].push_back(indicator.id);
  std::vector<DatedFor> all;
  for (auto& [dated, indicators] : by_date) all.push_back({dated, std::move(indicators)});
  return all;
}

tl::unexpected<Error> no_page(int page) {
  return fail(
      ErrorCode::not_found,
      {"Halaman ini tidak ada pada data dukung ini.", "This evidence does not have that page."},
      "page", std::to_string(page));
}

tl::unexpected<Error> is_link() {
  return fail(ErrorCode::not_found,
              {"Data dukung ini tautan, bukan berkas.", "This evidence is a link, not a file."});
}

Expected<PagePicture> whole_picture(House& house, const KeptFile& file) {
  const auto opened = house.files.open(file.hash);
  if (!opened) return tl::unexpected(opened.error());
  std::string bytes(static_cast<std::size_t>((*opened)->size()), '\0');
  std::size_t came = 0;
  while (came < bytes.size()) {
    const auto count =
        (*opened)->read(static_cast<std::int64_t>(came), bytes.data() + came, bytes.size() - came);
    if (count == 0) break;
    came += count;
  }
  bytes.resize(came);
  return PagePicture{registry::media_type(file.kind), std::move(bytes)};
}

}  // namespace

Expected<ShownEvidence> show_evidence(House& house, const Caller& caller, const RegionCode& region,
                                      const std::string& id) {
  auto found = visible_evidence(house, caller, region, id);
  if (!found) return tl::unexpected(found.error());
  ShownEvidence shown{std::move(found->evidence), {}};
  for (Attachment& each : found->attachments) {
    auto validity = validity_in(house, each.ruleset, each.key.year, each.indicator, shown.evidence);
    shown.attachments.push_back({std::move(each), std::move(validity)});
  }
  return shown;
}

Expected<EvidencePage> list_evidence(House& house, const Caller& caller, EvidenceQuery query,
                                     std::optional<int> stops_after) {
  auto units = units_of_evidence(caller, query.region);
  if (!units) return tl::unexpected(units.error());
  query.units = std::move(*units);
  if (stops_after)
    query.dated = last_in(rules_for(house, query.region, *stops_after), *stops_after);
  return house.evidence.page(query);
}

Expected<EvidenceBytes> evidence_file(House& house, const Caller& caller, const RegionCode& region,
                                      const std::string& id) {
  auto found = visible_evidence(house, caller, region, id);
  if (!found) return tl::unexpected(found.error());
  if (!found->evidence.file) return is_link();
  auto file = house.files.open(found->evidence.file->hash);
  if (!file) return tl::unexpected(file.error());
  return EvidenceBytes{std::move(found->evidence), std::move(*file)};
}

Expected<PagePicture> evidence_page(House& house, const Caller& caller, const RegionCode& region,
                                    const std::string& id, int page) {
  const auto found = visible_evidence(house, caller, region, id);
  if (!found) return tl::unexpected(found.error());
  if (!found->evidence.file) return is_link();
  const KeptFile& file = *found->evidence.file;
  const int pages = registry::is_picture(file.kind) ? 1 : file.pages.value_or(0);
  if (page < 1 || page > pages) return no_page(page);
  if (!file.pages) return whole_picture(house, file);
  return house.files.page_picture(file.hash, page).map([](std::string&& bytes) {
    return PagePicture{registry::media_type(registry::FileKind::jpg), std::move(bytes)};
  });
}

Expected<std::string> evidence_text(House& house, const Caller& caller, const RegionCode& region,
                                    const std::string& id) {
  const auto found = visible_evidence(house, caller, region, id);
  if (!found) return tl::unexpected(found.error());
  if (!found->evidence.file) return is_link();
  if (!found->evidence.file->has_text) return std::string();
  return house.files.text(found->evidence.file->hash);
}

Expected<std::vector<ShownClaimEvidence>> evidence_of_submission(House& house, const Caller& caller,
                                                                 const std::string& submission) {
  const auto place = house.store.place_of(submission);
  if (!place) return tl::unexpected(place.error());
  if (auto may = allowed(house, caller, Action::read_evidence, place->key.region, place->unit);
      !may)
    return tl::unexpected(may.error());
  const auto claims = house.evidence.of_submission(place->key.region, submission);
  if (!claims) return tl::unexpected(claims.error());
  std::vector<ShownClaimEvidence> all;
  for (const ClaimEvidence& claim : *claims) all.push_back(shown(house, *place, claim));
  return all;
}

}  // namespace jalur::app
