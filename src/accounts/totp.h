// The second factor: six digits that an authenticator makes anew every 30 seconds from a shared
// secret (TOTP, RFC 6238, with SHA-1, which is what every authenticator speaks).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace jalur::accounts {

inline constexpr std::size_t factor_secret_bytes = 20;  // RFC 4226 section 4, R6

// For typing in: letters A to Z and digits 2 to 7, no padding.
std::string base32(std::string_view bytes);

// Steps of 30 seconds since 1970.
std::int64_t factor_step(Instant now);
// The code of that step. `secret` is in Base32 as base32() writes it; empty when it is not.
std::string factor_code(const std::string& secret, std::int64_t step);

// Which step the code belongs to: the present one, or one beside it (clocks differ), but none up to
// `last`, so that a code that was seen over a shoulder is worth nothing. Nothing: it does not fit.
std::optional<std::int64_t> accepted_step(const std::string& secret, std::string_view code,
                                          Instant now, std::int64_t last);

// otpauth://totp/..., which authenticators read from a picture.
std::string factor_address(const std::string& secret, std::string_view email);

}  // namespace jalur::accounts
