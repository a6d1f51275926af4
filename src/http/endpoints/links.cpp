// One-time links.
#include "formats/people.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/sessions.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

Expected<Answer> get_link(const Call& call, const Site& site) {
  Parameters given(call);
  const std::string token(given.segment("token"));
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::read_link(site.house, token).map([](const auto& link) {
    return unkept_answer(link_json(link));
  });
}

Expected<Answer> use_link(const Call& call, const Site& site) {
  Parameters given(call);
  const std::string token(given.segment("token"));
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto use = read_link_use(call.body);
  if (!use) return tl::unexpected(use.error());
  return app::use_link(site.house, token, *use).map([&](const auto& opened) {
    return opened_answer(opened, site);
  });
}

}  // namespace jalur::http::endpoints
