// The addresses the server may listen on until there are accounts.
#pragma once

#include <string>

#include "base/error.h"

namespace jalur::http {

// The numeric address for "localhost", "127.x.x.x", "::1" or "[::1]". Errors: invalid_input.
Expected<std::string> loopback_address(const std::string& host);

}  // namespace jalur::http
