// Bytes that came in and have not been used yet, in one piece.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace jalur::http {

class Inbox {
 public:
  std::string_view unread() const { return {bytes_.get() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }

  // Room for new bytes after the unread ones: at least `least` of it.
  struct Room {
    char* at = nullptr;
    std::size_t size = 0;
  };
  Room room(std::size_t least) {
    if (begin_ == end_) begin_ = end_ = 0;
    if (size_ - end_ < least) make_room(least);
    return {bytes_.get() + end_, size_ - end_};
  }
  void came(std::size_t count) { end_ += count; }
  void use(std::size_t count) { begin_ += count; }
  void clear() { begin_ = end_ = 0; }

 private:
  void make_room(std::size_t least) {
    const std::size_t kept = end_ - begin_;
    const std::size_t needed = kept + least;
    if (needed > size_) {
      const std::size_t size = needed > 2 * size_ ? needed : 2 * size_;
      std::unique_ptr<char[]> larger(new char[size]);
      if (kept > 0) std::memcpy(larger.get(), bytes_.get() + begin_, kept);
      bytes_ = std::move(larger);
      size_ = size;
    } else {
      std::memmove(bytes_.get(), bytes_.get() + begin_, kept);
    }
    begin_ = 0;
    end_ = kept;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace jalur::http
