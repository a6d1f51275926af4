// One request as it came, before anything in it is believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jalur::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

// The fields of a resumable upload (tus 1.0).
template <class String>
struct UploadFields {
  String version;   // Tus-Resumable
  String offset;    // Upload-Offset
  String length;    // Upload-Length
  String metadata;  // Upload-Metadata
};

// The views point into the connection's copy of the header and live until the answer is written.
struct Request {
  Method method = Method::other;
  std::string_view method_word;
  std::string_view target;
  std::string_view host;
  std::string_view client;  // the address it came from
  std::string_view accept;
  std::string_view accept_encoding;
  std::string_view accept_language;
  std::string_view if_none_match;
  std::string_view content_type;
  std::optional<std::string_view> origin;
  std::string_view forwarded_for;  // what a proxy says of the address
  std::string_view fetch_site;     // Sec-Fetch-Site: what the browser says of the page that asks
  std::string_view cookie;
  UploadFields<std::string_view> upload;
  bool keep_alive = false;
  bool waits_for_continue = false;  // "Expect: 100-continue"
  bool body_announced = false;      // Content-Length or chunked
  std::string body;
};

}  // namespace jalur::http
