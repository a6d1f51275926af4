#include "formats/workflow_parts.h"

#include <array>

#include "formats/region_year.h"

namespace jalur {

namespace {

const char* word(registry::Verdict verdict) {
  constexpr std::array words{"accepted", "lowered", "returned", "carried", "imported"};
  return words[static_cast<std::size_t>(verdict)];
}

Json date_of(const std::optional<registry::Due>& due) {
  return due ? Json(to_string(due->on)) : Json();
}

bool is_overdue(const std::optional<registry::Due>& due) { return due && due->overdue; }

Json decision_of(const std::optional<app::ObjectionDecision>& decision) {
  if (!decision) return {};
  const bool upheld = decision->outcome == registry::Outcome::upheld;
  return {{"outcome", upheld ? "upheld" : "rejected"},
          {"level", number(decision->level)},
          {"reason", decision->reason},
          {"by", json_of(decision->given)}};
}

Json signed_or_null(const std::optional<app::Signed>& signed_by) {
  return signed_by ? json_of(*signed_by) : Json();
}

Json word_of(const std::optional<app::Proceedings::Word>& last_word) {
  if (!last_word) return {};
  return {{"reason", last_word->reason}, {"by", json_of(last_word->given)}};
}

Json counts_of(const app::WorkCounts& counts) {
  return {{"drafts", counts.drafts},         {"to_endorse", counts.to_endorse},
          {"waiting", counts.waiting},       {"returned", counts.returned},
          {"objections", counts.objections}, {"overdue", counts.overdue}};
}

}  // namespace

const char* word(registry::Phase phase) {
  constexpr std::array words{"not_open", "open", "closed", "locked"};
  return words[static_cast<std::size_t>(phase)];
}

const char* word(registry::ClaimState state) {
  constexpr std::array words{"empty", "claimed", "waiting", "accepted", "lowered", "returned"};
  return words[static_cast<std::size_t>(state)];
}

Json json_of(const std::optional<Instant>& instant) {
  return instant ? Json(to_string(*instant)) : Json();
}

Json json_of(const app::Signed& signed_by) {
  return {{"at", to_string(signed_by.at)},
          {"name", text_or_null(signed_by.by.name)},
          {"role", text_or_null(signed_by.by.role)}};
}

Json json_of(const app::ClaimLine& claim) {
  const Points weight = claim.indicator->weight;
  return {{"indicator", claim.indicator->id.str()},
          {"level", number(claim.level)},
          {"verified_level", json_of(claim.verified_level)},
          {"points", (weight * number(claim.level)).str()},
          {"verified_points",
           claim.verified_level ? Json((weight * number(*claim.verified_level)).str()) : Json()},
          {"next_level_effect", rounded_or_null(claim.next_level_effect)},
          {"state", word(claim.standing.state)},
          {"since", json_of(claim.standing.since)},
          {"due_on", date_of(claim.due)},
          {"overdue", is_overdue(claim.due)}};
}

Json json_of(const app::ClaimLine& claim, const app::ClaimPapers& papers) {
  Json json = json_of(claim);
  json["claim_revision"] = papers.revision;
  json["verdict"] = papers.verdict ? json_of(*papers.verdict) : Json();
  json["objection"] = papers.objection ? json_of(*papers.objection, papers.objection_due) : Json();
  json["remarks"] = papers.remarks;
  return json;
}

Json json_of(const app::CourseAnswer& course) {
  return {{"submission", course.submission},
          {"state", word(course.course.state)},
          {"waits_for_endorsement", course.course.waits_for_endorsement()},
          {"handed_in", signed_or_null(course.handed_in)},
          {"endorsed", signed_or_null(course.endorsed)},
          {"last_word", word_of(course.last_word)},
          {"due_on", date_of(course.due)},
          {"overdue", is_overdue(course.due)},
          {"phase", word(course.phase)},
          {"last_day", json_of(course.last_day)}};
}

Json json_of(const app::VerdictRow& verdict) {
  return {{"revision", verdict.revision},           {"claim_revision", verdict.claim_revision},
          {"verdict", word(verdict.verdict)},       {"level", number(verdict.level)},
          {"reason", text_or_null(verdict.reason)}, {"by", json_of(verdict.given)}};
}

Json json_of(const app::Objection& objection, const std::optional<registry::Due>& due) {
  return {{"reason", objection.reason},
          {"by", json_of(objection.made)},
          {"claim_revision", objection.claim_revision},
          {"due_on", date_of(due)},
          {"overdue", is_overdue(due)},
          {"decision", decision_of(objection.decision)}};
}

Json json_of(const app::Remark& remark) {
  return {{"id", remark.id}, {"text", remark.text}, {"by", json_of(remark.made)}};
}

Json json_of(const ExpectedIndex& expected) {
  const Fraction percent(expected.share.numerator() * 100, expected.share.denominator());
  return {{"index", expected.index.rounded().str()},
          {"class", expected.class_name},
          {"share", percent.rounded().str()},
          {"assumed", expected.assumed},
          {"decided", expected.decided},
          {"waiting", expected.waiting}};
}

Json json_of(const app::OpenWork& work) {
  Json units = Json::array();
  for (const auto& [unit, counts] : work.units)
    units.push_back({{"unit", unit}, {"work", counts_of(counts)}});
  return {{"phase", word(work.phase)},
          {"days_left", work.days_left ? Json(*work.days_left) : Json()},
          {"total", counts_of(work.total)},
          {"units", std::move(units)}};
}

}  // namespace jalur
