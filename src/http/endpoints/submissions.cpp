// One submission, and its claims.
#include "formats/answers.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

Expected<Answer> get_submission(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::show_submission(site.house, *call.caller, id).map([&](const auto& found) {
    return json_answer(submission_json(found, call.language));
  });
}

Expected<Answer> put_claim(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  const std::string indicator(given.segment("indicator"));
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto level = read_level(call.body);
  if (!level) return tl::unexpected(level.error());
  return app::save_claim(site.house, *call.caller, id, indicator, *level)
      .map([](const auto& saved) { return unkept_answer(saved_claim_json(saved)); });
}

}  // namespace jalur::http::endpoints
