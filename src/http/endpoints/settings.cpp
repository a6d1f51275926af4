// What a region has chosen.
#include "formats/people.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

Expected<Answer> get_settings(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::show_settings(site.house, *call.caller, *region).map([](const auto& settings) {
    return unkept_answer(settings_json(settings));
  });
}

Expected<Answer> put_settings(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto settings = read_settings(call.body);
  if (!settings) return tl::unexpected(settings.error());
  return app::change_settings(site.house, *call.caller, *region, *settings)
      .map([](const auto& kept) { return unkept_answer(settings_json(kept)); });
}

}  // namespace jalur::http::endpoints
