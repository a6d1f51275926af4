#include "http/loopback.h"

#include "http/negotiation.h"

namespace jalur::http {

Expected<std::string> loopback_address(const std::string& host) {
  if (same_word(host, "localhost")) return "127.0.0.1";
  if (host == "::1" || host == "[::1]") return "::1";
  if (host.find(':') == std::string::npos && is_loopback_authority(host)) return host;
  return fail(ErrorCode::invalid_input,
              {"Selama belum ada akun, server hanya boleh didengar di komputer ini sendiri: "
               "127.0.0.1, ::1 atau localhost.",
               "Until there are accounts, the server may listen on this machine only: 127.0.0.1, "
               "::1 or localhost."},
              "listen", host);
}

}  // namespace jalur::http
