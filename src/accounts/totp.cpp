#include "accounts/totp.h"

#include <array>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <liboath/oath.h>

namespace jalur::accounts {

namespace {

constexpr unsigned code_digits = 6;
constexpr std::chrono::seconds step_length{30};

// What liboath hands out must be given back to free().
struct Free {
  void operator()(char* bytes) const { std::free(bytes); }
};
using Bytes = std::unique_ptr<char, Free>;

std::string from_base32(const std::string& text) {
  char* bytes = nullptr;
  std::size_t length = 0;
  if (oath_base32_decode(text.data(), text.size(), &bytes, &length) != OATH_OK) return {};
  const Bytes owned(bytes);
  return {owned.get(), length};
}

// In a time that does not tell how much of it fits.
bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i])) ^
                  static_cast<unsigned>(static_cast<unsigned char>(b[i]));
  return difference == 0;
}

std::string escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_' || c == '~';
    escaped += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return escaped;
}

}  // namespace

std::string base32(std::string_view bytes) {
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK) return {};
  const Bytes owned(text);
  const std::string_view padded(owned.get(), length);
  return std::string(padded.substr(0, padded.find('=')));
}

std::int64_t factor_step(Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / step_length;
}

std::string factor_code(const std::string& secret, std::int64_t step) {
  const std::string key = from_base32(secret);
  if (key.empty() || step < 0) return {};
  std::array<char, code_digits + 1> code{};
  const int made =
      oath_hotp_generate(key.data(), key.size(), static_cast<std::uint64_t>(step), code_digits,
                         false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  return made == OATH_OK ? std::string(code.data()) : std::string();
}

std::optional<std::int64_t> accepted_step(const std::string& secret, std::string_view code,
                                          Instant now, std::int64_t last) {
  if (code.size() != code_digits) return std::nullopt;
  const std::int64_t present = factor_step(now);
  std::optional<std::int64_t> accepted;
  for (const std::int64_t step : {present - 1, present, present + 1})
    if (same(factor_code(secret, step), code) && step > last) accepted = step;
  return accepted;
}

std::string factor_address(const std::string& secret, std::string_view email) {
  return fmt::format(
      "otpauth://totp/Jalur:{}?secret={}&issuer=Jalur&algorithm=SHA1&digits={}&period={}",
      escaped(email), secret, code_digits, step_length.count());
}

}  // namespace jalur::accounts
