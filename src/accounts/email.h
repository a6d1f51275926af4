// Electronic addresses, which are also the names people sign in with.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace jalur::accounts {

// Without the white space around it and in lower case: two ways of writing one address are one
// person. Only what every mail server understands is taken: no quotes, no comments, no address
// literals. Errors: invalid_input on `email`.
Expected<std::string> folded_email(std::string_view text);

}  // namespace jalur::accounts
