// What the endpoints of accounts answer with.
#pragma once

#include <optional>

#include "http/route.h"

namespace jalur::http::endpoints {

Answer session_answer(const app::Standing& standing, const Site& site);
// With the cookie of the session that begins.
Answer opened_answer(const app::Opened& opened, const Site& site);

// For calls that need none. Errors: invalid_input.
std::optional<Error> unexpected_body(const Call& call);

}  // namespace jalur::http::endpoints
