// Every limit on what comes from outside, with its unit. Each has a test at the limit and one past
// it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace jalur::limits {

// Files
inline constexpr std::size_t region_year_bytes = 32u << 20;         // a region's year as JSON
inline constexpr std::size_t workbook_bytes = 16u << 20;            // an XLSX as it is sent
inline constexpr std::size_t workbook_unpacked_bytes = 128u << 20;  // all its parts together
inline constexpr std::size_t workbook_parts = 1'000;
inline constexpr std::size_t workbook_strings = 1'000'000;    // texts that cells share
inline constexpr std::size_t sheet_columns = 100;             // read from one sheet
inline constexpr std::size_t cell_text_bytes = 4u * 32'767u;  // Excel: 32,767 characters
inline constexpr int xml_depth = 64;
inline constexpr std::size_t xml_token_bytes = 1u << 20;  // one tag with its attributes
inline constexpr std::size_t ruleset_bytes = 1u << 20;
inline constexpr int json_depth = 32;

// Records
inline constexpr int year_first = 2000;
inline constexpr int year_last = 2100;
inline constexpr std::size_t innovations_per_year = 5'000;  // the largest published: 1,214
inline constexpr std::size_t units_per_region = 2'000;
inline constexpr std::size_t name_bytes = 400;
inline constexpr std::size_t prose_bytes = 40'000;
inline constexpr std::size_t id_bytes = 64;
inline constexpr std::size_t affairs_per_innovation = 38;
inline constexpr std::size_t problems_per_answer = 50;
inline constexpr std::size_t shown_value_bytes = 60;           // of a wrong value, in a message
inline constexpr std::size_t ledger_proof_bytes = 256u << 10;  // a proof as JSON
inline constexpr std::size_t ledger_path_steps = 64;           // a day of 2^64 entries

// HTTP
inline constexpr std::size_t header_bytes = 16u << 10;
inline constexpr std::size_t target_bytes = 4u << 10;
inline constexpr std::size_t body_bytes = 64u << 10;
inline constexpr std::size_t connections = 2'000;
inline constexpr std::size_t path_segments = 16;
inline constexpr std::size_t query_parameters = 32;
inline constexpr std::size_t answer_cache_bytes = 32u << 20;
inline constexpr std::size_t log_waiting_bytes = 4u << 20;  // further lines are dropped and counted
inline constexpr std::size_t compress_from_bytes = 1'024;   // smaller answers gain nothing
inline constexpr std::size_t requests_waiting = 512;        // for a worker of the store
inline constexpr std::chrono::seconds header_time{10};
inline constexpr std::chrono::seconds body_time{30};
inline constexpr std::chrono::seconds idle_time{60};
inline constexpr std::chrono::seconds write_time{30};
inline constexpr std::chrono::seconds linger_time{
    2};  // for the caller to close, after the last answer
inline constexpr std::chrono::seconds stop_time{10};  // for answers under way at a graceful stop

// Lists
inline constexpr int page_default = 50;
inline constexpr int page_most = 200;
inline constexpr std::size_t search_text_bytes = 100;

// Store
inline constexpr std::chrono::milliseconds store_wait{5'000};  // for a lock or a pooled connection

}  // namespace jalur::limits
