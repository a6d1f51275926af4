#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <functional>
#include <istream>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

namespace jalur::cli {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int get() const { return number_; }

 private:
  int number_;
};

// One row per fault of the operating system that people can do something about.
struct Fault {
  int number;
  ErrorCode code;
  Text text;
};

const std::array<Fault, 9>& faults() {
  static const std::array<Fault, 9> rows = {{
      {ENOENT,
       ErrorCode::not_found,
       {"berkas atau foldernya tidak ada; periksa namanya",
        "there is no such file or folder; check its name"}},
      {ENOTDIR,
       ErrorCode::not_found,
       {"sebagian jalurnya bukan folder; periksa namanya",
        "part of its path is not a folder; check its name"}},
      {EISDIR,
       ErrorCode::invalid_input,
       {"ini folder; sebut sebuah berkas di dalamnya", "this is a folder; name a file inside it"}},
      {EACCES,
       ErrorCode::invalid_input,
       {"pengguna ini tidak berizin; beri izin atau pakai tempat lain",
        "this user has no permission; grant it or use another place"}},
      {EPERM,
       ErrorCode::invalid_input,
       {"pengguna ini tidak berizin; beri izin atau pakai tempat lain",
        "this user has no permission; grant it or use another place"}},
      {ENAMETOOLONG,
       ErrorCode::invalid_input,
       {"nama berkas terlalu panjang; pakai nama yang lebih pendek",
        "the name is too long; use a shorter one"}},
      {EEXIST,
       ErrorCode::conflict,
       {"berkas ini sudah ada dan tidak ditimpa; pakai nama lain atau --force",
        "this file exists and is not overwritten; use another name or --force"}},
      {ENOSPC,
       ErrorCode::unavailable,
       {"ruang disk habis; kosongkan sebagian lalu ulangi",
        "the disk is full; free some space and try again"}},
      {EROFS,
       ErrorCode::invalid_input,
       {"tempat ini hanya dapat dibaca; pakai tempat lain",
        "this place is read-only; use another place"}},
  }};
  return rows;
}

tl::unexpected<Error> system_fault(int number) {
  for (const auto& row : faults()) {
    if (row.number == number) return fail(row.code, row.text);
  }
  const std::string reason = std::strerror(number);
  return fail(ErrorCode::unavailable, {"sistem operasi menolak: " + reason + "; coba lagi",
                                       "the operating system refused: " + reason + "; try again"});
}

std::string mebibytes(std::uintmax_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

tl::unexpected<Error> too_large(std::optional<std::uintmax_t> size, std::size_t limit) {
  const std::string most = mebibytes(limit);
  if (!size) {
    return fail(ErrorCode::too_large,
                {"masukan ini lebih besar dari " + most + "; kirim paling banyak sebesar itu",
                 "this input is larger than " + most + "; send at most that much"});
  }
  return fail(ErrorCode::too_large,
              {"berkas ini " + mebibytes(*size) + "; paling besar " + most,
               "this file is " + mebibytes(*size) + "; the largest allowed is " + most});
}

std::size_t limit_for(const std::string& name, const std::string& beginning) {
  if (is_workbook(beginning)) return limits::workbook_bytes;
  return is_ruleset_file(name) ? limits::ruleset_bytes : limits::region_year_bytes;
}

// Reads some bytes into the buffer; 0 at the end, below 0 with errno set when it failed.
using ReadSome = std::function<ssize_t(char*, std::size_t)>;

// `size` is known for a file on disk, so that one too large is refused after two bytes.
Expected<std::string> read_measured(const std::string& name, const ReadSome& read_some,
                                    std::optional<std::uintmax_t> size) {
  std::string bytes;
  std::array<char, 64 * 1024> buffer;
  std::size_t wanted = 2;  // the first two bytes tell the kind
  while (true) {
    const ssize_t got = read_some(buffer.data(), wanted);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_fault(errno);
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() < 2) continue;
    const std::size_t limit = limit_for(name, bytes);
    if (size && *size > limit) return too_large(size, limit);
    if (bytes.size() > limit) return too_large(std::nullopt, limit);
    wanted = buffer.size();
  }
}

Expected<std::string> read_stream(std::istream& stream) {
  const auto read_some = [&](char* to, std::size_t most) {
    stream.read(to, static_cast<std::streamsize>(most));
    return static_cast<ssize_t>(stream.gcount());
  };
  return read_measured("-", read_some, std::nullopt);
}

int write_all(int descriptor, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t written = write(descriptor, bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    at += static_cast<std::size_t>(written);
  }
  return fsync(descriptor) == 0 ? 0 : errno;
}

// 0, or the number of the fault.
int give_name(const std::string& from, const std::string& to, Existing existing) {
  if (existing == Existing::replace) return rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL) return errno;
  // A file system that cannot promise it in one step (NFS).
  if (access(to.c_str(), F_OK) == 0) return EEXIST;
  return rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

void make_name_durable(const std::string& name) {
  const auto slash = name.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : name.substr(0, slash + 1);
  const Descriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() >= 0) fsync(opened.get());
}

int write_beside(const std::string& name, const std::string& bytes, Existing existing) {
  std::string beside = name + ".XXXXXX";
  const Descriptor file(mkostemp(beside.data(), O_CLOEXEC));
  if (file.get() < 0) return errno;
  int fault = fchmod(file.get(), 0644) == 0 ? 0 : errno;
  if (fault == 0) fault = write_all(file.get(), bytes);
  if (fault == 0) fault = give_name(beside, name, existing);
  if (fault != 0) unlink(beside.c_str());
  return fault;
}

}  // namespace

bool is_workbook(const std::string& bytes) { return bytes.compare(0, 2, "PK") == 0; }

bool is_ruleset_file(const std::string& file_name) {
  constexpr std::string_view ending = ".toml";
  return file_name.size() > ending.size() &&
         file_name.compare(file_name.size() - ending.size(), ending.size(), ending) == 0;
}

Expected<std::string> read_file(const std::string& name, std::istream& standard_input) {
  if (name == "-") return read_stream(standard_input);
  const Descriptor file(open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_fault(errno);
  struct stat status {};
  if (fstat(file.get(), &status) != 0) return system_fault(errno);
  if (S_ISDIR(status.st_mode)) return system_fault(EISDIR);
  std::optional<std::uintmax_t> size;
  if (S_ISREG(status.st_mode)) size = static_cast<std::uintmax_t>(status.st_size);
  return read_measured(
      name, [&](char* to, std::size_t most) { return read(file.get(), to, most); }, size);
}

Expected<void> write_file(const std::string& name, const std::string& bytes, Existing existing) {
  if (existing == Existing::keep && access(name.c_str(), F_OK) == 0) return system_fault(EEXIST);
  const int fault = write_beside(name, bytes, existing);
  if (fault != 0) return system_fault(fault);
  make_name_durable(name);
  return {};
}

}  // namespace jalur::cli
