// The world as it really is: the machine's clock, its randomness, its signals. Only main.cpp uses
// this room; everybody else knows the ports.
#pragma once

#include <csignal>

#include "app/ports.h"

namespace jalur::world {

class SystemClock final : public app::Clock {
 public:
  Instant now() override;
};

// libsodium's generator. Construct one before the first thread starts.
class SystemRandomness final : public app::Randomness {
 public:
  SystemRandomness();
  std::array<std::uint8_t, 10> ten_bytes() override;
};

// SIGINT and SIGTERM as an event to wait for. From its construction on they no longer end the
// program; construct it before the first thread starts, so that every thread leaves them alone.
class StopSignals {
 public:
  StopSignals();
  void wait() const;  // until one of them has come

 private:
  sigset_t signals_;
};

}  // namespace jalur::world
