#include "world/system.h"

#include <cstdlib>

#include <sodium.h>

namespace jalur::world {

Instant SystemClock::now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

SystemRandomness::SystemRandomness() {
  if (sodium_init() < 0) std::abort();  // no source of randomness: no id could be trusted
}

std::array<std::uint8_t, 10> SystemRandomness::ten_bytes() {
  std::array<std::uint8_t, 10> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

StopSignals::StopSignals() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void StopSignals::wait() const {
  int signal = 0;
  sigwait(&signals_, &signal);
}

}  // namespace jalur::world
