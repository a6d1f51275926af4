#include "files/disk.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

namespace jalur::files {

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Descriptor open_to_read(const path& file) {
  return Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
}

tl::unexpected<Error> broken(const path& file, int number) {
  if (number == ENOSPC || number == EDQUOT) {
    return fail(ErrorCode::unavailable,
                {"Ruang penyimpanan server penuh; hubungi pengelola, lalu lanjutkan unggahan.",
                 "The server's disk is full; tell whoever runs it, then go on with the upload."});
  }
  const std::string name = file.filename().string();
  return fail(
      ErrorCode::unavailable,
      {fmt::format("Berkas di server tidak dapat dipakai: {} ({}).", name, std::strerror(number)),
       fmt::format("A file of the server cannot be used: {} ({}).", name, std::strerror(number))});
}

Expected<void> make_folder(const path& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode)) return {};
  if (folder.has_parent_path() && folder.parent_path() != folder) {
    if (auto above = make_folder(folder.parent_path()); !above) return above;
  }
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return broken(folder, errno);
  return sync_folder(folder.parent_path().empty() ? path(".") : folder.parent_path());
}

Expected<void> sync(const Descriptor& file, const path& name) {
  if (::fsync(file.number()) == 0) return {};
  return broken(name, errno);
}

Expected<void> sync_folder(const path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return broken(folder, errno);
  return sync(opened, folder);
}

Expected<void> write_all(const Descriptor& file, std::string_view bytes, const path& name) {
  while (!bytes.empty()) {
    const auto count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return broken(name, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Expected<std::int64_t> size_of(const Descriptor& file, const path& name) {
  struct stat found {};
  if (::fstat(file.number(), &found) != 0) return broken(name, errno);
  return std::int64_t{found.st_size};
}

Expected<void> read_in_pieces(const path& file,
                              const std::function<Expected<void>(std::string_view)>& take) {
  const Descriptor opened = open_to_read(file);
  if (!opened) return broken(file, errno);
  const std::unique_ptr<char[]> piece(new char[limits::stream_piece_bytes]);
  for (;;) {
    const auto count = ::read(opened.number(), piece.get(), limits::stream_piece_bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return broken(file, errno);
    if (count == 0) return {};
    if (auto taken = take({piece.get(), static_cast<std::size_t>(count)}); !taken) return taken;
  }
}

Expected<std::string> read_start(const path& file, std::size_t most) {
  const Descriptor opened = open_to_read(file);
  if (!opened) return broken(file, errno);
  std::string bytes(most, '\0');
  std::size_t came = 0;
  while (came < most) {
    const auto count = ::read(opened.number(), bytes.data() + came, most - came);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return broken(file, errno);
    if (count == 0) break;
    came += static_cast<std::size_t>(count);
  }
  bytes.resize(came);
  return bytes;
}

Expected<void> write_whole(const path& file, std::string_view bytes) {
  std::string name = file.string() + ".XXXXXX";
  const Descriptor made(::mkostemp(name.data(), O_CLOEXEC));
  if (!made) return broken(file, errno);
  auto written = write_all(made, bytes, file);
  if (written && ::rename(name.c_str(), file.c_str()) != 0) written = broken(file, errno);
  if (!written) ::unlink(name.c_str());
  return written;
}

Expected<std::string> hash_of(const path& file) {
  crypto_generichash_state state;
  constexpr std::size_t hash_bytes = 32;
  crypto_generichash_init(&state, nullptr, 0, hash_bytes);
  const auto read = read_in_pieces(file, [&](std::string_view piece) -> Expected<void> {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  std::array<unsigned char, hash_bytes> hash{};
  crypto_generichash_final(&state, hash.data(), hash.size());
  std::string text(2 * hash_bytes + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

}  // namespace jalur::files
