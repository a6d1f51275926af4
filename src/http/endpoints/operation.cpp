// Health and measurement.
#include <fmt/format.h>

#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Answer never_kept(std::string_view content_type, std::string body) {
  Answer answer;
  answer.content_type = content_type;
  answer.body = std::move(body);
  answer.keeping = Keeping::never;
  answer.vary = "";
  return answer;
}

// The version is ours and needs no escaping.
Answer fine(const Site& site) {
  return never_kept("application/json",
                    fmt::format(R"({{"status":"ok","version":"{}"}})", site.version));
}

}  // namespace

Expected<Answer> get_health(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return fine(site);
}

Expected<Answer> get_readiness(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return site.house.store.ready().map([&] { return fine(site); });
}

Expected<Answer> get_metrics(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  return never_kept("text/plain; version=0.0.4; charset=utf-8", site.metrics.text());
}

}  // namespace jalur::http::endpoints
