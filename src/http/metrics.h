// What the server measures about itself, as Prometheus text.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace jalur::http {

// Counts of one thread: only that thread adds, any thread may read.
class Tally {
 public:
  explicit Tally(std::size_t routes);

  void answered(std::size_t route, int status, std::int64_t micros, std::size_t bytes);
  void cache_asked(bool hit) { (hit ? cache_hits_ : cache_misses_).fetch_add(1, order); }

 private:
  friend class Metrics;
  static constexpr auto order = std::memory_order_relaxed;
  // Upper borders of the histogram in microseconds; the last bucket is open.
  static constexpr std::array<std::int64_t, 11> borders{
      100, 250, 500, 1'000, 2'500, 5'000, 10'000, 50'000, 250'000, 1'000'000, 5'000'000};
  static constexpr std::array<int, 23> statuses{200, 201, 204, 304, 400, 403, 404, 405,
                                                408, 409, 411, 412, 413, 414, 415, 421,
                                                422, 431, 500, 501, 503, 505, 0};
  using Count = std::atomic<std::uint64_t>;
  struct Route {
    std::array<Count, statuses.size()> by_status{};
    std::array<Count, borders.size() + 1> by_time{};
    Count micros{0};
  };

  std::vector<Route> routes_;
  Count bytes_{0};
  Count cache_hits_{0};
  Count cache_misses_{0};
};

class Metrics {
 public:
  // `routes`: the label of each route, by its place in the table.
  explicit Metrics(std::vector<std::string> routes) : routes_(std::move(routes)) {}

  Tally& new_tally();  // lives as long as the metrics

  std::atomic<std::int64_t> connections{0};
  std::atomic<std::uint64_t> connections_refused{0};
  std::atomic<std::uint64_t> requests_refused{0};  // the queue for workers was full

  std::string text() const;

 private:
  std::vector<std::string> routes_;
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<Tally>> tallies_;
};

}  // namespace jalur::http
