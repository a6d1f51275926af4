#include <algorithm>

#include "app/allowed.h"
#include "app/profile_parts.h"
#include "app/proposal_use_cases.h"

namespace jalur::app {

using accounts::Action;

namespace {

Expected<void> check_district(const Reference& reference, const RegionCode& region,
                              const std::string& code) {
  if (code.empty()) return {};
  if (code.starts_with(region.str() + ".") && !district_name(reference, code).empty()) return {};
  return fail(ErrorCode::invalid_input,
              {"Tidak ada kecamatan dengan kode ini di daerah ini.",
               "This region has no sub-district with this code."},
              "district", code);
}

registry::Profile profile_from(const registry::Idea& idea, const std::string& unit, int affair) {
  registry::Profile profile;
  profile.name = idea.title;
  profile.unit = unit;
  profile.affairs = {affair};
  profile.initiator = "public";
  profile.initiator_name = idea.name;
  profile.design.problem = idea.problem;
  profile.design.how_it_works = idea.idea;
  return profile;
}

Expected<void> check(const ProposalDecision& given) {
  Problems problems;
  const auto need = [&](bool there, const char* field, Text text) {
    if (!there) problems.add(field, "", std::move(text));
  };
  if (given.accepted) {
    need(!given.unit.empty(), "unit", {"unit pelaksana harus dipilih", "a unit must be chosen"});
    need(given.year != 0, "year", {"tahun harus dipilih", "a year must be chosen"});
    need(given.affair != 0, "affair", {"urusan utama harus dipilih", "the main affair is needed"});
  } else {
    need(!given.reason.empty(), "reason", {"alasan harus diisi", "a reason is needed"});
  }
  if (problems.none()) return {};
  return std::move(problems).as_error();
}

// What the unit gets, made while the decision is written.
Expected<std::function<NewSubmission(const StoredProposal&)>> draft_for(
    House& house, const ProposalVerdict& verdict, const ProposalDecision& given) {
  const auto unit = active_unit(house, verdict.region, given.unit);
  if (!unit) return tl::unexpected(unit.error());
  return [&house, given, unit = *unit, region = verdict.region, by = verdict.by,
          at = verdict.at](const StoredProposal& proposal) {
    NewSubmission fresh;
    fresh.key = {region, given.year};
    fresh.submission = uuid7(at, house.randomness.ten_bytes());
    fresh.innovation = uuid7(at, house.randomness.ten_bytes());
    fresh.profile = profile_from(proposal.idea, unit, given.affair);
    fresh.told = {"submission.registered", {{"proposal", proposal.id}, {"unit", unit}}};
    fresh.by = by;
    fresh.at = at;
    return fresh;
  };
}

}  // namespace

std::string district_name(const Reference& reference, const std::string& code) {
  const auto found =
      std::find_if(reference.districts.begin(), reference.districts.end(),
                   [&](const ReferenceDistrict& district) { return district.code == code; });
  return found == reference.districts.end() ? std::string() : found->name;
}

Expected<ProposalSent> propose(House& house, const RegionCode& region, const std::string& client,
                               const registry::Idea& idea) {
  if (const auto right = registry::check(idea); !right) return tl::unexpected(right.error());
  if (const auto right = check_district(house.reference, region, idea.district); !right)
    return tl::unexpected(right.error());
  const Instant now = house.clock.now();
  if (const auto may = house.proposal_guard.admit(region, client, now); !may)
    return tl::unexpected(may.error());
  const auto receipt =
      house.proposals.add({region, uuid7(now, house.randomness.ten_bytes()), idea, now});
  if (!receipt) return tl::unexpected(receipt.error());
  return ProposalSent{receipt->id, receipt->region_name, now};
}

Expected<ProposalPage> list_proposals(House& house, const accounts::Caller& caller,
                                      const ProposalQuery& query) {
  if (const auto may = allowed(house, caller, Action::moderate_ideas, query.region, ""); !may)
    return tl::unexpected(may.error());
  return house.proposals.page(query);
}

Expected<StoredProposal> decide_proposal(House& house, const accounts::Caller& caller,
                                         const RegionCode& region, const std::string& id,
                                         const ProposalDecision& given) {
  if (const auto may = allowed(house, caller, Action::moderate_ideas, region, ""); !may)
    return tl::unexpected(may.error());
  if (const auto right = check(given); !right) return tl::unexpected(right.error());
  ProposalVerdict verdict;
  verdict.region = region;
  verdict.id = id;
  verdict.reason = given.reason;
  verdict.by = actor_for(caller, Action::moderate_ideas, region, "");
  verdict.at = house.clock.now();
  if (given.accepted) {
    auto draft = draft_for(house, verdict, given);
    if (!draft) return tl::unexpected(draft.error());
    verdict.draft = std::move(*draft);
  }
  return house.proposals.decide(verdict);
}

}  // namespace jalur::app
