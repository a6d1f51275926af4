#include "world/ledger_key.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "ledger/hash.h"

namespace jalur::world {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t file_bytes = 65;  // 64 hexadecimal digits and a line break

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

tl::unexpected<Error> refused(const fs::path& file) {
  const std::string reason = std::strerror(errno);
  return fail(ErrorCode::unavailable,
              {"kunci jejak tidak dapat dibaca atau ditulis (" + reason + "); periksa izin folder",
               "the key of the log cannot be read or written (" + reason +
                   "); check the rights of the folder"},
              file.string());
}

tl::unexpected<Error> damaged(const fs::path& file) {
  return fail(ErrorCode::unavailable,
              {"bukan kunci jejak; kembalikan berkas ini dari cadangan",
               "this is not a key of the log; put the file back from a backup"},
              file.string());
}

// Nothing when there is none.
Expected<std::optional<ledger::Seed>> read_seed(const fs::path& file) {
  const Descriptor opened(open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.get() < 0 && errno == ENOENT) return std::nullopt;
  if (opened.get() < 0) return refused(file);
  std::array<char, file_bytes + 1> bytes{};
  const auto got = read(opened.get(), bytes.data(), bytes.size());
  if (got < 0) return refused(file);
  const std::string_view text(bytes.data(), static_cast<std::size_t>(got));
  if (text.size() != file_bytes || text.back() != '\n') return damaged(file);
  const auto seed = ledger::bytes_from_hex<32>(text.substr(0, file_bytes - 1));
  if (!seed) return damaged(file);
  return seed;
}

bool write_durably(const fs::path& file, const std::string& text) {
  const Descriptor opened(open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  return opened.get() >= 0 &&
         write(opened.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
         fsync(opened.get()) == 0;
}

bool make_durable(const fs::path& folder) {
  const Descriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.get() >= 0 && fsync(opened.get()) == 0;
}

// Written beside its place and then linked there: who comes second finds a whole key of the first.
Expected<void> make_seed(const fs::path& folder, const fs::path& file) {
  ledger::Seed seed{};
  randombytes_buf(seed.data(), seed.size());
  const fs::path fresh = file.string() + "." + std::to_string(getpid());
  unlink(fresh.c_str());  // of a program that was killed
  const bool made = write_durably(fresh, ledger::hex(seed) + "\n") &&
                    (link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST) &&
                    make_durable(folder);
  const auto failed = refused(file);
  unlink(fresh.c_str());
  if (!made) return failed;
  return {};
}

}  // namespace

Expected<ledger::SigningKey> ledger_key(const fs::path& folder) {
  const fs::path file = folder / "ledger-key";
  auto seed = read_seed(file);
  if (seed && !*seed) {
    if (auto made = make_seed(folder, file); !made) return tl::unexpected(made.error());
    seed = read_seed(file);
  }
  if (!seed) return tl::unexpected(seed.error());
  if (!*seed) return damaged(file);
  return ledger::SigningKey(**seed);
}

}  // namespace jalur::world
