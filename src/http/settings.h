// What a server is told at its start.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/people_use_cases.h"
#include "app/ports.h"
#include "base/limits.h"

namespace jalur::http {

// The limits of base/limits.h, changeable so that a test can reach them quickly.
struct ServerLimits {
  std::size_t header_bytes = limits::header_bytes;  // request line and fields with the empty line
  std::size_t target_bytes = limits::target_bytes;
  std::size_t body_bytes = limits::body_bytes;
  std::size_t workbook_bytes = limits::people_workbook_bytes;   // of a body that is a workbook
  std::size_t stream_bytes = limits::video_bytes;               // of a body that is streamed
  std::size_t stream_least_bytes = limits::stream_least_bytes;  // of it in each stream_window
  std::size_t connections = limits::connections;
  std::size_t requests_waiting = limits::requests_waiting;
  std::size_t cache_bytes = limits::answer_cache_bytes;
  std::chrono::milliseconds header_time = limits::header_time;  // from the first byte
  std::chrono::milliseconds body_time = limits::body_time;
  std::chrono::milliseconds stream_window = limits::stream_window;
  std::chrono::milliseconds idle_time = limits::idle_time;
  std::chrono::milliseconds write_time = limits::write_time;  // without a byte taken
  std::chrono::milliseconds stop_time = limits::stop_time;
  std::chrono::milliseconds linger_time = limits::linger_time;
  std::chrono::milliseconds look_round{1'000};  // how often deadlines are looked at
};

struct ServerSettings {
  std::string host = "127.0.0.1";  // numeric, or localhost
  std::uint16_t port = 8080;       // 0: any that is free
  int threads = 1;                 // that read and write connections
  int workers = 16;                // that wait for the store
  std::string version;
  std::optional<app::YearKey> home;  // opened first when it is on record
  std::string public_origin;         // as people reach us: "https://jalur.example"; empty: not told
  std::vector<app::SamplePerson> sample_people;
  ServerLimits limits;
};

// A file of the program that is served as it is.
struct Asset {
  std::string_view
      path;  // of the address: "/index.html", "/assets/app-1a2b.js", "/api/openapi.yaml"
  std::string_view bytes;  // must outlive the server
};

}  // namespace jalur::http
