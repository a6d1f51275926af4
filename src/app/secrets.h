// What must not be guessed: passwords as they are kept, and tokens.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace jalur::app {

enum class Fit { no, yes };

// From any thread; checking waits while limits::passwords_checked_at_once others are checked.
class Secrets {
 public:
  virtual ~Secrets() = default;

  // argon2id with its salt and costs, as one text. Errors: unavailable (no memory).
  virtual Expected<std::string> password_hash(std::string_view password) = 0;
  // An empty hash stands for somebody who does not exist or has no password: it takes as long as
  // any other and never fits. Errors: unavailable (no memory).
  virtual Expected<Fit> check(std::string_view password, const std::string& hash) = 0;
  // Whether the costs are no longer those of a new hash.
  virtual bool is_outdated(const std::string& hash) = 0;

  virtual std::string random_bytes(std::size_t count) = 0;
  // accounts::token_random_bytes random bytes as base64url.
  virtual std::string random_token() = 0;
  // BLAKE2b-256 in hexadecimal: all that is kept of a token.
  virtual std::string fingerprint(std::string_view token) = 0;
};

}  // namespace jalur::app
