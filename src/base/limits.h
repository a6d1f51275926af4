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
inline constexpr int unit_depth = 5;  // levels of the tree of units
inline constexpr std::size_t name_bytes = 400;
inline constexpr std::size_t prose_bytes = 40'000;
inline constexpr std::size_t id_bytes = 64;
inline constexpr std::size_t affairs_per_innovation = 38;
inline constexpr std::size_t problems_per_answer = 50;
inline constexpr std::size_t shown_value_bytes = 60;           // of a wrong value, in a message
inline constexpr std::size_t ledger_proof_bytes = 256u << 10;  // a proof as JSON
inline constexpr std::size_t ledger_path_steps = 64;           // a day of 2^64 entries

// Profiles and citizens' proposals
inline constexpr std::int64_t budget_rupiah = 1'000'000'000'000'000;  // exact in every JSON reader
inline constexpr std::size_t decree_number_bytes = 200;
inline constexpr std::size_t address_bytes = 2'000;  // of a page on the web
inline constexpr std::size_t contact_bytes = 254;    // e-mail or telephone of a citizen
inline constexpr std::size_t proposal_prose_bytes = 4'000;
inline constexpr int proposals_per_client = 5;                      // at once, from one address
inline constexpr std::chrono::minutes client_proposal_returns{10};  // one of them
inline constexpr int proposals_per_region = 100;                    // at once
inline constexpr std::chrono::minutes region_proposal_returns{1};   // one of them
inline constexpr std::size_t proposers_at_once = 10'000;            // addresses in memory

// HTTP
inline constexpr std::size_t header_bytes = 16u << 10;
inline constexpr std::size_t target_bytes = 4u << 10;
inline constexpr std::size_t body_bytes = 64u << 10;
inline constexpr std::size_t people_workbook_bytes = 1u
                                                     << 20;  // as it is sent; thousands of people
inline constexpr std::size_t connections = 2'000;
inline constexpr std::size_t path_segments = 16;
inline constexpr std::size_t query_parameters = 32;
inline constexpr std::size_t answer_cache_bytes = 32u << 20;
inline constexpr std::size_t log_waiting_bytes = 4u << 20;  // further lines are dropped and counted
inline constexpr std::size_t compress_from_bytes = 1'024;   // smaller answers gain nothing
inline constexpr std::size_t doorman_entries = 20'000;      // sessions in memory
inline constexpr std::chrono::seconds doorman_memory{5};    // until the store is asked again
inline constexpr std::size_t requests_waiting = 512;        // for a worker of the store
inline constexpr std::chrono::seconds header_time{10};
inline constexpr std::chrono::seconds body_time{30};
inline constexpr std::chrono::seconds idle_time{60};
inline constexpr std::chrono::seconds write_time{30};
inline constexpr std::chrono::seconds linger_time{
    2};  // for the caller to close, after the last answer
inline constexpr std::chrono::seconds stop_time{10};  // for answers under way at a graceful stop

// Evidence
inline constexpr std::size_t pdf_bytes = 25u << 20;
inline constexpr std::size_t picture_bytes = 10u << 20;      // JPEG, PNG, WebP
inline constexpr std::size_t office_bytes = 16u << 20;       // DOCX, XLSX, PPTX
inline constexpr std::size_t video_bytes = 100u << 20;       // MP4; the most of all
inline constexpr std::chrono::hours upload_life{24};         // from its begin
inline constexpr int uploads_per_person = 20;                // under way at once
inline constexpr std::size_t upload_words_bytes = 2u << 10;  // Upload-Metadata as it is sent
inline constexpr std::size_t file_name_bytes = 200;
inline constexpr std::size_t link_bytes = 2'000;
inline constexpr std::size_t document_words_bytes = 200;  // a number, a signer
inline constexpr int evidence_per_claim = 30;
// A body that is streamed must bring this much in this time, again and again: 400 kbit/s bring
// twenty times as much, and who trickles ends.
inline constexpr std::size_t stream_least_bytes = 64u << 10;
inline constexpr std::chrono::seconds stream_window{30};
inline constexpr std::size_t stream_piece_bytes = 64u << 10;  // of a file, read or sent at once
inline constexpr int pdf_pages = 2'000;
inline constexpr std::size_t pdf_text_bytes = 1u << 20;         // of its text layer, kept
inline constexpr std::size_t page_picture_bytes = 8u << 20;     // made of one page
inline constexpr std::size_t pdf_tool_memory_bytes = 1u << 30;  // of one child process
inline constexpr std::chrono::seconds pdf_tool_time{20};        // of one child process
inline constexpr std::size_t office_parts = 5'000;              // files in a DOCX, XLSX, PPTX
inline constexpr std::chrono::seconds scan_time{60};            // for clamd to answer

// People and signing in
inline constexpr std::size_t password_characters = 10;  // at least
inline constexpr std::size_t password_bytes = 256;
inline constexpr std::size_t password_different_characters = 4;  // at least
inline constexpr std::size_t email_bytes = 254;                  // RFC 5321 with its erratum 1690
inline constexpr std::size_t email_name_bytes = 64;              // before the @
inline constexpr std::size_t person_name_bytes = 200;
inline constexpr std::size_t grants_per_person = 20;
inline constexpr std::size_t people_per_file = 2'000;
inline constexpr std::size_t token_bytes = 100;      // of a session or a one-time link
inline constexpr int passwords_checked_at_once = 2;  // each takes 64 MiB for its time
inline constexpr int wrong_tries = 5;                // of one person, before the first wait
inline constexpr std::chrono::minutes first_wait{1};
inline constexpr std::chrono::minutes longest_wait{60};
inline constexpr std::chrono::hours tries_forgotten{24};       // after the last one
inline constexpr int tries_per_client = 60;                    // at once, from one address
inline constexpr std::chrono::seconds client_try_returns{10};  // one of them
inline constexpr std::size_t throttled_at_once = 10'000;       // people, and addresses
inline constexpr std::chrono::hours session_idle{12};
inline constexpr std::chrono::hours session_whole{7 * 24};
inline constexpr std::chrono::minutes session_half{10};       // for the second factor to be given
inline constexpr std::chrono::minutes session_seen_every{5};  // the last use is noted
inline constexpr std::chrono::hours invitation_life{7 * 24};
inline constexpr std::chrono::hours recovery_life{24};
inline constexpr std::chrono::hours first_link_life{24};

// Endorsement, verification, the year's calendar
inline constexpr std::size_t reason_characters = 10;          // at least
inline constexpr std::size_t reason_characters_most = 4'000;  // also of a remark
inline constexpr std::size_t reason_bytes = 16'000;
inline constexpr std::size_t endorsed_at_once = 200;
inline constexpr int target_days_most = 365;
inline constexpr int claim_revision_most = 1'000'000;

// Lists
inline constexpr int page_default = 50;
inline constexpr int page_most = 200;
inline constexpr std::size_t search_text_bytes = 100;
inline constexpr std::int64_t unread_counted = 100;  // "99+"

// Mail
inline constexpr int digest_lines = 60;   // of one person's mail of a day
inline constexpr int mails_at_once = 20;  // sent between two looks at whether to stop
inline constexpr std::chrono::seconds mail_connect_time{15};
inline constexpr std::chrono::seconds mail_time{60};  // for one message

// Store
inline constexpr std::chrono::milliseconds revision_gap{20};   // for a change made at the same time
inline constexpr std::size_t commits_together = 256;           // writers served by one commit
inline constexpr std::size_t statements_kept = 200;            // parsed, per connection
inline constexpr std::chrono::milliseconds store_wait{5'000};  // for a lock or a pooled connection

}  // namespace jalur::limits
