// Files and folders such that what was said to be on disk is there after a power cut.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace jalur::files {

using std::filesystem::path;

// An open descriptor, closed at its end. Less than 0: none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&&) = delete;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

Descriptor open_to_read(const path& file);

// What the machine says went wrong with that file; unavailable.
tl::unexpected<Error> broken(const path& file, int number);

// Errors: unavailable.
Expected<void> make_folder(const path& folder);  // with those above it, each on disk
Expected<void> sync(const Descriptor& file, const path& name);
Expected<void> sync_folder(const path& folder);  // so that names in it stay
Expected<void> write_all(const Descriptor& file, std::string_view bytes, const path& name);
Expected<std::int64_t> size_of(const Descriptor& file, const path& name);

// Gives the bytes in pieces; `take` may end it with an error of its own.
Expected<void> read_in_pieces(const path& file,
                              const std::function<Expected<void>(std::string_view)>& take);
// At most `most` bytes from the beginning.
Expected<std::string> read_start(const path& file, std::size_t most);

// Under that name as a whole or not at all. For what can be made again: it is not waited for the
// disk.
Expected<void> write_whole(const path& file, std::string_view bytes);

// BLAKE2b-256 of the content, 64 hexadecimal digits.
Expected<std::string> hash_of(const path& file);

}  // namespace jalur::files
