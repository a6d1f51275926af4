// One thread that reads and writes connections, with what its connections share. Includes Asio:
// for the few files that talk to sockets only.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>  // before Asio 1.74, which forgets it under g++ 12

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "http/access_log.h"
#include "http/desk.h"
#include "http/metrics.h"
#include "http/settings.h"
#include "http/workers.h"

namespace jalur::http {

namespace asio = boost::asio;

// The concrete executor everywhere: a polymorphic one costs an indirect call per operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class Result>
using Task = asio::awaitable<Result, Executor>;
using SteadyTime = std::chrono::steady_clock::time_point;

class Connection;

// What all threads share. Lives longer than they do.
struct Shop {
  const ServerLimits limits;
  app::Clock& clock;
  Desk& desk;
  Workers& workers;
  Metrics& metrics;
  AccessLog& log;
  std::function<void()> connection_closed;  // from any thread
};

class IoThread {
 public:
  explicit IoThread(Shop& shop);
  ~IoThread();

  asio::io_context& context() { return context_; }
  void start();

  // From any thread. The socket must belong to context().
  void welcome(Socket socket);
  // There are too many connections: says so and closes.
  void turn_away(Socket socket);
  // From any thread. Idle connections close now, the others after the answer under way.
  void stop_gently();
  // From any thread. Whatever is under way is dropped.
  void stop_now();
  void join();

  // For connections, on this thread.
  Shop& shop() { return shop_; }
  bool stopping() const { return stopping_; }
  Tally& tally() { return tally_; }
  void log(const LoggedRequest& request, SteadyTime at) { sheet_.line(wall_time(at), request); }
  void log_defect(std::string_view what) { sheet_.defect(shop_.clock.now(), what); }
  // "Date: ...\r\n\r\n", the closing one with "Connection: close" before the empty line.
  std::string_view date() const { return date_; }
  std::string_view closing_date() const { return closing_date_; }
  std::list<Connection*>& connections() { return connections_; }

 private:
  Task<void> serve(Socket socket);
  Task<void> refuse(Socket socket);
  Task<void> keep_time();
  void read_clock();
  std::chrono::system_clock::time_point wall_time(SteadyTime at) const;

  Shop& shop_;
  Tally& tally_;
  LogSheet sheet_;
  std::list<Connection*> connections_;  // of this thread; each takes itself off
  bool stopping_ = false;
  SteadyTime clock_read_at_;
  std::chrono::system_clock::time_point clock_;
  std::string date_;
  std::string closing_date_;
  asio::io_context context_{1};  // its coroutines use the members above
  asio::executor_work_guard<Executor> work_;
  std::thread thread_;
};

}  // namespace jalur::http
