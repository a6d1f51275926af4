#include "files/pdf.h"

#include <charconv>
#include <semaphore>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "files/child.h"

namespace jalur::files {

namespace {

// Each may take limits::pdf_tool_memory_bytes.
std::counting_semaphore<2> turns(2);

ChildEnd run(const std::vector<std::string>& words, std::size_t most) {
  turns.acquire();
  ChildEnd end = run_child(words, {limits::pdf_tool_time, limits::pdf_tool_memory_bytes, most});
  turns.release();
  return end;
}

tl::unexpected<Error> unreadable() {
  return fail(ErrorCode::invalid_input,
              {"PDF ini tidak dapat dibaca: rusak atau dilindungi kata sandi; simpan ulang tanpa "
               "kata sandi lalu unggah lagi",
               "this PDF cannot be read: it is broken or behind a password; save it again without "
               "one and send it"},
              "upload");
}

tl::unexpected<Error> no_tools() {
  return fail(ErrorCode::unavailable,
              {"PDF belum dapat diperiksa: poppler-utils tidak terpasang di server.",
               "PDF files cannot be checked: the server lacks poppler-utils."});
}

tl::unexpected<Error> failed(const ChildEnd& end) {
  return end.how == ChildEnd::How::not_there ? no_tools() : unreadable();
}

// "Pages:           12" on a line of its own.
int pages_in(std::string_view told) {
  constexpr std::string_view word = "\nPages:";
  auto at = told.find(word);
  if (at == std::string_view::npos) return 0;
  at = told.find_first_not_of(' ', at + word.size());
  if (at == std::string_view::npos) return 0;
  int pages = 0;
  std::from_chars(told.data() + at, told.data() + told.size(), pages);
  return pages;
}

// Cut where a character ends; what is no text at all is none.
std::string as_text(std::string bytes) {
  constexpr std::size_t longest_character = 4;
  for (std::size_t cut = 0; cut < longest_character && !is_utf8(bytes) && !bytes.empty(); ++cut)
    bytes.pop_back();
  return is_utf8(bytes) ? bytes : "";
}

}  // namespace

Expected<int> count_pages(const std::filesystem::path& pdf) {
  constexpr std::size_t told_bytes = 64u << 10;
  const ChildEnd end = run({"pdfinfo", pdf.string()}, told_bytes);
  if (end.how != ChildEnd::How::done) return failed(end);
  const int pages = pages_in("\n" + end.output);
  if (pages < 1) return unreadable();
  if (pages <= limits::pdf_pages) return pages;
  return fail(ErrorCode::invalid_input,
              {fmt::format("PDF ini {} halaman, paling banyak {}; bagi menjadi beberapa", pages,
                           limits::pdf_pages),
               fmt::format("this PDF has {} pages, at most {} are taken; split it", pages,
                           limits::pdf_pages)},
              "upload");
}

Expected<std::string> text_layer(const std::filesystem::path& pdf) {
  ChildEnd end =
      run({"pdftotext", "-enc", "UTF-8", "-q", pdf.string(), "-"}, limits::pdf_text_bytes);
  // A long text is kept as far as it goes, and so is that of a page that takes too long.
  if (end.how == ChildEnd::How::failed || end.how == ChildEnd::How::not_there) return failed(end);
  return as_text(std::move(end.output));
}

Expected<std::string> picture_of_page(const std::filesystem::path& pdf, int page) {
  const std::string number = std::to_string(page);
  ChildEnd end = run(
      {"pdftoppm", "-jpeg", "-q", "-f", number, "-l", number, "-scale-to", "1400", pdf.string()},
      limits::page_picture_bytes);
  if (end.how != ChildEnd::How::done || !end.output.starts_with("\xff\xd8\xff")) return failed(end);
  return std::move(end.output);
}

}  // namespace jalur::files
