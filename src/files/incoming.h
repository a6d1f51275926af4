// An upload while bytes come for it.
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "app/files.h"
#include "files/disk.h"

namespace jalur::files {

// Uploads that somebody is working on right now. From any thread.
class Busy {
 public:
  // Until the answer goes out of scope; nothing when somebody is at it already.
  std::shared_ptr<void> take(const std::string& upload);

 private:
  std::mutex mutex_;
  std::set<std::string> uploads_;
};

tl::unexpected<Error> is_busy(const std::string& upload);

class FileIncoming final : public app::Incoming {
 public:
  FileIncoming(Descriptor file, path name, std::int64_t size, std::int64_t length,
               std::shared_ptr<void> turn)
      : file_(std::move(file)),
        name_(std::move(name)),
        size_(size),
        length_(length),
        turn_(std::move(turn)) {}

  Expected<void> take(std::string_view bytes) override;
  Expected<std::int64_t> end() override;

 private:
  Descriptor file_;
  path name_;
  std::int64_t size_;
  std::int64_t length_;
  std::shared_ptr<void> turn_;
};

}  // namespace jalur::files
