// For tests: the Files port in memory. A file is the kind its name says, whatever is in it, unless
// `refuses` is set; its hash is made of its length and begin.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/files.h"

namespace jalur::app {

class FakeFiles : public Files {
 public:
  bool refuses = false;
  std::map<std::string, std::string> sent;    // uploads
  std::map<std::string, std::string> stored;  // by hash

  Expected<void> begin(const std::string& upload) override {
    const std::scoped_lock lock(mutex_);
    sent[upload];
    return {};
  }
  Expected<std::int64_t> received(const std::string& upload) override {
    const std::scoped_lock lock(mutex_);
    return static_cast<std::int64_t>(sent[upload].size());
  }
  Expected<std::unique_ptr<Incoming>> resume(const std::string& upload, std::int64_t offset,
                                             std::int64_t length) override {
    const std::scoped_lock lock(mutex_);
    const bool fits = static_cast<std::int64_t>(sent[upload].size()) == offset;
    if (!fits || !busy_.insert(upload).second)
      return fail(ErrorCode::conflict, {"Bukan di sini.", "Not here."}, "Upload-Offset");
    return std::make_unique<Sending>(*this, upload, length);
  }
  Expected<void> drop(const std::string& upload) override {
    const std::scoped_lock lock(mutex_);
    sent.erase(upload);
    return {};
  }
  Expected<KeptFile> keep(const std::string& upload, const std::string& name) override {
    const std::scoped_lock lock(mutex_);
    if (refuses) return fail(ErrorCode::invalid_input, {"Bukan itu.", "Not that."}, "upload");
    const std::string& bytes = sent[upload];
    const auto start = bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front());
    const std::string hash = fmt::format("{:062x}{:02x}", bytes.size(), start);
    stored[hash] = bytes;
    const auto kind = *registry::kind_of_name(name);
    KeptFile file{hash, kind, static_cast<std::int64_t>(bytes.size()), {}, false};
    if (kind == registry::FileKind::pdf) file.pages = 2;
    file.has_text = file.pages.has_value();
    return file;
  }
  Expected<std::shared_ptr<const OpenFile>> open(const std::string& hash) override {
    const std::scoped_lock lock(mutex_);
    if (!stored.contains(hash)) return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."});
    return std::make_shared<Opened>(stored[hash]);
  }
  Expected<std::string> page_picture(const std::string&, int page) override {
    return "picture " + std::to_string(page);
  }
  Expected<std::string> text(const std::string&) override { return "text"; }
  Expected<FileState> check(const std::string& hash) override {
    const std::scoped_lock lock(mutex_);
    const auto found = stored.find(hash);
    if (found == stored.end()) return FileState::missing;
    return found->second == "changed" ? FileState::changed : FileState::whole;
  }
  Expected<std::vector<std::string>> kept() override { return names_of(stored); }
  Expected<std::vector<std::string>> uploads() override { return names_of(sent); }

 private:
  class Sending : public Incoming {
   public:
    Sending(FakeFiles& files, std::string upload, std::int64_t length)
        : files_(files), upload_(std::move(upload)), length_(length) {}
    ~Sending() override {
      const std::scoped_lock lock(files_.mutex_);
      files_.busy_.erase(upload_);
    }
    Expected<void> take(std::string_view bytes) override {
      const std::scoped_lock lock(files_.mutex_);
      std::string& all = files_.sent[upload_];
      if (static_cast<std::int64_t>(all.size() + bytes.size()) > length_)
        return fail(ErrorCode::too_large, {"Terlalu panjang.", "Too long."}, "Upload-Offset");
      all += bytes;
      return {};
    }
    Expected<std::int64_t> end() override {
      const std::scoped_lock lock(files_.mutex_);
      return static_cast<std::int64_t>(files_.sent[upload_].size());
    }

   private:
    FakeFiles& files_;
    std::string upload_;
    std::int64_t length_;
  };

  class Opened : public OpenFile {
   public:
    explicit Opened(std::string bytes) : bytes_(std::move(bytes)) {}
    std::int64_t size() const override { return static_cast<std::int64_t>(bytes_.size()); }
    std::size_t read(std::int64_t offset, char* to, std::size_t room) const override {
      return bytes_.copy(to, room, static_cast<std::size_t>(offset));
    }

   private:
    std::string bytes_;
  };

  std::vector<std::string> names_of(const std::map<std::string, std::string>& files) {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files) names.push_back(name);
    return names;
  }

  std::mutex mutex_;
  std::set<std::string> busy_;
};

}  // namespace jalur::app
