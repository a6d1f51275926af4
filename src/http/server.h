// The HTTP server of Jalur. It knows the use cases and nothing of databases or spreadsheets.
//
// Connections are read and written by `threads` I/O threads, one coroutine per connection. What
// may wait for the store runs on `workers`. Answers that are in memory are written by the I/O
// thread in one call.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <vector>

#include "app/house.h"
#include "base/error.h"
#include "http/settings.h"

namespace jalur::http {

class Server {
 public:
  // `house`, the bytes of `assets` and `access_log` must outlive the server. One line per request
  // goes to `access_log`, from a thread of its own.
  Server(ServerSettings settings, app::House& house, const std::vector<Asset>& assets,
         std::ostream& access_log);
  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Answers from here on. Errors: invalid_input for a host that is no address,
  // unavailable when the port is taken.
  Expected<void> start();

  std::uint16_t port() const;  // after start()

  // Waits until stop() is done. From any thread.
  void wait();

  // Takes no more connections, lets answers under way finish for at most limits.stop_time, then
  // closes. Returns when all is closed. From any thread, but not from a signal handler.
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace jalur::http
