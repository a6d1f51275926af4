#include "files/scan.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/limits.h"
#include "files/disk.h"

namespace jalur::files {

namespace {

tl::unexpected<Error> no_answer() {
  return fail(ErrorCode::unavailable,
              {"Berkas belum dapat dipindai karena pemindai virus tidak menjawab; coba lagi nanti.",
               "The file cannot be scanned because the virus scanner does not answer; try later."});
}

void be_patient(const Descriptor& socket) {
  const timeval time{limits::scan_time.count(), 0};
  ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

Descriptor connect_to_path(const std::string& clamd) {
  sockaddr_un place{};
  place.sun_family = AF_UNIX;
  if (clamd.size() >= sizeof place.sun_path) return Descriptor();
  std::memcpy(place.sun_path, clamd.c_str(), clamd.size() + 1);
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) return socket;
  be_patient(socket);
  if (::connect(socket.number(), reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0)
    return socket;
  return Descriptor();
}

Descriptor connect_to_host(const std::string& clamd) {
  const auto colon = clamd.rfind(':');
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(clamd.substr(0, colon).c_str(), clamd.substr(colon + 1).c_str(), &wanted,
                    &found) != 0)
    return Descriptor();
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> places(found, &freeaddrinfo);
  for (const addrinfo* place = found; place != nullptr; place = place->ai_next) {
    Descriptor socket(::socket(place->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) continue;
    be_patient(socket);
    if (::connect(socket.number(), place->ai_addr, place->ai_addrlen) == 0) return socket;
  }
  return Descriptor();
}

bool send_all(const Descriptor& socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// Before each piece its length, in network order.
std::string length_of(std::size_t bytes) {
  const auto length = static_cast<std::uint32_t>(bytes);
  return {static_cast<char>(length >> 24), static_cast<char>(length >> 16),
          static_cast<char>(length >> 8), static_cast<char>(length)};
}

// False when clamd hung up: what it says then tells why.
Expected<void> send_file(const Descriptor& socket, const path& file) {
  using namespace std::string_view_literals;
  send_all(socket, "zINSTREAM\0"sv);
  bool listening = true;
  auto sent = read_in_pieces(file, [&](std::string_view piece) -> Expected<void> {
    listening = listening && send_all(socket, length_of(piece.size())) && send_all(socket, piece);
    return {};
  });
  if (listening) send_all(socket, length_of(0));
  return sent;
}

std::string answer_of(const Descriptor& socket) {
  std::string answer;
  std::array<char, 512> piece{};
  while (answer.size() < piece.size() && answer.find('\0') == std::string::npos) {
    const auto count = ::recv(socket.number(), piece.data(), piece.size(), 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    answer.append(piece.data(), static_cast<std::size_t>(count));
  }
  return answer.substr(0, answer.find('\0'));
}

// "stream: OK", "stream: Eicar-Signature FOUND", "... ERROR"
Expected<void> verdict(std::string_view answer) {
  constexpr std::string_view found = " FOUND";
  constexpr std::string_view stream = "stream: ";
  if (answer == "stream: OK") return {};
  if (!answer.ends_with(found) || !answer.starts_with(stream)) return no_answer();
  const std::string what(
      answer.substr(stream.size(), answer.size() - stream.size() - found.size()));
  return fail(ErrorCode::invalid_input,
              {fmt::format("berkas ini mengandung sesuatu yang berbahaya ({}) dan tidak diterima; "
                           "bersihkan komputer Anda dan kirim berkas yang lain",
                           what),
               fmt::format("there is something harmful in this file ({}) and it is not taken; "
                           "clean your computer and send another file",
                           what)},
              "upload", what);
}

}  // namespace

Expected<void> check_clamd_address(const std::string& clamd) {
  const auto colon = clamd.rfind(':');
  const bool host = colon != std::string::npos && colon > 0 && colon + 1 < clamd.size();
  if (clamd.starts_with('/') || host) return {};
  return fail(ErrorCode::invalid_input,
              {"harus jalur soket seperti /run/clamav/clamd.ctl, atau HOST:PORT",
               "it must be the path of a socket such as /run/clamav/clamd.ctl, or HOST:PORT"},
              "--clamd", clamd);
}

Expected<void> scan(const std::string& clamd, const std::filesystem::path& file) {
  const Descriptor socket =
      clamd.starts_with('/') ? connect_to_path(clamd) : connect_to_host(clamd);
  if (!socket) return no_answer();
  if (auto sent = send_file(socket, file); !sent) return sent;
  return verdict(answer_of(socket));
}

}  // namespace jalur::files
