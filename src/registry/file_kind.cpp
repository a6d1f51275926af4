#include "registry/file_kind.h"

#include <array>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::registry {

namespace {

struct Row {
  std::string_view word;
  std::string_view media_type;
  std::size_t most_bytes;
};

// In the order of FileKind.
constexpr std::array<Row, file_kind_count> table{{
    {"pdf", "application/pdf", limits::pdf_bytes},
    {"jpg", "image/jpeg", limits::picture_bytes},
    {"png", "image/png", limits::picture_bytes},
    {"webp", "image/webp", limits::picture_bytes},
    {"mp4", "video/mp4", limits::video_bytes},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     limits::office_bytes},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     limits::office_bytes},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     limits::office_bytes},
}};

const Row& row_of(FileKind kind) { return table[static_cast<std::size_t>(kind)]; }

std::string all_words() {
  std::string words;
  for (const Row& row : table) words.append(words.empty() ? "" : ", ").append(row.word);
  return words;
}

}  // namespace

std::string_view word(FileKind kind) { return row_of(kind).word; }

std::optional<FileKind> file_kind_from(std::string_view word) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].word == word) return static_cast<FileKind>(i);
  return std::nullopt;
}

std::string_view media_type(FileKind kind) { return row_of(kind).media_type; }
std::size_t most_bytes(FileKind kind) { return row_of(kind).most_bytes; }

bool is_picture(FileKind kind) {
  return kind == FileKind::jpg || kind == FileKind::png || kind == FileKind::webp;
}

Expected<FileKind> kind_of_name(std::string_view name) {
  const auto dot = name.rfind('.');
  std::string ending = dot == std::string_view::npos ? "" : lower_ascii(name.substr(dot + 1));
  if (ending == "jpeg") ending = "jpg";
  if (const auto kind = file_kind_from(ending)) return *kind;
  const std::string known = all_words();
  return fail(ErrorCode::invalid_input,
              {fmt::format("jenis berkas ini tidak diterima; yang diterima: {}", known),
               fmt::format("this kind of file is not taken; those that are: {}", known)},
              "filename", std::string(name));
}

Expected<void> check_length(FileKind kind, std::int64_t bytes) {
  if (bytes <= 0) {
    return fail(
        ErrorCode::invalid_input,
        {"berkas ini kosong; pilih berkas yang berisi", "this file is empty; choose another"},
        "Upload-Length", std::to_string(bytes));
  }
  const auto most = row_of(kind).most_bytes;
  if (static_cast<std::uint64_t>(bytes) <= most) return {};
  return fail(ErrorCode::too_large,
              {fmt::format("berkas {} paling besar {} MiB; perkecil atau bagi", row_of(kind).word,
                           most >> 20),
               fmt::format("a {} may have at most {} MiB; make it smaller or split it",
                           row_of(kind).word, most >> 20)},
              "Upload-Length", std::to_string(bytes));
}

}  // namespace jalur::registry
