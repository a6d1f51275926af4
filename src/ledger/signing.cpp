#include "ledger/signing.h"

#include <sodium.h>

namespace jalur::ledger {

namespace {

const unsigned char* bytes_of(std::string_view message) {
  return reinterpret_cast<const unsigned char*>(message.data());
}

}  // namespace

SigningKey::SigningKey(const Seed& seed) {
  crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

Signature SigningKey::sign(std::string_view message) const {
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(),
                       secret_.data());
  return signature;
}

bool fits(const Signature& signature, std::string_view message, const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(),
                                     key.data()) == 0;
}

}  // namespace jalur::ledger
