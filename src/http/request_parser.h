// Reads requests with Beast's parser, without an allocation per field.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/refusal.h"
#include "http/request.h"
#include "http/settings.h"

namespace jalur::http {

// Where the header ends (one past its empty line); nothing while more bytes are needed.
std::optional<std::size_t> header_end(std::string_view bytes);

// What is wrong with the beginning of a header already; nothing: it may still become one.
std::optional<Refusal> header_fault(std::string_view bytes, const ServerLimits& limits);

class RequestParser {
 public:
  explicit RequestParser(const ServerLimits& limits);
  ~RequestParser();

  // A new request. `header` ends with the empty line; `request` keeps views into it.
  std::optional<Refusal> head(std::string_view header, Request& request);

  bool body_done() const;

  // The body is to be held as a whole, and may have `most` bytes. Without this call the
  // limit is that of the largest upload, and `body` hands out pieces in request.body, to be taken
  // from there.
  std::optional<Refusal> hold_body(std::size_t most);

  struct Taken {
    std::size_t bytes = 0;  // that were used up
    std::optional<Refusal> refusal;
  };
  // The next bytes of the body; what was not used up is to be given again with more.
  Taken body(std::string_view bytes);

 private:
  class Reader;
  const ServerLimits& limits_;
  std::unique_ptr<std::optional<Reader>> reader_;
};

}  // namespace jalur::http
