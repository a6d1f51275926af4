#include "http/io_thread.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "http/connection.h"

namespace jalur::http {

IoThread::IoThread(Shop& shop)
    : shop_(shop),
      tally_(shop.metrics.new_tally()),
      sheet_(shop.log),
      work_(asio::make_work_guard(context_)) {
  read_clock();
}

IoThread::~IoThread() {
  stop_now();
  join();
  sheet_.hand_over();
}

void IoThread::start() {
  asio::co_spawn(context_, keep_time(), asio::detached);
  thread_ = std::thread([this] { context_.run(); });
}

void IoThread::welcome(Socket socket) {
  asio::co_spawn(context_, serve(std::move(socket)), asio::detached);
}

void IoThread::turn_away(Socket socket) {
  asio::co_spawn(context_, refuse(std::move(socket)), asio::detached);
}

void IoThread::stop_gently() {
  asio::post(context_, [this] {
    stopping_ = true;
    for (auto* connection : connections_) connection->stop();
  });
}

void IoThread::stop_now() { context_.stop(); }

void IoThread::join() {
  if (thread_.joinable()) thread_.join();
}

Task<void> IoThread::serve(Socket socket) {
  Connection connection(std::move(socket), *this);
  co_await connection.serve();
}

Task<void> IoThread::refuse(Socket socket) {
  Connection connection(std::move(socket), *this);
  co_await connection.refuse(Refusal::too_many_connections);
}

// One round a second (in tests more often) instead of a timer per operation: deadlines, the date,
// and the log's last lines.
Task<void> IoThread::keep_time() {
  using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                           asio::wait_traits<std::chrono::steady_clock>, Executor>;
  Timer timer(context_);
  for (;;) {
    timer.expires_after(shop_.limits.look_round);
    co_await timer.async_wait(asio::use_awaitable_t<Executor>());
    read_clock();
    for (auto* connection : connections_) connection->look(clock_read_at_);
    sheet_.hand_over();
  }
}

void IoThread::read_clock() {
  clock_read_at_ = std::chrono::steady_clock::now();
  clock_ = shop_.clock.now();
  const auto date = fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} GMT\r\n",
                                fmt::gmtime(std::chrono::system_clock::to_time_t(clock_)));
  date_ = date + "\r\n";
  closing_date_ = date + "Connection: close\r\n\r\n";
}

std::chrono::system_clock::time_point IoThread::wall_time(SteadyTime at) const {
  return clock_ +
         std::chrono::duration_cast<std::chrono::system_clock::duration>(at - clock_read_at_);
}

}  // namespace jalur::http
