// For tests: a plain blocking HTTP client on one connection, which sends any bytes it is given.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "http/negotiation.h"

namespace jalur::http {

struct Received {
  int status = 0;
  std::map<std::string, std::string> fields;  // names in small letters
  std::string body;
};

class TestClient {
 public:
  explicit TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
  }
  ~TestClient() { ::close(socket_); }
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  bool connected() const { return connected_; }

  // False: the server does not take any more.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // The next answer on the connection; nothing when the server closed instead. `head`: the answer
  // to a HEAD, without a body.
  enum class Body { follows, none };
  std::optional<Received> receive(Body body = Body::follows) {
    std::size_t end;
    while ((end = unread_.find("\r\n\r\n")) == std::string::npos)
      if (!more()) return std::nullopt;
    Received received = read_head(std::string_view(unread_).substr(0, end + 2));
    unread_.erase(0, end + 4);
    const auto length = received.fields.find("content-length");
    if (body == Body::none || length == received.fields.end() || received.status == 304)
      return received;
    const auto size = std::stoul(length->second);
    while (unread_.size() < size)
      if (!more()) return std::nullopt;
    received.body = unread_.substr(0, size);
    unread_.erase(0, size);
    return received;
  }

  std::optional<Received> ask(std::string_view request) {
    send(request);
    return receive();
  }

  std::optional<Received> get(const std::string& target, const std::string& fields = "") {
    return ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
  }

  bool closed() { return unread_.empty() && !more(); }

 private:
  bool more() {
    char bytes[16'384];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    unread_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  static Received read_head(std::string_view head) {
    Received received;
    received.status = std::stoi(std::string(head.substr(9, 3)));
    for (auto at = head.find("\r\n") + 2; at < head.size();) {
      const auto end = head.find("\r\n", at);
      const auto line = head.substr(at, end - at);
      const auto colon = line.find(": ");
      std::string name(line.substr(0, colon));
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return static_cast<char>(std::tolower(c)); });
      received.fields[name] = std::string(line.substr(colon + 2));
      at = end + 2;
    }
    return received;
  }

  int socket_;
  bool connected_ = false;
  std::string unread_;
};

}  // namespace jalur::http
