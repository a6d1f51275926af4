// The second pair of eyes: the queue, verdicts, remarks, objections.
#include "app/workflow_use_cases.h"
#include "formats/answers.h"
#include "formats/workflow.h"
#include "http/endpoints/workflow.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

constexpr std::array<std::pair<std::string_view, app::QueueSort>, 2> sorts{
    {{"age", app::QueueSort::age}, {"effect", app::QueueSort::effect}}};

std::optional<IndicatorId> indicator_of(Parameters& given) {
  const auto text = given.text("indicator", limits::id_bytes);
  if (!text) return std::nullopt;
  const auto id = IndicatorId::parse(*text);
  if (!id) {
    given.wrong_value("indicator", *text,
                      {"Harus nomor indikator seperti \"16\" atau \"5a\".",
                       "It must be the number of an indicator such as \"16\" or \"5a\"."});
  }
  return id;
}

void check_one_direction(Parameters& given, const app::QueueQuery& query) {
  if (query.after.empty() || query.before.empty()) return;
  given.wrong_value("before", query.before,
                    {"Tidak dapat bersama `after`; pilih salah satu.",
                     "Not together with `after`; give one of them."});
}

Expected<Answer> saved_answer(const Expected<app::SavedClaim>& saved) {
  if (!saved) return tl::unexpected(saved.error());
  return unkept_answer(saved_claim_json(*saved));
}

// The claim in the path.
struct Named {
  std::string submission;
  std::string indicator;
};
Expected<Named> claim_in(const Call& call) {
  Parameters given(call);
  Named named{given.submission(), std::string(given.segment("indicator"))};
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return named;
}

}  // namespace

Expected<Answer> get_queue(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  app::QueueQuery query;
  query.sort = given.choice("sort", sorts).value_or(app::QueueSort::age);
  query.unit = given.text("unit", limits::name_bytes);
  query.indicator = indicator_of(given);
  query.after = given.text("after", limits::target_bytes).value_or("");
  query.before = given.text("before", limits::target_bytes).value_or("");
  query.limit = given.page_limit();
  check_one_direction(given, query);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  query.key = *key;
  return app::verification_queue(site.house, *call.caller, query).map([](const auto& page) {
    return unkept_answer(queue_json(page));
  });
}

Expected<Answer> get_claim(const Call& call, const Site& site) {
  const auto named = claim_in(call);
  if (!named) return tl::unexpected(named.error());
  return app::show_claim(site.house, *call.caller, named->submission, named->indicator)
      .map([](const auto& answer) { return unkept_answer(claim_json(answer)); });
}

Expected<Answer> verify_claim(const Call& call, const Site& site) {
  const auto named = claim_in(call);
  if (!named) return tl::unexpected(named.error());
  const auto verdict = read_verdict(call.body);
  if (!verdict) return tl::unexpected(verdict.error());
  return saved_answer(
      app::verify_claim(site.house, *call.caller, named->submission, named->indicator, *verdict));
}

Expected<Answer> add_remark(const Call& call, const Site& site) {
  const auto named = claim_in(call);
  if (!named) return tl::unexpected(named.error());
  const auto text = read_remark(call.body);
  if (!text) return tl::unexpected(text.error());
  return app::add_remark(site.house, *call.caller, named->submission, named->indicator, *text)
      .map([](const auto& remark) { return unkept_answer(remark_json(remark)); });
}

Expected<Answer> object(const Call& call, const Site& site) {
  const auto named = claim_in(call);
  if (!named) return tl::unexpected(named.error());
  const auto reason = read_reason(call.body);
  if (!reason) return tl::unexpected(reason.error());
  return app::object_to_verdict(site.house, *call.caller, named->submission, named->indicator,
                                *reason)
      .map([](const auto& answer) { return unkept_answer(objection_json(answer)); });
}

Expected<Answer> decide_objection(const Call& call, const Site& site) {
  const auto named = claim_in(call);
  if (!named) return tl::unexpected(named.error());
  const auto decision = read_decision(call.body);
  if (!decision) return tl::unexpected(decision.error());
  return saved_answer(app::decide_objection(site.house, *call.caller, named->submission,
                                            named->indicator, *decision));
}

Expected<Answer> list_objections(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::list_objections(site.house, *call.caller, *key).map([](const auto& items) {
    return unkept_answer(objections_json(items));
  });
}

}  // namespace jalur::http::endpoints
