#include "world/secrets.h"

#include <array>
#include <cerrno>
#include <cstdlib>

#include <sodium.h>

#include "accounts/token.h"

namespace jalur::world {

namespace {

// About 64 MiB and a tenth of a second.
constexpr auto operations = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;

template <class Semaphore>
class Place {
 public:
  explicit Place(Semaphore& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  Semaphore& places_;
};

tl::unexpected<Error> no_memory() {
  return fail(ErrorCode::unavailable,
              {"Memori tidak cukup untuk memeriksa kata sandi; coba lagi sebentar lagi.",
               "There is not enough memory to check the password; try again in a moment."});
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64url(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
  text.pop_back();  // the NUL
  return text;
}

}  // namespace

SodiumSecrets::SodiumSecrets() {
  if (sodium_init() < 0) std::abort();  // no source of randomness: no token could be trusted
  if (auto hash = password_hash(random_token())) nobodys_hash_ = std::move(*hash);
}

Expected<std::string> SodiumSecrets::password_hash(std::string_view password) {
  const Place place(places_);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), operations, memory_bytes) !=
      0)
    return no_memory();
  return std::string(hash.data());
}

Expected<app::Fit> SodiumSecrets::check(std::string_view password, const std::string& hash) {
  const Place place(places_);
  const std::string& looked_at = hash.empty() ? nobodys_hash_ : hash;
  errno = 0;
  const bool fits =
      crypto_pwhash_str_verify(looked_at.c_str(), password.data(), password.size()) == 0;
  if (!fits && errno == ENOMEM) return no_memory();
  return fits && !hash.empty() ? app::Fit::yes : app::Fit::no;
}

bool SodiumSecrets::is_outdated(const std::string& hash) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), operations, memory_bytes) != 0;
}

std::string SodiumSecrets::random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string SodiumSecrets::random_token() {
  return base64url(random_bytes(accounts::token_random_bytes));
}

std::string SodiumSecrets::fingerprint(std::string_view token) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(token), token.size(), nullptr, 0);
  std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return text.data();
}

}  // namespace jalur::world
