// Passwords and tokens by libsodium.
#pragma once

#include <semaphore>
#include <string>

#include "app/secrets.h"
#include "base/limits.h"

namespace jalur::world {

class SodiumSecrets final : public app::Secrets {
 public:
  SodiumSecrets();

  Expected<std::string> password_hash(std::string_view password) override;
  Expected<app::Fit> check(std::string_view password, const std::string& hash) override;
  bool is_outdated(const std::string& hash) override;
  std::string random_bytes(std::size_t count) override;
  std::string random_token() override;
  std::string fingerprint(std::string_view token) override;

 private:
  // Whoever hashes holds a place: 500 people who sign in at once take no more memory than two.
  std::counting_semaphore<limits::passwords_checked_at_once> places_{
      limits::passwords_checked_at_once};
  std::string nobodys_hash_;  // of a password that nobody knows
};

}  // namespace jalur::world
