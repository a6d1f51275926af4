#include "http/metrics.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <prometheus/text_serializer.h>

namespace jalur::http {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

MetricFamily family(std::string name, std::string help, MetricType type) {
  MetricFamily made;
  made.name = std::move(name);
  made.help = std::move(help);
  made.type = type;
  return made;
}

template <class Number>
MetricFamily counter(std::string name, std::string help, Number value) {
  auto made = family(std::move(name), std::move(help), MetricType::Counter);
  made.metric.emplace_back().counter.value = static_cast<double>(value);
  return made;
}

template <class Number>
MetricFamily gauge(std::string name, std::string help, Number value) {
  auto made = family(std::move(name), std::move(help), MetricType::Gauge);
  made.metric.emplace_back().gauge.value = static_cast<double>(value);
  return made;
}

}  // namespace

Tally::Tally(std::size_t routes) : routes_(routes) {}

void Tally::answered(std::size_t route, int status, std::int64_t micros, std::size_t bytes) {
  auto& counts = routes_[route];
  const auto known = std::find(statuses.begin(), statuses.end() - 1, status);
  counts.by_status[static_cast<std::size_t>(known - statuses.begin())].fetch_add(1, order);
  const auto bucket = std::lower_bound(borders.begin(), borders.end(), micros);
  counts.by_time[static_cast<std::size_t>(bucket - borders.begin())].fetch_add(1, order);
  counts.micros.fetch_add(static_cast<std::uint64_t>(micros), order);
  bytes_.fetch_add(bytes, order);
}

Tally& Metrics::new_tally() {
  const std::scoped_lock lock(mutex_);
  return *tallies_.emplace_back(std::make_unique<Tally>(routes_.size()));
}

std::string Metrics::text() const {
  const std::scoped_lock lock(mutex_);
  const auto sum = [this](auto part) {
    std::uint64_t total = 0;
    for (const auto& tally : tallies_) total += part(*tally).load(Tally::order);
    return total;
  };

  auto requests = family("jalur_http_requests_total", "Requests answered.", MetricType::Counter);
  auto times = family("jalur_http_request_duration_seconds",
                      "From the request read to the answer written.", MetricType::Histogram);
  for (std::size_t route = 0; route < routes_.size(); ++route) {
    for (std::size_t status = 0; status < Tally::statuses.size(); ++status) {
      const auto count = sum([&](auto& t) -> auto& { return t.routes_[route].by_status[status]; });
      if (count == 0) continue;
      auto& metric = requests.metric.emplace_back();
      metric.label = {{"route", routes_[route]},
                      {"status", fmt::format("{}", Tally::statuses[status])}};
      metric.counter.value = static_cast<double>(count);
    }
    ClientMetric metric;
    metric.label = {{"route", routes_[route]}};
    for (std::size_t bucket = 0; bucket < Tally::borders.size() + 1; ++bucket) {
      metric.histogram.sample_count +=
          sum([&](auto& t) -> auto& { return t.routes_[route].by_time[bucket]; });
      if (bucket < Tally::borders.size())
        metric.histogram.bucket.push_back(
            {metric.histogram.sample_count, static_cast<double>(Tally::borders[bucket]) / 1e6});
    }
    const auto micros = sum([&](auto& t) -> auto& { return t.routes_[route].micros; });
    metric.histogram.sample_sum = static_cast<double>(micros) / 1e6;
    if (metric.histogram.sample_count > 0) times.metric.push_back(std::move(metric));
  }

  std::ostringstream out;
  prometheus::TextSerializer().Serialize(
      out, {std::move(requests), std::move(times),
            counter("jalur_http_answer_bytes_total", "Bytes sent.",
                    sum([](auto& t) -> auto& { return t.bytes_; })),
            counter("jalur_http_cache_hits_total", "Answers that were in memory and current.",
                    sum([](auto& t) -> auto& { return t.cache_hits_; })),
            counter("jalur_http_cache_misses_total", "Answers that had to be made.",
                    sum([](auto& t) -> auto& { return t.cache_misses_; })),
            gauge("jalur_http_connections", "Connections open.", connections.load()),
            counter("jalur_http_connections_refused_total", "Connections over the limit.",
                    connections_refused.load()),
            counter("jalur_http_requests_refused_total", "Requests over the limit of waiting ones.",
                    requests_refused.load())});
  return std::move(out).str();
}

}  // namespace jalur::http
