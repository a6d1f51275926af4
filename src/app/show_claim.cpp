#include "app/allowed.h"
#include "app/claim_lines.h"
#include "app/proceedings.h"
#include "app/workflow_use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

using accounts::Action;
using registry::ClaimState;

// What the caller may do with a claim as it stands.
class Permits {
 public:
  Permits(House& house, const accounts::Caller& caller, const ClaimSubject& subject,
          const ClaimAnswer& answer)
      : house_(house), caller_(caller), subject_(subject), answer_(answer) {}

  std::vector<std::string> all() const {
    std::vector<std::string> found;
    if (claim()) found.emplace_back("claim");
    if (verify()) found.emplace_back("verify");
    if (may(Action::remark) && unlocked()) found.emplace_back("remark");
    if (object()) found.emplace_back("object");
    if (decide()) found.emplace_back("decide_objection");
    return found;
  }

 private:
  const Place& place() const { return subject_.place; }
  ClaimState state() const { return answer_.claim.standing.state; }
  bool may(Action action) const {
    return accounts::may(caller_, action, {place().key.region, place().unit, false});
  }
  bool unlocked() const { return !place().calendar.locked_at; }

  bool claim() const {
    const Action action = place().of_government ? Action::edit_government : Action::edit_claims;
    return may(action) &&
           check_claim_open(house_, subject_, hand_of(caller_, action, place())).has_value();
  }
  bool verify() const {
    return may(Action::verify) && unlocked() && state() != ClaimState::empty &&
           state() != ClaimState::claimed;
  }
  bool object() const {
    if (!may(Action::object_) || !unlocked() || answer_.papers.objection) return false;
    const Instant at = answer_.papers.verdict ? answer_.papers.verdict->given.at : Instant{};
    const registry::ClaimNow now{answer_.claim.level, answer_.claim.verified_level, state(),
                                 answer_.papers.revision};
    return registry::check_objection(now, at, place().calendar.targets.object,
                                     registry::day_of(house_.clock.now()))
        .has_value();
  }
  bool decide() const {
    const auto& papers = answer_.papers;
    const bool open = papers.objection && !papers.objection->decision;
    const bool is_judge = papers.verdict && papers.verdict->given.by.person == caller_.person;
    return open && !is_judge && unlocked() && may(Action::decide_objection);
  }

  House& house_;
  const accounts::Caller& caller_;
  const ClaimSubject& subject_;
  const ClaimAnswer& answer_;
};

}  // namespace

Expected<ClaimAnswer> show_claim(House& house, const accounts::Caller& caller,
                                 const std::string& submission, const std::string& indicator) {
  const auto subject = claim_subject(house, submission, indicator);
  if (!subject) return tl::unexpected(subject.error());
  const Place& place = subject->place;
  const RegionCode& region = place.key.region;
  if (const auto may = allowed(house, caller, Action::read_drafts, region, place.unit); !may)
    return tl::unexpected(may.error());
  const auto year = house.years.get(place.key);
  if (!year) return tl::unexpected(year.error());
  const auto proceedings = house.workflow.proceedings(region, submission);
  if (!proceedings) return tl::unexpected(proceedings.error());
  const IndicatorId id = subject->indicator->id;
  auto record = house.workflow.claim_record(region, submission, id);
  if (!record) return tl::unexpected(record.error());
  ClaimAnswer answer{submission, place.of_government ? (*year)->data.name : place.name,
                     place.unit, saved_claim(house, *subject, **year, 0).claim,
                     {},         std::move(*record),
                     {}};
  answer.papers =
      papers_of(*proceedings, id, (*year)->calendar.targets, registry::day_of(house.clock.now()));
  answer.can = Permits(house, caller, *subject, answer).all();
  return answer;
}

}  // namespace jalur::app
