#include "files/content.h"

#include <array>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <zip.h>

#include "base/limits.h"
#include "base/text.h"
#include "files/disk.h"

namespace jalur::files {

namespace {

using registry::FileKind;
using namespace std::string_view_literals;

constexpr std::size_t looked_at_bytes = 1'024;  // a PDF may begin with something else

bool stands_at(std::string_view bytes, std::size_t place, std::string_view mark) {
  return bytes.size() >= place + mark.size() && bytes.substr(place, mark.size()) == mark;
}

// The parts that Office Open XML documents cannot do without.
std::optional<FileKind> office_kind(const std::filesystem::path& file) {
  int fault = 0;
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open(file.c_str(), ZIP_RDONLY, &fault), &zip_discard);
  if (!archive) return std::nullopt;
  const auto parts = zip_get_num_entries(archive.get(), 0);
  if (parts < 0 || static_cast<std::size_t>(parts) > limits::office_parts) return std::nullopt;
  const auto has = [&](const char* name) { return zip_name_locate(archive.get(), name, 0) >= 0; };
  if (!has("[Content_Types].xml")) return std::nullopt;
  constexpr std::array<std::pair<const char*, FileKind>, 3> main_parts{{
      {"word/document.xml", FileKind::docx},
      {"xl/workbook.xml", FileKind::xlsx},
      {"ppt/presentation.xml", FileKind::pptx},
  }};
  // Documents with macros are other kinds of file, whatever they are called.
  for (const char* macros : {"word/vbaProject.bin", "xl/vbaProject.bin", "ppt/vbaProject.bin"})
    if (has(macros)) return std::nullopt;
  for (const auto& [name, kind] : main_parts)
    if (has(name)) return kind;
  return std::nullopt;
}

// MP4 by its brand; other files of that family (HEIC, AVIF) have other brands.
bool is_mp4(std::string_view start) {
  constexpr std::array brands{"isom"sv, "iso2"sv, "iso4"sv, "iso5"sv, "iso6"sv,
                              "mp41"sv, "mp42"sv, "avc1"sv, "M4V "sv, "M4VH"sv,
                              "MSNV"sv, "3gp4"sv, "3gp5"sv, "3gp6"sv, "dash"sv};
  if (!stands_at(start, 4, "ftyp")) return false;
  for (const auto brand : brands)
    if (stands_at(start, 8, brand)) return true;
  return false;
}

}  // namespace

Expected<std::optional<FileKind>> kind_by_content(const std::filesystem::path& file) {
  const auto start = read_start(file, looked_at_bytes);
  if (!start) return tl::unexpected(start.error());
  if (stands_at(*start, 0, "\xff\xd8\xff"sv)) return FileKind::jpg;
  if (stands_at(*start, 0, "\x89PNG\r\n\x1a\n"sv)) return FileKind::png;
  if (stands_at(*start, 0, "RIFF") && stands_at(*start, 8, "WEBP")) return FileKind::webp;
  if (is_mp4(*start)) return FileKind::mp4;
  if (stands_at(*start, 0, "PK\x03\x04"sv)) return office_kind(file);
  if (start->find("%PDF-") != std::string::npos) return FileKind::pdf;
  return std::nullopt;
}

Expected<void> check_content(const std::filesystem::path& file, FileKind claimed) {
  const auto found = kind_by_content(file);
  if (!found) return tl::unexpected(found.error());
  if (*found == claimed) return {};
  const std::string is(*found ? registry::word(**found) : "");
  const auto name = registry::word(claimed);
  return fail(ErrorCode::invalid_input,
              {fmt::format("isi berkas ini bukan {}{}; simpan ulang sebagai {} lalu unggah lagi",
                           name, is.empty() ? "" : " melainkan " + is, name),
               fmt::format("the content is not a {}{}; save it as {} and send it again", name,
                           is.empty() ? "" : " but a " + is, name)},
              "upload", is);
}

}  // namespace jalur::files
