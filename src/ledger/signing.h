// Ed25519: what the installation signs with, and what everybody can check.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace jalur::ledger {

using Seed = std::array<std::uint8_t, 32>;  // secret
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

class SigningKey {
 public:
  // The same seed gives the same key.
  explicit SigningKey(const Seed& seed);
  ~SigningKey();
  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;

  const PublicKey& public_key() const { return public_key_; }
  Signature sign(std::string_view message) const;

 private:
  PublicKey public_key_{};
  std::array<std::uint8_t, 64> secret_{};
};

bool fits(const Signature& signature, std::string_view message, const PublicKey& key);

}  // namespace jalur::ledger
