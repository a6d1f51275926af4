#include "documents/package.h"

#include <memory>
#include <optional>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <zip.h>

#include "base/limits.h"

namespace jalur::documents {

namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr zip_uint64_t mib = 1u << 20;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using PartFile = std::unique_ptr<zip_file_t, Discard>;

tl::unexpected<Error> not_a_workbook(const std::string& name) {
  return fail(ErrorCode::invalid_input,
              {fmt::format("\"{}\" bukan buku kerja XLSX; simpan sebagai .xlsx", name),
               fmt::format("\"{}\" is not an XLSX workbook; save it as .xlsx", name)});
}

tl::unexpected<Error> damaged(std::string_view part) {
  return fail(ErrorCode::invalid_input,
              {fmt::format("berkas rusak pada bagian \"{}\"; simpan ulang sebagai .xlsx", part),
               fmt::format("the file is damaged in part \"{}\"; save it as .xlsx again", part)});
}

tl::unexpected<Error> too_big(std::size_t bytes) {
  return fail(
      ErrorCode::too_large,
      {fmt::format("berkas {:.1f} MiB; paling besar {} MiB",
                   static_cast<double>(bytes) / double{mib}, limits::workbook_bytes / mib),
       fmt::format("the file has {:.1f} MiB; at most {} MiB",
                   static_cast<double>(bytes) / double{mib}, limits::workbook_bytes / mib)});
}

tl::unexpected<Error> unpacks_too_big() {
  const zip_uint64_t most = limits::workbook_unpacked_bytes / mib;
  return fail(ErrorCode::too_large, {fmt::format("isi berkas melebihi {} MiB setelah dibuka", most),
                                     fmt::format("the file unpacks to more than {} MiB", most)});
}

tl::unexpected<Error> locked() {
  return fail(ErrorCode::invalid_input,
              {"berkas terkunci kata sandi atau berformat lama (.xls); simpan sebagai .xlsx tanpa "
               "kata sandi",
               "the file is locked with a password or of the old kind (.xls); save it as .xlsx "
               "without a password"});
}

Archive open_archive(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive;
  if (source != nullptr) {
    archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive) zip_source_free(source);
  }
  zip_error_fini(&error);
  return archive;
}

struct Part {
  std::string name;
  zip_uint64_t declared_bytes = 0;
  bool encrypted = false;
};

std::optional<Part> part_at(zip_t* archive, zip_uint64_t index) {
  zip_stat_t stat;
  if (zip_stat_index(archive, index, ZIP_FL_ENC_GUESS, &stat) != 0) return std::nullopt;
  if ((stat.valid & ZIP_STAT_NAME) == 0) return std::nullopt;
  Part part{stat.name};
  if ((stat.valid & ZIP_STAT_SIZE) != 0) part.declared_bytes = stat.size;
  part.encrypted =
      (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
  return part;
}

bool is_wanted(std::string_view name) {
  return name.starts_with("xl/") && (name.ends_with(".xml") || name.ends_with(".rels"));
}

bool is_sound(std::string_view name) {
  return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos &&
         name.find('\\') == std::string_view::npos;
}

class Unpacking {
 public:
  explicit Unpacking(zip_t* archive) : archive_(archive) {}

  Expected<Package> run() {
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive_, 0));
    if (count > limits::workbook_parts) return too_many(count);
    for (zip_uint64_t i = 0; i < count; ++i) {
      if (auto done = take(i); !done) return tl::unexpected(std::move(done).error());
    }
    return std::move(package_);
  }

 private:
  static tl::unexpected<Error> too_many(zip_uint64_t count) {
    return fail(
        ErrorCode::too_large,
        {fmt::format("berkas berisi {} bagian; paling banyak {}", count, limits::workbook_parts),
         fmt::format("the file has {} parts; at most {}", count, limits::workbook_parts)});
  }

  Expected<void> take(zip_uint64_t index) {
    const std::optional<Part> part = part_at(archive_, index);
    if (!part) return damaged(fmt::format("#{}", index));
    if (part->encrypted) return locked();
    if (!is_sound(part->name) || !seen_.insert(part->name).second) return damaged(part->name);
    if (part->declared_bytes > limits::workbook_unpacked_bytes - unpacked_bytes_) {
      return unpacks_too_big();
    }
    return inflate(index, part->name);
  }

  Expected<void> inflate(zip_uint64_t index, const std::string& name) {
    const PartFile file(zip_fopen_index(archive_, index, 0));
    if (!file) return damaged(name);
    std::string* kept = is_wanted(name) ? &package_[name] : nullptr;
    while (true) {
      const zip_int64_t got = zip_fread(file.get(), buffer_.data(), buffer_.size());
      if (got < 0) return damaged(name);
      if (got == 0) return {};
      unpacked_bytes_ += static_cast<std::size_t>(got);
      if (unpacked_bytes_ > limits::workbook_unpacked_bytes) return unpacks_too_big();
      if (kept != nullptr) kept->append(buffer_.data(), static_cast<std::size_t>(got));
    }
  }

  zip_t* archive_;
  std::string buffer_ = std::string(64u << 10, '\0');
  std::set<std::string> seen_;
  std::size_t unpacked_bytes_ = 0;
  Package package_;
};

}  // namespace

Expected<Package> unpack(const std::string& bytes, const std::string& name) {
  if (bytes.size() > limits::workbook_bytes) return too_big(bytes.size());
  if (std::string_view(bytes).starts_with(compound_file)) return locked();
  const Archive archive = open_archive(bytes);
  if (!archive) return not_a_workbook(name);
  Expected<Package> package = Unpacking(archive.get()).run();
  if (package && package->find("xl/workbook.xml") == package->end()) return not_a_workbook(name);
  return package;
}

}  // namespace jalur::documents
