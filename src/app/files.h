// The port to the bytes of evidence: what is being sent, and what is kept for good.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "registry/file_kind.h"

namespace jalur::app {

// A body on its way into an upload, piece by piece. One thread at a time. What was taken is on disk
// when end() says so; without end() it may be there or not. Nobody else may send to the same upload
// while this lives.
class Incoming {
 public:
  virtual ~Incoming() = default;
  virtual Expected<void> take(std::string_view bytes) = 0;  // too_large past the length
  virtual Expected<std::int64_t> end() = 0;                 // bytes on disk in all
};

// A file as it was found by its content.
struct KeptFile {
  std::string hash;  // BLAKE2b-256, 64 hexadecimal digits
  registry::FileKind kind = registry::FileKind::pdf;
  std::int64_t bytes = 0;
  std::optional<int> pages;  // nothing: not something with pages
  bool has_text = false;     // a text layer

  bool operator==(const KeptFile&) const = default;
};

// A kept file to be sent.
class OpenFile {
 public:
  virtual ~OpenFile() = default;
  virtual std::int64_t size() const = 0;
  // Up to `room` bytes from `offset`; how many. 0: the end, or it cannot be read. Any thread.
  virtual std::size_t read(std::int64_t offset, char* to, std::size_t room) const = 0;
};

// What a name in the folder of kept files holds.
enum class FileState { whole, changed, missing };

// Uploads are named by their id, kept files by the hash of their content. Whatever is answered as
// done is on disk. Calls may come from any thread. Errors: unavailable.
class Files {
 public:
  virtual ~Files() = default;

  virtual Expected<void> begin(const std::string& upload) = 0;
  virtual Expected<std::int64_t> received(const std::string& upload) = 0;  // bytes on disk
  // conflict: another call is sending, or `offset` is not where the upload ends.
  virtual Expected<std::unique_ptr<Incoming>> resume(const std::string& upload, std::int64_t offset,
                                                     std::int64_t length) = 0;
  // Not there: done. conflict: a call is sending.
  virtual Expected<void> drop(const std::string& upload) = 0;

  // Checks what was sent by its content, lets it be scanned when a scanner is configured, and keeps
  // it under its hash; what is kept already is not kept twice. The upload stays until it is
  // dropped, so that a call that was cut off can be made again. `name` says what kind it should be.
  // Errors: invalid_input (not what the name says, cannot be read, something was found in it).
  virtual Expected<KeptFile> keep(const std::string& upload, const std::string& name) = 0;

  virtual Expected<std::shared_ptr<const OpenFile>> open(const std::string& hash) = 0;
  // Of a PDF: a page from 1 as a PNG or JPEG, made when it is first asked for; its text layer.
  virtual Expected<std::string> page_picture(const std::string& hash, int page) = 0;
  virtual Expected<std::string> text(const std::string& hash) = 0;

  // Reads the whole file and hashes it anew.
  virtual Expected<FileState> check(const std::string& hash) = 0;
  virtual Expected<std::vector<std::string>> kept() = 0;     // hashes, by name
  virtual Expected<std::vector<std::string>> uploads() = 0;  // ids
};

}  // namespace jalur::app
