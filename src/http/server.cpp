#include "http/server.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "http/io_thread.h"  // first: Asio
#include "http/listening.h"

namespace jalur::http {

namespace {

using asio::ip::tcp;
using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

tl::unexpected<Error> cannot_listen(const ServerSettings& settings, const error_code& fault) {
  const auto place = fmt::format("{}:{}", settings.host, settings.port);
  if (fault == asio::error::address_in_use)
    return fail(ErrorCode::unavailable,
                {"Porta ini sudah dipakai program lain; pilih yang lain dengan --listen.",
                 "Another program uses this port already; choose another with --listen."},
                "listen", place);
  return fail(ErrorCode::unavailable,
              {fmt::format("Tidak dapat mendengarkan di alamat ini: {}.", fault.message()),
               fmt::format("Cannot listen on this address: {}.", fault.message())},
              "listen", place);
}

}  // namespace

// In the order in which they are built up; taken down in the reverse.
struct Server::Parts {
  Parts(ServerSettings given, app::House& house, const std::vector<Asset>& assets,
        std::ostream& access_log)
      : settings(std::move(given)),
        metrics(Desk::labels()),
        site{house,
             metrics,
             settings.version,
             settings.home,
             settings.public_origin,
             false,
             settings.public_origin.starts_with("https://"),
             settings.sample_people},
        desk(site, assets, settings.limits.cache_bytes),
        log(access_log),
        workers(std::max(settings.workers, 1), settings.limits.requests_waiting),
        shop{settings.limits,
             house.clock,
             desk,
             workers,
             metrics,
             log,
             [this] { connection_closed(); }} {}

  Expected<void> listen();
  void start();
  Task<void> accept_all();
  void greet(IoThread& thread, Socket socket);
  void connection_closed();
  bool wait_for_last_answers();
  void stop();

  ServerSettings settings;
  Metrics metrics;
  Site site;
  Desk desk;
  AccessLog log;
  std::mutex mutex;
  std::condition_variable changed;
  enum class Phase { fresh, running, stopping, stopped } phase = Phase::fresh;
  std::uint16_t port = 0;
  std::vector<std::unique_ptr<IoThread>> threads;
  Workers workers;
  Shop shop;
  std::optional<Acceptor> acceptor;
};

Expected<void> Server::Parts::listen() {
  const auto found = listen_place(settings.host);
  if (!found) return tl::unexpected(found.error());
  site.beyond_loopback = found->beyond_loopback;
  const tcp::endpoint place(asio::ip::make_address(found->address), settings.port);
  error_code fault;
  acceptor.emplace(threads.front()->context());
  acceptor->open(place.protocol(), fault);
  if (!fault) acceptor->set_option(Acceptor::reuse_address(true), fault);
  if (!fault) acceptor->bind(place, fault);
  if (!fault) acceptor->listen(Acceptor::max_listen_connections, fault);
  if (fault) return cannot_listen(settings, fault);
  port = acceptor->local_endpoint().port();
  return {};
}

void Server::Parts::start() {
  asio::co_spawn(threads.front()->context(), accept_all(), asio::detached);
  for (auto& thread : threads) thread->start();
}

// Connections go to the threads in turn.
Task<void> Server::Parts::accept_all() {
  constexpr asio::use_awaitable_t<Executor> awaited;
  constexpr std::chrono::milliseconds pause{50};  // when the process has no free descriptor
  Timer timer(threads.front()->context());
  for (std::size_t turn = 0; acceptor->is_open(); ++turn) {
    IoThread& thread = *threads[turn % threads.size()];
    Socket socket(thread.context());
    error_code fault;
    co_await acceptor->async_accept(socket, asio::redirect_error(awaited, fault));
    if (!fault) {
      greet(thread, std::move(socket));
    } else if (fault != asio::error::operation_aborted) {
      timer.expires_after(pause);
      co_await timer.async_wait(asio::redirect_error(awaited, fault));
    }
  }
}

// Those over the limit are told so; when even they are many, they are closed without a word.
void Server::Parts::greet(IoThread& thread, Socket socket) {
  constexpr std::int64_t told_most = 256;
  const auto most = static_cast<std::int64_t>(settings.limits.connections);
  const auto open = metrics.connections.load();
  if (open >= most) ++metrics.connections_refused;
  if (open >= most + told_most) return;
  ++metrics.connections;
  if (open < most)
    thread.welcome(std::move(socket));
  else
    thread.turn_away(std::move(socket));
}

void Server::Parts::connection_closed() {
  if (--metrics.connections > 0) return;
  const std::scoped_lock lock(mutex);
  changed.notify_all();
}

bool Server::Parts::wait_for_last_answers() {
  std::unique_lock lock(mutex);
  return changed.wait_for(lock, settings.limits.stop_time,
                          [this] { return metrics.connections == 0; });
}

void Server::Parts::stop() {
  asio::post(threads.front()->context(), [this] {
    error_code ignored;
    acceptor->close(ignored);
    for (auto& thread : threads) thread->stop_gently();
  });
  wait_for_last_answers();
  for (auto& thread : threads) thread->stop_now();
  for (auto& thread : threads) thread->join();
  workers.stop();
  acceptor.reset();
  threads.clear();
}

Server::Server(ServerSettings settings, app::House& house, const std::vector<Asset>& assets,
               std::ostream& access_log)
    : parts_(std::make_unique<Parts>(std::move(settings), house, assets, access_log)) {}

Server::~Server() { stop(); }

Expected<void> Server::start() {
  for (int i = 0; i < std::max(parts_->settings.threads, 1); ++i)
    parts_->threads.push_back(std::make_unique<IoThread>(parts_->shop));
  if (auto listening = parts_->listen(); !listening) {
    parts_->acceptor.reset();
    parts_->threads.clear();
    return listening;
  }
  parts_->start();
  const std::scoped_lock lock(parts_->mutex);
  parts_->phase = Parts::Phase::running;
  return {};
}

std::uint16_t Server::port() const { return parts_->port; }

void Server::wait() {
  std::unique_lock lock(parts_->mutex);
  parts_->changed.wait(lock, [this] { return parts_->phase == Parts::Phase::stopped; });
}

void Server::stop() {
  {
    std::unique_lock lock(parts_->mutex);
    if (parts_->phase == Parts::Phase::fresh) return;
    if (parts_->phase != Parts::Phase::running) {
      parts_->changed.wait(lock, [this] { return parts_->phase == Parts::Phase::stopped; });
      return;
    }
    parts_->phase = Parts::Phase::stopping;
  }
  parts_->stop();
  const std::scoped_lock lock(parts_->mutex);
  parts_->phase = Parts::Phase::stopped;
  parts_->changed.notify_all();
}

}  // namespace jalur::http
