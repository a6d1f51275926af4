#include "files/files.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ids.h"
#include "base/limits.h"
#include "files/content.h"
#include "files/disk.h"
#include "files/incoming.h"
#include "files/pdf.h"
#include "files/scan.h"

namespace jalur::files {

namespace {

using app::FileState;
using app::KeptFile;
using registry::FileKind;

constexpr std::size_t hash_digits = 64;

bool is_hash(std::string_view text) {
  return text.size() == hash_digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

tl::unexpected<Error> no_file(const std::string& hash) {
  return fail(ErrorCode::not_found,
              {"Berkas ini tidak ada di penyimpanan; jalankan jalur evidence verify.",
               "This file is not in the folder; run jalur evidence verify."},
              "file", hash);
}

class KeptOpen final : public app::OpenFile {
 public:
  KeptOpen(Descriptor file, std::int64_t size) : file_(std::move(file)), size_(size) {}
  std::int64_t size() const override { return size_; }
  std::size_t read(std::int64_t offset, char* to, std::size_t room) const override {
    ssize_t count = 0;
    do count = ::pread(file_.number(), to, room, offset);
    while (count < 0 && errno == EINTR);
    return count > 0 ? static_cast<std::size_t>(count) : 0;
  }

 private:
  Descriptor file_;
  std::int64_t size_;
};

class FolderFiles final : public app::Files {
 public:
  explicit FolderFiles(const FilesSettings& settings)
      : uploads_(settings.folder / "uploads"),
        kept_(settings.folder / "evidence"),
        clamd_(settings.clamd) {}

  Expected<void> make_folders() {
    if (auto made = make_folder(uploads_); !made) return made;
    return make_folder(kept_);
  }

  Expected<void> begin(const std::string& upload) override {
    const path name = uploads_ / upload;
    const Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file) return broken(name, errno);
    if (auto synced = sync(file, name); !synced) return synced;
    return sync_folder(uploads_);
  }

  Expected<std::int64_t> received(const std::string& upload) override {
    const path name = uploads_ / upload;
    const Descriptor file = open_to_read(name);
    if (!file) return broken(name, errno);
    // What is told counts as acknowledged, so it must not be in the page cache only.
    if (auto synced = sync(file, name); !synced) return tl::unexpected(synced.error());
    return size_of(file, name);
  }

  Expected<std::unique_ptr<app::Incoming>> resume(const std::string& upload, std::int64_t offset,
                                                  std::int64_t length) override {
    auto turn = busy_.take(upload);
    if (!turn) return is_busy(upload);
    const path name = uploads_ / upload;
    Descriptor file(::open(name.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    if (!file) return broken(name, errno);
    const auto size = size_of(file, name);
    if (!size) return tl::unexpected(size.error());
    if (*size != offset) return wrong_offset(offset, *size);
    return std::make_unique<FileIncoming>(std::move(file), name, *size, length, std::move(turn));
  }

  Expected<void> drop(const std::string& upload) override {
    const auto turn = busy_.take(upload);
    if (!turn) return is_busy(upload);
    const path name = uploads_ / upload;
    if (::unlink(name.c_str()) != 0 && errno != ENOENT) return broken(name, errno);
    return {};
  }

  Expected<KeptFile> keep(const std::string& upload, const std::string& name) override {
    const auto turn = busy_.take(upload);
    if (!turn) return is_busy(upload);
    const auto kind = registry::kind_of_name(name);
    if (!kind) return tl::unexpected(kind.error());
    const path sent = uploads_ / upload;
    if (auto right = check_content(sent, *kind); !right) return tl::unexpected(right.error());
    if (!clamd_.empty()) {
      if (auto clean = scan(clamd_, sent); !clean) return tl::unexpected(clean.error());
    }
    return inspected(sent, *kind).and_then([&](const Inspected& found) {
      return put(sent, found).map([&] { return found.file; });
    });
  }

  Expected<std::shared_ptr<const app::OpenFile>> open(const std::string& hash) override {
    Descriptor file = open_to_read(place_of(hash));
    if (!file) return no_file(hash);
    const auto size = size_of(file, place_of(hash));
    if (!size) return tl::unexpected(size.error());
    return std::make_shared<KeptOpen>(std::move(file), *size);
  }

  Expected<std::string> page_picture(const std::string& hash, int page) override {
    return made_once(hash, fmt::format(".{}.jpg", page), limits::page_picture_bytes,
                     [&] { return picture_of_page(place_of(hash), page); });
  }

  Expected<std::string> text(const std::string& hash) override {
    return made_once(hash, ".txt", limits::pdf_text_bytes,
                     [&] { return text_layer(place_of(hash)); });
  }

  Expected<FileState> check(const std::string& hash) override {
    std::error_code fault;
    if (!std::filesystem::exists(place_of(hash), fault)) return FileState::missing;
    const auto found = hash_of(place_of(hash));
    if (!found) return FileState::changed;  // it is there and cannot be read
    return *found == hash ? FileState::whole : FileState::changed;
  }

  Expected<std::vector<std::string>> kept() override {
    std::vector<std::string> hashes;
    std::error_code fault;
    for (const auto& folder : std::filesystem::directory_iterator(kept_, fault))
      for (const auto& file : std::filesystem::directory_iterator(folder.path(), fault))
        if (auto name = file.path().filename().string(); is_hash(name))
          hashes.push_back(std::move(name));
    std::sort(hashes.begin(), hashes.end());
    return hashes;
  }

  Expected<std::vector<std::string>> uploads() override {
    std::vector<std::string> ids;
    std::error_code fault;
    for (const auto& file : std::filesystem::directory_iterator(uploads_, fault))
      if (auto name = file.path().filename().string(); is_uuid(name))
        ids.push_back(std::move(name));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

 private:
  struct Inspected {
    KeptFile file;
    std::string text;
  };

  path place_of(const std::string& hash) const { return kept_ / hash.substr(0, 2) / hash; }

  static tl::unexpected<Error> wrong_offset(std::int64_t given, std::int64_t right) {
    return fail(ErrorCode::conflict,
                {fmt::format("Unggahan ini sudah sampai byte {}; lanjutkan dari sana.", right),
                 fmt::format("This upload has come to byte {}; go on from there.", right)},
                "Upload-Offset", std::to_string(given));
  }

  static Expected<Inspected> inspected(const path& sent, FileKind kind) {
    Inspected found;
    auto hash = hash_of(sent);
    if (!hash) return tl::unexpected(hash.error());
    std::error_code fault;
    found.file = {std::move(*hash),
                  kind,
                  static_cast<std::int64_t>(std::filesystem::file_size(sent, fault)),
                  {},
                  false};
    if (kind != FileKind::pdf) return found;
    const auto pages = count_pages(sent);
    if (!pages) return tl::unexpected(pages.error());
    auto text = text_layer(sent);
    if (!text) return tl::unexpected(text.error());
    found.file.pages = *pages;
    found.text = std::move(*text);
    found.file.has_text = found.text.find_first_not_of(" \n\f\r\t") != std::string::npos;
    return found;
  }

  // A second name for the bytes that are on disk already. The first one goes when the record
  // stands; until then the call can be made again.
  Expected<void> put(const path& sent, const Inspected& found) {
    const path place = place_of(found.file.hash);
    if (auto made = make_folder(place.parent_path()); !made) return made;
    const auto before = check(found.file.hash);
    if (!before) return tl::unexpected(before.error());
    if (*before == FileState::whole) return {};
    const path coming = place.string() + "." + sent.filename().string();
    ::unlink(coming.c_str());
    if (::link(sent.c_str(), coming.c_str()) != 0) return broken(sent, errno);
    ::chmod(coming.c_str(), 0400);
    const Descriptor file = open_to_read(coming);
    if (!file) return broken(coming, errno);
    if (auto synced = sync(file, coming); !synced) return synced;
    if (::rename(coming.c_str(), place.c_str()) != 0) return broken(place, errno);
    if (found.file.kind == FileKind::pdf) {
      if (auto written = write_whole(place.string() + ".txt", found.text); !written) return written;
    }
    return sync_folder(place.parent_path());
  }

  template <class Make>
  Expected<std::string> made_once(const std::string& hash, const std::string& ending,
                                  std::size_t most, Make make) {
    const path file = place_of(hash).string() + ending;
    if (auto known = read_start(file, most); known) return known;
    std::error_code fault;
    if (!std::filesystem::exists(place_of(hash), fault)) return no_file(hash);
    auto made = make();
    if (!made) return made;
    if (auto written = write_whole(file, *made); !written) return tl::unexpected(written.error());
    return made;
  }

  path uploads_;
  path kept_;
  std::string clamd_;
  Busy busy_;
};

}  // namespace

Expected<std::unique_ptr<app::Files>> open_files(const FilesSettings& settings) {
  if (!settings.clamd.empty()) {
    if (auto right = check_clamd_address(settings.clamd); !right)
      return tl::unexpected(right.error());
  }
  if (sodium_init() < 0) {
    return fail(ErrorCode::defect, {"libsodium tidak dapat dipakai.", "libsodium cannot be used."});
  }
  auto files = std::make_unique<FolderFiles>(settings);
  if (auto made = files->make_folders(); !made) return tl::unexpected(made.error());
  return files;
}

}  // namespace jalur::files
