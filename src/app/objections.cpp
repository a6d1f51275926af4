#include "app/allowed.h"
#include "app/rulings.h"
#include "app/workflow_use_cases.h"
#include "app/year_rules.h"

namespace jalur::app {

namespace {

using accounts::Action;
using registry::Outcome;
using registry::Verdict;

tl::unexpected<Error> objected_already() {
  return fail(ErrorCode::conflict, {"Klaim ini sudah disanggah; sanggah hanya sekali.",
                                    "This claim was objected to already; that is done once."});
}

Expected<void> check_objectable(const ClaimFound& found, const ClaimSubject& subject, Date today) {
  if (found.objection) return objected_already();
  const auto now = claim_now(found, subject.indicator->id);
  const Instant found_at = found.verdict ? found.verdict->given.at : Instant{};
  return registry::check_objection(now, found_at, subject.place.calendar.targets.object, today);
}

Expected<void> check_decidable(const ClaimFound& found, const accounts::Caller& caller) {
  if (!found.objection)
    return fail(ErrorCode::not_found, {"Klaim ini tidak disanggah.", "There is no objection."});
  if (found.objection->decision) {
    return fail(ErrorCode::conflict,
                {"Sanggah ini sudah diputuskan.", "This objection was decided already."});
  }
  if (!found.verdict || found.verdict->given.by.person != caller.person) return {};
  return fail(ErrorCode::forbidden,
              {"Yang memberi verifikasi tidak memutuskan sanggah atasnya; mintalah orang lain.",
               "Whoever gave the verdict does not decide on the objection; ask somebody else."});
}

Expected<Ruling> upheld(const ClaimFound& found, const ClaimSubject& subject,
                        const DecisionGiven& given) {
  const auto now = claim_now(found, subject.indicator->id);
  const auto level = registry::level_upheld(now, found.objection->claim_revision, given.level);
  if (!level) return tl::unexpected(level.error());
  const Verdict verdict = *level == now.claimed ? Verdict::accepted : Verdict::lowered;
  return Ruling{verdict, *level, maturity_with(found, subject, *level), Outcome::upheld,
                given.reason};
}

Expected<Ruling> rejected(const ClaimFound& found, const ClaimSubject& subject,
                          const DecisionGiven& given) {
  if (given.level) {
    return fail(ErrorCode::invalid_input,
                {"parameter hanya diisi saat sanggah diterima",
                 "a level is given only when the objection is upheld"},
                "level", std::to_string(number(*given.level)));
  }
  const Level verified = claim_now(found, subject.indicator->id).verified.value_or(Level::none);
  return Ruling{std::nullopt, verified, maturity_with(found, subject, verified), Outcome::rejected,
                given.reason};
}

}  // namespace

Expected<ObjectionAnswer> object_to_verdict(House& house, const accounts::Caller& caller,
                                            const std::string& submission,
                                            const std::string& indicator,
                                            const std::string& reason) {
  const auto subject = claim_subject(house, submission, indicator);
  if (!subject) return tl::unexpected(subject.error());
  const Place& place = subject->place;
  const RegionCode& region = place.key.region;
  if (const auto may = allowed(house, caller, Action::object_, region, place.unit); !may)
    return tl::unexpected(may.error());
  if (const auto told = registry::check_reason(reason); !told) return tl::unexpected(told.error());
  const Instant now = house.clock.now();
  const Date today = registry::day_of(now);
  const auto check = [&](const ClaimFound& found) {
    return check_objectable(found, *subject, today);
  };
  const auto saved =
      house.workflow.object({place.key, submission, subject->indicator->id, reason, check, now,
                             actor_for(caller, Action::object_, region, place.unit), place.name});
  if (!saved) return tl::unexpected(saved.error());
  const auto year = house.years.advance(place.key, saved->year_revision, [](StoredYear&) {});
  if (!year) return tl::unexpected(year.error());
  return ObjectionAnswer{
      saved->objection,
      registry::due_of_objection(now, subject->indicator->id, place.calendar.targets, today)};
}

Expected<SavedClaim> decide_objection(House& house, const accounts::Caller& caller,
                                      const std::string& submission, const std::string& indicator,
                                      const DecisionGiven& given) {
  const auto subject = claim_subject(house, submission, indicator);
  if (!subject) return tl::unexpected(subject.error());
  if (const auto may = allowed(house, caller, Action::decide_objection, subject->place.key.region,
                               subject->place.unit);
      !may)
    return tl::unexpected(may.error());
  if (const auto told = registry::check_reason(given.reason); !told)
    return tl::unexpected(told.error());
  const auto decide = [&](const ClaimFound& found) -> Expected<Ruling> {
    if (const auto can = check_decidable(found, caller); !can) return tl::unexpected(can.error());
    return given.outcome == Outcome::upheld ? upheld(found, *subject, given)
                                            : rejected(found, *subject, given);
  };
  return rule(house, caller, Action::decide_objection, *subject, decide);
}

Expected<std::vector<ObjectionItem>> list_objections(House& house, const accounts::Caller& caller,
                                                     const YearKey& key) {
  const auto year = house.years.get(key);
  if (!year) return tl::unexpected(year.error());
  const auto open = house.workflow.open_objections(key);
  if (!open) return tl::unexpected(open.error());
  const Date today = registry::day_of(house.clock.now());
  std::vector<ObjectionItem> items;
  for (const OpenObjection& each : *open) {
    const auto place = place_in(**year, each.submission);
    const SubmissionRows rows = rows_of(**year, place);
    const std::string unit = rows.innovation != nullptr ? rows.innovation->unit : std::string();
    if (each.judge == caller.person ||
        !accounts::may(caller, Action::decide_objection, {key.region, unit, false}))
      continue;
    items.push_back(
        {each.submission,
         rows.innovation != nullptr ? rows.innovation->name : (*year)->data.name,
         unit,
         each.indicator,
         rows.levels.at(each.indicator),
         rows.verified ? rows.verified->find(each.indicator) : std::nullopt,
         {each.objection, registry::due_of_objection(each.objection.made.at, each.indicator,
                                                     (*year)->calendar.targets, today)}});
  }
  return items;
}

}  // namespace jalur::app
