#include "registry/carry_over.h"

#include <algorithm>

#include <fmt/format.h>

namespace jalur::registry {

namespace {

const std::string& words_of(const Indicator& indicator, Level level) {
  return indicator.levels[static_cast<std::size_t>(number(level)) - 1];
}

CarriedLevel carried(const Indicator& indicator, Level level, const Indicator* before) {
  CarriedLevel result{&indicator, level, level, std::nullopt};
  if (level == Level::none) return result;
  if (before != nullptr && words_of(*before, level) == words_of(indicator, level)) return result;
  result.starts_at = Level::none;
  result.reason =
      Text{"isi parameter ini berubah: sekarang \"" + words_of(indicator, level) + "\"",
           "the words of this level have changed: now \"" + words_of(indicator, level) + "\""};
  return result;
}

bool accepts(const EvidenceRule& rule, int assessment_year, int year) {
  return assessment_year + rule.year_from <= year && year <= assessment_year + rule.year_to;
}

Text outside_of(const Indicator& indicator, int to_year, int year) {
  int first = indicator.evidence.front().year_from;
  int last = indicator.evidence.front().year_to;
  for (const EvidenceRule& rule : indicator.evidence) {
    first = std::min(first, rule.year_from);
    last = std::max(last, rule.year_to);
  }
  return {fmt::format("tahun dokumen {}; yang dihitung {} sampai {}", year, to_year + first,
                      to_year + last),
          fmt::format("the document is of {}; what counts is {} to {}", year, to_year + first,
                      to_year + last)};
}

std::optional<Text> renewal_of(const AttachedEvidence& evidence, const Ruleset& to, int to_year) {
  const Indicator* indicator = to.find(evidence.indicator);
  if (indicator == nullptr)
    return Text{"indikator ini tidak ada lagi", "there is no such indicator any more"};
  if (indicator->evidence.empty()) return std::nullopt;
  if (!evidence.dated)
    return Text{"tanggal dokumen belum dicatat", "the date of the document is not on record"};
  const int year = static_cast<int>(evidence.dated->year());
  for (const EvidenceRule& rule : indicator->evidence)
    if (accepts(rule, to_year, year)) return std::nullopt;
  return outside_of(*indicator, to_year, year);
}

}  // namespace

std::vector<CarriedLevel> carried_levels(const Levels& levels, const Ruleset& from,
                                         const Ruleset& to) {
  std::vector<CarriedLevel> all;
  for (const Indicator* indicator : indicators_of(to, Aspect::innovation))
    all.push_back(carried(*indicator, levels.at(indicator->id), from.find(indicator->id)));
  return all;
}

std::vector<CarriedEvidence> carried_evidence(const std::vector<AttachedEvidence>& attached,
                                              const Ruleset& to, int to_year) {
  std::vector<CarriedEvidence> all;
  for (const AttachedEvidence& evidence : attached)
    all.push_back({evidence, renewal_of(evidence, to, to_year)});
  return all;
}

}  // namespace jalur::registry
