#include <array>

#include "formats/workflow.h"
#include "formats/workflow_parts.h"

namespace jalur {

namespace {

const char* word(registry::Gap::Kind kind) {
  constexpr std::array words{"mandatory_empty", "words",   "stage",   "window",
                             "no_evidence",     "profile", "returned"};
  return words[static_cast<std::size_t>(kind)];
}

const char* word(registry::DueStep step) {
  constexpr std::array words{"hand_in", "endorse", "verify", "answer", "decide"};
  return words[static_cast<std::size_t>(step)];
}

Json id_or_null(const std::optional<IndicatorId>& indicator) {
  return indicator ? Json(indicator->str()) : Json();
}

Json gap_of(const registry::Gap& gap, Language language) {
  return {{"kind", word(gap.kind)},
          {"indicator", id_or_null(gap.indicator)},
          {"field", text_or_null(gap.field)},
          {"text", gap.text.in(language)},
          {"worth", gap.worth.rounded().str()}};
}

Json due_of(const registry::Due& due) {
  return {{"step", word(due.step)},
          {"indicator", id_or_null(due.indicator)},
          {"due_on", to_string(due.on)},
          {"overdue", due.overdue}};
}

Json item_of(const app::QueueItem& item) {
  return {{"submission", item.submission},
          {"name", item.name},
          {"unit", text_or_null(item.unit)},
          {"indicator", item.indicator->id.str()},
          {"indicator_name", json_of(item.indicator->name)},
          {"level", number(item.level)},
          {"verified_level", json_of(item.verified)},
          {"since", to_string(item.since)},
          {"due_on", to_string(item.due.on)},
          {"overdue", item.due.overdue},
          {"index_effect", item.effect.rounded().str()}};
}

Json exceptions_of(const app::CalendarAnswer& answer) {
  Json list = Json::array();
  for (std::size_t i = 0; i < answer.calendar.exceptions.size(); ++i) {
    const registry::UnitException& exception = answer.calendar.exceptions[i];
    list.push_back({{"unit", exception.unit},
                    {"name", answer.unit_names[i]},
                    {"until", to_string(exception.until)},
                    {"reason", text_or_null(exception.reason)}});
  }
  return list;
}

}  // namespace

std::string course_json(const app::CourseAnswer& course) { return json_of(course).dump(); }

std::string endorsements_json(const app::EndorsementPage& page) {
  Json items = Json::array();
  for (const app::EndorsementItem& item : page.items) {
    items.push_back({{"submission", item.submission},
                     {"name", item.name},
                     {"unit", item.unit},
                     {"handed_in_at", to_string(item.handed_in_at)},
                     {"due_on", to_string(item.due.on)},
                     {"overdue", item.due.overdue},
                     {"maturity", item.maturity.str()}});
  }
  return Json{{"items", std::move(items)}, {"next", text_or_null(page.next)}, {"total", page.total}}
      .dump();
}

std::string outcomes_json(const std::vector<app::EndorsementOutcome>& outcomes, Language language) {
  Json items = Json::array();
  int endorsed = 0;
  for (const app::EndorsementOutcome& outcome : outcomes) {
    if (!outcome.refusal) ++endorsed;
    items.push_back({{"submission", outcome.submission},
                     {"endorsed", !outcome.refusal},
                     {"text", outcome.refusal ? Json(outcome.refusal->in(language)) : Json()}});
  }
  return Json{{"items", std::move(items)}, {"endorsed", endorsed}}.dump();
}

std::string readiness_json(const app::ReadinessAnswer& answer, Language language) {
  Json gaps = Json::array();
  for (const auto& gap : answer.readiness.gaps) gaps.push_back(gap_of(gap, language));
  Json dues = Json::array();
  for (const auto& due : answer.due) dues.push_back(due_of(due));
  return Json{{"submission", answer.submission},
              {"met", answer.readiness.met},
              {"checks", answer.readiness.checks},
              {"gaps", std::move(gaps)},
              {"due", std::move(dues)},
              {"worth_when_counted", rounded_or_null(answer.readiness.worth_when_counted)}}
      .dump();
}

std::string queue_json(const app::QueuePage& page) {
  Json items = Json::array();
  for (const app::QueueItem& item : page.items) items.push_back(item_of(item));
  return Json{{"items", std::move(items)},
              {"previous", text_or_null(page.previous)},
              {"next", text_or_null(page.next)},
              {"total", page.total},
              {"overdue", page.overdue}}
      .dump();
}

std::string claim_json(const app::ClaimAnswer& answer) {
  Json revisions = Json::array();
  for (const app::ClaimRevision& each : answer.record.revisions) {
    revisions.push_back({{"revision", each.revision},
                         {"level", number(each.level)},
                         {"made_at", to_string(each.made_at)}});
  }
  Json verdicts = Json::array();
  for (const app::VerdictRow& each : answer.record.verdicts) verdicts.push_back(json_of(each));
  Json remarks = Json::array();
  for (const app::Remark& each : answer.record.remarks) remarks.push_back(json_of(each));
  return Json{{"submission", answer.submission},
              {"claim", json_of(answer.claim, answer.papers)},
              {"name", answer.name},
              {"unit", text_or_null(answer.unit)},
              {"revisions", std::move(revisions)},
              {"verdicts", std::move(verdicts)},
              {"remarks", std::move(remarks)},
              {"can", answer.can}}
      .dump();
}

std::string remark_json(const app::Remark& remark) { return json_of(remark).dump(); }

std::string objection_json(const app::ObjectionAnswer& answer) {
  return json_of(answer.objection, answer.due).dump();
}

std::string objections_json(const std::vector<app::ObjectionItem>& items) {
  Json list = Json::array();
  for (const app::ObjectionItem& item : items) {
    list.push_back({{"submission", item.submission},
                    {"name", item.name},
                    {"unit", text_or_null(item.unit)},
                    {"indicator", item.indicator.str()},
                    {"level", number(item.level)},
                    {"verified_level", json_of(item.verified)},
                    {"objection", json_of(item.objection.objection, item.objection.due)}});
  }
  return Json{{"items", std::move(list)}}.dump();
}

std::string calendar_json(const app::CalendarAnswer& answer) {
  const registry::Calendar& calendar = answer.calendar;
  const registry::Targets& targets = calendar.targets;
  return Json{{"region", answer.key.region.str()},
              {"year", answer.key.year},
              {"phase", word(answer.phase)},
              {"days_left", answer.days_left ? Json(*answer.days_left) : Json()},
              {"opens_on", json_of(calendar.opens_on)},
              {"closes_on", json_of(calendar.closes_on)},
              {"extended_to", json_of(calendar.extended_to)},
              {"locked_at", json_of(calendar.locked_at)},
              {"lock_reason", text_or_null(calendar.lock_reason)},
              {"targets",
               {{"endorse", targets.endorse},
                {"verify", targets.verify},
                {"answer", targets.answer},
                {"object", targets.object},
                {"decide", targets.decide}}},
              {"exceptions", exceptions_of(answer)}}
      .dump();
}

}  // namespace jalur
