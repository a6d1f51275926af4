#include "http/answer.h"

#include <functional>

#include <fmt/format.h>

#include "base/limits.h"
#include "http/gzip.h"

namespace jalur::http {

namespace {

// Of exactly these bytes, so that it holds across restarts, other databases and newer programs. An
// entity tag guards against mistakes, not against attacks: 64 bits are enough.
std::string etag_of(std::string_view bytes, std::string_view suffix) {
  return fmt::format("\"{:016x}{}\"", std::hash<std::string_view>{}(bytes), suffix);
}

std::string_view cache_control(Keeping keeping) {
  switch (keeping) {
    case Keeping::never:
      return "no-store";
    case Keeping::revalidate:
      return "no-cache";
    case Keeping::forever:
      return "public, max-age=31536000, immutable";
  }
  return "no-store";
}

// The fields that a 200 and its 304 share.
std::string shared_fields(const Answer& answer, std::string_view etag) {
  std::string fields;
  if (!etag.empty()) fields += fmt::format("ETag: {}\r\n", etag);
  fields += fmt::format("Cache-Control: {}\r\n", cache_control(answer.keeping));
  if (!answer.vary.empty()) fields += fmt::format("Vary: {}\r\n", answer.vary);
  for (const auto& [name, value] : answer.fields) fields += fmt::format("{}: {}\r\n", name, value);
  return fields + "X-Content-Type-Options: nosniff\r\n";
}

std::string status_line(int status) {
  return fmt::format("HTTP/1.1 {} {}\r\n", status, reason_of(status));
}

// A 204 has no body, and must not say how long it is (RFC 9110 section 8.6).
std::string body_fields(const Answer& answer, std::size_t length, std::string_view coding) {
  if (answer.status == 204) return {};
  auto fields =
      fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", answer.content_type, length);
  if (!coding.empty()) fields += fmt::format("Content-Encoding: {}\r\n", coding);
  return fields;
}

void write_heads(Representation& made, const Answer& answer, std::string_view coding) {
  made.status = answer.status;
  const bool tagged = answer.status == 200 && answer.keeping != Keeping::never;
  if (tagged) made.etag = etag_of(made.body, coding.empty() ? "" : "-gz");
  const auto shared = shared_fields(answer, made.etag);
  const auto length = made.file ? static_cast<std::size_t>(made.file->size()) : made.body.size();
  made.head = status_line(answer.status) + body_fields(answer, length, coding) + shared;
  if (tagged) made.unchanged = status_line(304) + shared;
}

Sent packed_of(const Answer& answer, std::string_view bytes, Packing packing) {
  if (packing == Packing::none || bytes.size() < limits::compress_from_bytes) return nullptr;
  auto made = std::make_shared<Representation>();
  made->owned = gzip(bytes, packing == Packing::tight ? Effort::most : Effort::little);
  if (made->owned.size() >= bytes.size()) return nullptr;  // pictures and fonts are packed already
  made->body = made->owned;
  write_heads(*made, answer, "gzip");
  return made;
}

std::size_t size_of(const Sent& sent) {
  return sent ? sizeof(Representation) + sent->head.size() + sent->unchanged.size() +
                    sent->owned.size()
              : 0;
}

}  // namespace

Answer json_answer(std::string body) {
  Answer answer;
  answer.body = std::move(body);
  return answer;
}

Answer unkept_answer(std::string body) {
  Answer answer = json_answer(std::move(body));
  answer.keeping = Keeping::never;
  return answer;
}

Answer file_answer(std::string_view content_type, std::string bytes, const std::string& name) {
  Answer answer;
  answer.content_type = content_type;
  answer.body = std::move(bytes);
  answer.fields.emplace_back("Content-Disposition",
                             fmt::format("attachment; filename=\"{}\"", name));
  return answer;
}

std::size_t Prepared::bytes() const { return size_of(plain) + size_of(packed); }

Prepared prepare(Answer answer, Packing packing) {
  auto plain = std::make_shared<Representation>();
  plain->file = answer.file;
  plain->owned = std::move(answer.body);
  plain->body = plain->owned;
  write_heads(*plain, answer, "");
  const auto body = plain->body;
  return {std::move(plain), packed_of(answer, body, packing)};
}

Prepared prepare_static(const Answer& answer, std::string_view bytes, Packing packing) {
  auto plain = std::make_shared<Representation>();
  plain->body = bytes;
  write_heads(*plain, answer, "");
  return {std::move(plain), packed_of(answer, bytes, packing)};
}

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Unknown";
  }
}

}  // namespace jalur::http
