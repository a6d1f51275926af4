// The own account.
#include "formats/people.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/sessions.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

Expected<Answer> change_password(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  const auto given = read_passwords(call.body);
  if (!given) return tl::unexpected(given.error());
  return app::change_password(site.house, call.session_token, given->current, given->password)
      .map([&](const auto& standing) { return session_answer(standing, site); });
}

Expected<Answer> begin_second_factor(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  if (auto wrong = unexpected_body(call)) return tl::unexpected(*wrong);
  return app::begin_second_factor(site.house, call.session_token).map([](const auto& secret) {
    return unkept_answer(factor_secret_json(secret));
  });
}

Expected<Answer> confirm_second_factor(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  const auto code = read_code(call.body);
  if (!code) return tl::unexpected(code.error());
  return app::confirm_second_factor(site.house, call.session_token, *code)
      .map([&](const auto& standing) { return session_answer(standing, site); });
}

Expected<Answer> end_second_factor(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  if (auto wrong = unexpected_body(call)) return tl::unexpected(*wrong);
  return app::end_second_factor(site.house, call.session_token).map([&](const auto& standing) {
    return session_answer(standing, site);
  });
}

}  // namespace jalur::http::endpoints
