#include "app/evidence_parts.h"

#include <algorithm>

#include "app/allowed.h"

namespace jalur::app {

using accounts::Action;
using accounts::Caller;

Expected<std::optional<std::vector<std::string>>> units_of_evidence(const Caller& caller,
                                                                    const RegionCode& region) {
  if (accounts::may(caller, Action::read_evidence, {region, "", false}))
    return std::optional<std::vector<std::string>>();
  if (!accounts::may_in(caller, Action::read_evidence, {region, "", false}))
    return accounts::refusal(caller, Action::read_evidence);
  std::vector<std::string> units;
  for (const accounts::Grant& grant : caller.grants)
    if (accounts::reach_of(grant.role, Action::read_evidence) == accounts::Reach::own_unit)
      units.insert(units.end(), grant.units.begin(), grant.units.end());
  return units;
}

Expected<EvidenceFound> visible_evidence(House& house, const Caller& caller,
                                         const RegionCode& region, const std::string& id) {
  const auto units = units_of_evidence(caller, region);
  if (!units) return tl::unexpected(units.error());
  auto found = house.evidence.find(region, id);
  if (!found || !*units || found->evidence.words.shared) return found;
  const auto is_own = [&](const std::string& unit) {
    return std::find((*units)->begin(), (*units)->end(), unit) != (*units)->end();
  };
  const auto& attachments = found->attachments;
  if (is_own(found->evidence.unit) ||
      std::any_of(attachments.begin(), attachments.end(),
                  [&](const Attachment& each) { return is_own(each.unit); }))
    return found;
  return accounts::refusal(caller, Action::read_evidence);
}

registry::Validity validity_in(House& house, const std::string& ruleset, int year,
                               IndicatorId indicator, const Evidence& evidence) {
  const Ruleset* rules = house.rulesets.find(ruleset);
  const Indicator* found = rules != nullptr ? rules->find(indicator) : nullptr;
  if (found != nullptr)
    return registry::validity_of(*found, year, kind_word(evidence), evidence.words.dated_on);
  registry::Validity unknown;
  unknown.state = registry::Validity::State::kind_not_accepted;
  return unknown;
}

ShownClaimEvidence shown(House& house, const Place& place, const ClaimEvidence& claim) {
  ShownClaimEvidence made{claim.indicator, claim.claim_revision, {}};
  for (const AttachedEvidence& item : claim.items)
    made.items.push_back(
        {item, validity_in(house, place.ruleset, place.key.year, claim.indicator, item.evidence)});
  return made;
}

}  // namespace jalur::app
