#include "http/request_parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "http/negotiation.h"

namespace jalur::http {

namespace beast = boost::beast;
using beast::http::field;

namespace {

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::get;
    case beast::http::verb::head:
      return Method::head;
    case beast::http::verb::post:
      return Method::post;
    case beast::http::verb::put:
      return Method::put;
    case beast::http::verb::patch:
      return Method::patch;
    case beast::http::verb::delete_:
      return Method::delete_;
    case beast::http::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

Refusal refusal_of(const beast::error_code& fault) {
  if (fault == beast::http::error::body_limit) return Refusal::body_too_large;
  if (fault == beast::http::error::header_limit) return Refusal::header_too_large;
  if (fault == beast::http::error::bad_version) return Refusal::unknown_version;
  return Refusal::malformed;
}

// "http://localhost:8080/a" (the absolute form) asks localhost:8080 for "/a".
void read_absolute_form(Request& request) {
  constexpr std::string_view scheme = "http://";
  if (!same_word(request.target.substr(0, scheme.size()), scheme)) return;
  const auto rest = request.target.substr(scheme.size());
  const auto slash = std::min(rest.find('/'), rest.size());
  request.host = rest.substr(0, slash);
  request.target = slash == rest.size() ? "/" : rest.substr(slash);
}

}  // namespace

// Beast finds the parts; this keeps those that the server looks at.
class RequestParser::Reader : public beast::http::basic_parser<true> {
 public:
  Reader(Request& request, const ServerLimits& limits) : request_(request) {
    header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    body_limit(limits.stream_bytes);
    eager(false);
  }

  std::optional<Refusal> refusal() const { return refusal_; }
  int hosts() const { return hosts_; }
  bool keeps_connection() const { return modern_ && keep_alive(); }

 protected:
  using Error = beast::error_code;

  void on_request_impl(beast::http::verb verb, beast::string_view word, beast::string_view target,
                       int version, Error&) override {
    modern_ = version >= 11;
    request_.method = method_of(verb);
    request_.method_word = view(word);
    request_.target = view(target);
  }

  void on_field_impl(field name, beast::string_view word, beast::string_view value,
                     Error&) override {
    if (in_body_) return;  // a trailer says nothing that is listened to
    if (name == field::unknown)
      keep_unknown(view(word), view(value));
    else
      keep(name, view(value));
  }

  void on_header_impl(Error&) override { in_body_ = true; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) override {}
  std::size_t on_body_impl(beast::string_view bytes, Error&) override {
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, beast::string_view, Error&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, Error& fault) override {
    return on_body_impl(bytes, fault);
  }
  void on_finish_impl(Error&) override {}
  void on_response_impl(int, beast::string_view, int, Error&) override {}

 private:
  // Fields that Beast has no number for.
  void keep_unknown(std::string_view word, std::string_view value) {
    const std::array<std::pair<std::string_view, std::string_view*>, 6> known{{
        {"Sec-Fetch-Site", &request_.fetch_site},
        {"X-Forwarded-For", &request_.forwarded_for},
        {"Tus-Resumable", &request_.upload.version},
        {"Upload-Offset", &request_.upload.offset},
        {"Upload-Length", &request_.upload.length},
        {"Upload-Metadata", &request_.upload.metadata},
    }};
    for (const auto& [name, place] : known)
      if (same_word(word, name)) *place = value;
  }

  void keep(field name, std::string_view value) {
    switch (name) {
      case field::host:
        ++hosts_;
        request_.host = value;
        break;
      case field::accept:
        request_.accept = value;
        break;
      case field::accept_encoding:
        request_.accept_encoding = value;
        break;
      case field::accept_language:
        request_.accept_language = value;
        break;
      case field::if_none_match:
        request_.if_none_match = value;
        break;
      case field::content_type:
        request_.content_type = value;
        break;
      case field::origin:
        request_.origin = value;
        break;
      case field::cookie:
        request_.cookie = value;
        break;
      case field::expect:
        request_.waits_for_continue = same_word(value, "100-continue");
        break;
      case field::content_length:
        request_.body_announced = true;
        break;
      case field::transfer_encoding:
        keep_coding(value);
        break;
      default:
        break;
    }
  }

  // A coding that is not understood would leave the body's end unknown.
  void keep_coding(std::string_view value) {
    request_.body_announced = true;
    if (!same_word(value, "chunked")) refusal_ = Refusal::unknown_coding;
  }

  Request& request_;
  std::optional<Refusal> refusal_;
  int hosts_ = 0;
  bool modern_ = false;  // HTTP/1.1; 1.0 connections are closed after each answer
  bool in_body_ = false;
};

std::optional<std::size_t> header_end(std::string_view bytes) {
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  return end + 4;
}

std::optional<Refusal> header_fault(std::string_view bytes, const ServerLimits& limits) {
  if (bytes.empty()) return std::nullopt;
  const auto first = static_cast<unsigned char>(bytes.front());
  if (first < 'A' || first > 'z') return Refusal::malformed;  // a method is letters
  const auto line = bytes.find('\n');
  if (line != std::string_view::npos && bytes[line - 1] != '\r') return Refusal::malformed;
  constexpr std::size_t around_target = 32;  // method, version and spaces
  if (line == std::string_view::npos && bytes.size() > limits.target_bytes + around_target)
    return Refusal::target_too_long;
  if (bytes.size() >= limits.header_bytes) return Refusal::header_too_large;
  return std::nullopt;
}

RequestParser::RequestParser(const ServerLimits& limits)
    : limits_(limits), reader_(std::make_unique<std::optional<Reader>>()) {}

RequestParser::~RequestParser() = default;

std::optional<Refusal> RequestParser::head(std::string_view header, Request& request) {
  if (header.size() > limits_.header_bytes) return Refusal::header_too_large;
  Reader& reader = reader_->emplace(request, limits_);
  beast::error_code fault;
  reader.put(boost::asio::const_buffer(header.data(), header.size()), fault);
  if (request.target.size() > limits_.target_bytes) return Refusal::target_too_long;
  if (fault) return refusal_of(fault);
  if (reader.refusal()) return reader.refusal();
  if (!reader.is_header_done()) return Refusal::malformed;
  request.keep_alive = reader.keeps_connection();
  if (reader.hosts() != 1) return Refusal::host_missing;
  read_absolute_form(request);
  return std::nullopt;
}

std::optional<Refusal> RequestParser::hold_body(std::size_t most) {
  const auto length = (*reader_)->content_length();
  if (length && *length > most) return Refusal::body_too_large;
  (*reader_)->body_limit(most);
  return std::nullopt;
}

bool RequestParser::body_done() const { return (*reader_)->is_done(); }

RequestParser::Taken RequestParser::body(std::string_view bytes) {
  Taken taken;
  while (taken.bytes < bytes.size() && !body_done()) {
    const auto rest = bytes.substr(taken.bytes);
    beast::error_code fault;
    const auto used = (*reader_)->put(boost::asio::const_buffer(rest.data(), rest.size()), fault);
    taken.bytes += used;
    if (fault == beast::http::error::need_more) break;
    if (fault) return {taken.bytes, refusal_of(fault)};
  }
  return taken;
}

}  // namespace jalur::http
