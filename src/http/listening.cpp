#include "http/listening.h"

#include <utility>

#include <boost/asio/ip/address.hpp>

#include "http/negotiation.h"

namespace jalur::http {

Expected<ListenPlace> listen_place(const std::string& host) {
  if (same_word(host, "localhost")) return ListenPlace{"127.0.0.1", false};
  const bool in_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const std::string numeric = in_brackets ? host.substr(1, host.size() - 2) : host;
  boost::system::error_code fault;
  const auto address = boost::asio::ip::make_address(numeric, fault);
  if (!fault) return ListenPlace{address.to_string(), !address.is_loopback()};
  return fail(ErrorCode::invalid_input,
              {"alamat harus berupa angka atau localhost, misalnya 127.0.0.1, ::1 atau 0.0.0.0",
               "the address must be numeric or localhost, for example 127.0.0.1, ::1 or 0.0.0.0"},
              "listen", host);
}

}  // namespace jalur::http
