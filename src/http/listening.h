// Where the server may listen.
#pragma once

#include <string>

#include "base/error.h"

namespace jalur::http {

struct ListenPlace {
  std::string address;  // numeric
  bool beyond_loopback = false;
};

// For "localhost" and numeric addresses, IPv6 also in brackets. Errors: invalid_input.
Expected<ListenPlace> listen_place(const std::string& host);

}  // namespace jalur::http
