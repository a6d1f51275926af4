#include "files/incoming.h"

namespace jalur::files {

std::shared_ptr<void> Busy::take(const std::string& upload) {
  const std::scoped_lock lock(mutex_);
  if (!uploads_.insert(upload).second) return nullptr;
  return {this, [this, upload](void*) {
            const std::scoped_lock again(mutex_);
            uploads_.erase(upload);
          }};
}

tl::unexpected<Error> is_busy(const std::string& upload) {
  return fail(ErrorCode::conflict,
              {"Unggahan ini sedang dikirim lewat sambungan lain; tunggu sebentar lalu lanjutkan.",
               "Another connection is sending to this upload; wait a moment, then go on."},
              "upload", upload);
}

Expected<void> FileIncoming::take(std::string_view bytes) {
  if (static_cast<std::int64_t>(bytes.size()) > length_ - size_) {
    return fail(ErrorCode::too_large,
                {"Kiriman ini lebih panjang daripada Upload-Length; mulai unggahan yang baru.",
                 "More came than Upload-Length said; begin a new upload."},
                "Upload-Offset");
  }
  auto written = write_all(file_, bytes, name_);
  if (written) size_ += static_cast<std::int64_t>(bytes.size());
  return written;
}

Expected<std::int64_t> FileIncoming::end() {
  if (auto synced = sync(file_, name_); !synced) return tl::unexpected(synced.error());
  return size_of(file_, name_);
}

}  // namespace jalur::files
