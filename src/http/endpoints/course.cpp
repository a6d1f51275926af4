// Steps of whole submissions.
#include "app/workflow_use_cases.h"
#include "formats/workflow.h"
#include "http/endpoints/workflow.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Expected<Answer> step_answer(const Call& call, const Site& site, registry::Step step,
                             const std::string& reason) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::take_step(site.house, *call.caller, id, step, reason).map([](const auto& course) {
    return unkept_answer(course_json(course));
  });
}

}  // namespace

Expected<Answer> get_readiness_of(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::readiness(site.house, *call.caller, id).map([&](const auto& answer) {
    return unkept_answer(readiness_json(answer, call.language));
  });
}

Expected<Answer> hand_in(const Call& call, const Site& site) {
  return step_answer(call, site, registry::Step::hand_in, {});
}

Expected<Answer> take_back(const Call& call, const Site& site) {
  return step_answer(call, site, registry::Step::take_back, {});
}

Expected<Answer> send_back(const Call& call, const Site& site) {
  const auto reason = read_reason(call.body);
  if (!reason) return tl::unexpected(reason.error());
  return step_answer(call, site, registry::Step::send_back, *reason);
}

Expected<Answer> set_submission_state(const Call& call, const Site& site) {
  const auto state = read_state(call.body);
  if (!state) return tl::unexpected(state.error());
  return step_answer(call, site, registry::step_to(state->to), state->reason);
}

Expected<Answer> list_endorsements(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  const auto after = given.text("after", limits::target_bytes).value_or("");
  const int limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::list_endorsements(site.house, *call.caller, *key, after, limit)
      .map([](const auto& page) { return unkept_answer(endorsements_json(page)); });
}

Expected<Answer> endorse(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto submissions = read_endorsements(call.body);
  if (!submissions) return tl::unexpected(submissions.error());
  return app::endorse_many(site.house, *call.caller, *key, *submissions)
      .map([&](const auto& outcomes) {
        return unkept_answer(outcomes_json(outcomes, call.language));
      });
}

}  // namespace jalur::http::endpoints
