// What the protocol forbids, before any use case is asked.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace jalur::http {

enum class Refusal {
  malformed,
  host_missing,
  foreign_origin,
  no_such_page,
  wrong_method,
  too_slow,
  length_missing,
  body_too_large,
  target_too_long,
  wrong_content_type,
  misdirected,
  header_too_large,
  unknown_coding,
  too_many_connections,
  queue_full,
  unknown_version,
  unknown_tus_version,
  wrong_piece_type,
};

const ErrorKind& kind_of(Refusal refusal);

// The problem's field, value and sentence. `value`: what was given, where that helps.
Problem problem_of(Refusal refusal, std::string_view value);

}  // namespace jalur::http
