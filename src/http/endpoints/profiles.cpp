// The life of an innovation: its profile, its stages, its years.
#include "formats/profiles.h"

#include "formats/workflow.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/sessions.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

constexpr int created = 201;

Answer with_status(Answer answer, int status) {
  answer.status = status;
  return answer;
}

Expected<Answer> profile_answer(const Call& call, const Expected<app::ProfileAnswer>& profile) {
  if (!profile) return tl::unexpected(profile.error());
  return unkept_answer(profile_json(*profile, call.language));
}

Expected<Answer> carry(const Call& call, const Site& site, app::Carrying carrying) {
  Parameters given(call);
  const auto id = given.submission();
  const auto year = given.year("to_year");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::carry_over(site.house, *call.caller, id, *year, carrying)
      .map([&](const auto& carried) {
        return unkept_answer(carry_over_json(carried, call.language));
      });
}

}  // namespace

Expected<Answer> open_year(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto year = read_year_given(call.body);
  if (!year) return tl::unexpected(year.error());
  return app::open_year(site.house, *call.caller, {*region, year->year}, year->ruleset)
      .map([](const auto& opened) {
        return with_status(unkept_answer(year_opened_json(opened)), created);
      });
}

Expected<Answer> register_innovation(const Call& call, const Site& site) {
  Parameters given(call);
  const auto key = given.year_key();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto innovation = read_innovation(call.body);
  if (!innovation) return tl::unexpected(innovation.error());
  return app::register_innovation(site.house, *call.caller, *key, *innovation)
      .map([&](const auto& profile) {
        return with_status(unkept_answer(profile_json(profile, call.language)), created);
      });
}

Expected<Answer> get_profile(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return profile_answer(call, app::show_profile(site.house, *call.caller, id));
}

Expected<Answer> put_profile(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto profile = read_profile(call.body);
  if (!profile) return tl::unexpected(profile.error());
  return profile_answer(call, app::save_profile(site.house, *call.caller, id, *profile));
}

Expected<Answer> move_stage(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto step = read_step(call.body);
  if (!step) return tl::unexpected(step.error());
  return profile_answer(call, app::move_stage(site.house, *call.caller, id, *step));
}

Expected<Answer> withdraw_submission(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto reason = read_reason(call.body);
  if (!reason) return tl::unexpected(reason.error());
  return profile_answer(call, app::withdraw(site.house, *call.caller, id, *reason));
}

Expected<Answer> undo_withdrawal(const Call& call, const Site& site) {
  Parameters given(call);
  const auto id = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  if (auto body = unexpected_body(call)) return tl::unexpected(*body);
  return profile_answer(call, app::undo_withdrawal(site.house, *call.caller, id));
}

Expected<Answer> preview_carry_over(const Call& call, const Site& site) {
  return carry(call, site, app::Carrying::preview);
}

Expected<Answer> carry_over(const Call& call, const Site& site) {
  if (auto body = unexpected_body(call)) return tl::unexpected(*body);
  return carry(call, site, app::Carrying::carried_out).map([](Answer&& answer) {
    return with_status(std::move(answer), created);
  });
}

Expected<Answer> list_profile_terms(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return json_answer(profile_terms_json(site.house.reference.profile_terms));
}

}  // namespace jalur::http::endpoints
