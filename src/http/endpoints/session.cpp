// Signing in and out.
#include "formats/people.h"
#include "http/cookies.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/sessions.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Secure secure_on(const Site& site) { return site.secure_cookies ? Secure::yes : Secure::no; }

}  // namespace

Answer session_answer(const app::Standing& standing, const Site& site) {
  return unkept_answer(session_json(standing, site.sample_people));
}

Answer opened_answer(const app::Opened& opened, const Site& site) {
  Answer answer = session_answer(opened.standing, site);
  answer.fields.emplace_back("Set-Cookie", session_cookie(opened.token, secure_on(site)));
  return answer;
}

std::optional<Error> unexpected_body(const Call& call) {
  if (call.body.empty()) return std::nullopt;
  return fail(ErrorCode::invalid_input,
              {"Panggilan ini tidak memerlukan isi.", "This call takes no body."})
      .value();
}

Expected<Answer> get_session(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return app::show_session(site.house, call.session_token).map([&](const auto& standing) {
    return session_answer(standing, site);
  });
}

Expected<Answer> sign_in(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  const auto given = read_sign_in(call.body);
  if (!given) return tl::unexpected(given.error());
  return app::sign_in(site.house, given->email, given->password, call.client)
      .map([&](const auto& opened) { return opened_answer(opened, site); });
}

Expected<Answer> sign_out(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  if (auto wrong = unexpected_body(call)) return tl::unexpected(*wrong);
  if (auto done = app::sign_out(site.house, call.session_token); !done)
    return tl::unexpected(done.error());
  Answer answer = session_answer({}, site);
  answer.fields.emplace_back("Set-Cookie", no_session_cookie(secure_on(site)));
  return answer;
}

Expected<Answer> give_second_factor(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  const auto code = read_code(call.body);
  if (!code) return tl::unexpected(code.error());
  return app::give_second_factor(site.house, call.session_token, *code, call.client)
      .map([&](const auto& opened) { return opened_answer(opened, site); });
}

}  // namespace jalur::http::endpoints
