// What a password must be. Long and not to be guessed; no rules about kinds of characters, which
// only make people write them down (NIST SP 800-63B section 5.1.1.2).
#pragma once

#include <string_view>

#include "base/error.h"

namespace jalur::accounts {

// `name` and `email` are those of the person, who may not use them. The sentence never repeats what
// was given. Errors: invalid_input on `password`.
Expected<void> check_password(std::string_view password, std::string_view name,
                              std::string_view email);

}  // namespace jalur::accounts
