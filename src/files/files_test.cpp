// The folder of files: what was acknowledged is there, what is kept is what it says.
#include "files/files.h"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <zip.h>

#include "base/limits.h"
#include "files/content.h"
#include "files/disk.h"
#include "files/scan.h"

namespace jalur::files {
namespace {

using app::FileState;
using registry::FileKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string upload = "0193b0a0-0000-7000-8000-000000000001";
const std::string other = "0193b0a0-0000-7000-8000-000000000002";
const std::string png = "\x89PNG\r\n\x1a\n and what makes a picture";

// A PDF of that many pages, each with a text, written by hand.
std::string pdf(int pages, const std::string& text = "Keputusan Bupati") {
  std::string kids;
  std::string objects;
  for (int i = 0; i < pages; ++i) {
    const int page = 4 + 2 * i;
    const std::string content = "BT /F1 24 Tf 72 700 Td (" + text + ") Tj ET";
    kids += std::to_string(page) + " 0 R ";
    objects += std::to_string(page) + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]" +
               "/Resources<</Font<</F1 3 0 R>>>>/Contents " + std::to_string(page + 1) +
               " 0 R>>endobj\n" + std::to_string(page + 1) + " 0 obj<</Length " +
               std::to_string(content.size()) + ">>stream\n" + content + "\nendstream endobj\n";
  }
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" + kids +
         "]/Count " + std::to_string(pages) +
         ">>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" + objects +
         "trailer<</Root 1 0 R>>\n%%EOF\n";
}

class FilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jalur-files-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    open();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void open(const std::string& clamd = "") {
    auto opened = open_files({folder_, clamd});
    ASSERT_TRUE(opened) << opened.error().problems.front().text.en;
    files_ = std::move(*opened);
  }

  // Sends it as a whole.
  void send(const std::string& id, const std::string& bytes) {
    ASSERT_TRUE(files_->begin(id));
    auto incoming = files_->resume(id, 0, static_cast<std::int64_t>(bytes.size()));
    ASSERT_TRUE(incoming);
    ASSERT_TRUE((*incoming)->take(bytes));
    ASSERT_EQ((*incoming)->end(), static_cast<std::int64_t>(bytes.size()));
  }

  Expected<app::KeptFile> keep(const std::string& bytes, const std::string& name,
                               const std::string& id = upload) {
    send(id, bytes);
    return files_->keep(id, name);
  }

  path place_of(const std::string& hash) { return folder_ / "evidence" / hash.substr(0, 2) / hash; }

  path folder_;
  std::unique_ptr<app::Files> files_;
};

TEST_F(FilesTest, an_upload_goes_on_where_it_stopped) {
  ASSERT_TRUE(files_->begin(upload));
  EXPECT_EQ(files_->received(upload), 0);
  {
    auto first = files_->resume(upload, 0, 10);
    ASSERT_TRUE(first);
    EXPECT_TRUE((*first)->take("abc"));
    EXPECT_TRUE((*first)->take("d"));  // and then the line broke: nobody called end()
  }
  EXPECT_EQ(files_->received(upload), 4);
  open();  // the program was started anew
  EXPECT_EQ(files_->resume(upload, 3, 10).error().code, ErrorCode::conflict);
  EXPECT_EQ(files_->resume(upload, 5, 10).error().code, ErrorCode::conflict);
  auto second = files_->resume(upload, 4, 10);
  ASSERT_TRUE(second);
  EXPECT_TRUE((*second)->take("efghij"));
  EXPECT_EQ((*second)->take("k").error().code, ErrorCode::too_large);
  EXPECT_EQ((*second)->end(), 10);
}

TEST_F(FilesTest, only_one_at_a_time_sends_to_an_upload) {
  ASSERT_TRUE(files_->begin(upload));
  {
    const auto sending = files_->resume(upload, 0, 10);
    ASSERT_TRUE(sending);
    EXPECT_EQ(files_->resume(upload, 0, 10).error().code, ErrorCode::conflict);
    EXPECT_EQ(files_->drop(upload).error().code, ErrorCode::conflict);
    EXPECT_EQ(files_->keep(upload, "a.png").error().code, ErrorCode::conflict);
    ASSERT_TRUE(files_->begin(other));
    EXPECT_TRUE(files_->resume(other, 0, 10));
  }
  EXPECT_TRUE(files_->resume(upload, 0, 10));
  EXPECT_THAT(*files_->uploads(), ElementsAre(upload, other));
  EXPECT_TRUE(files_->drop(upload));
  EXPECT_TRUE(files_->drop(upload));
  EXPECT_THAT(*files_->uploads(), ElementsAre(other));
  EXPECT_FALSE(files_->received(upload));
}

TEST_F(FilesTest, a_file_is_kept_once_under_the_hash_of_its_content) {
  const auto kept = keep(png, "foto.png");
  ASSERT_TRUE(kept) << kept.error().problems.front().text.en;
  EXPECT_EQ(kept->kind, FileKind::png);
  EXPECT_EQ(kept->bytes, static_cast<std::int64_t>(png.size()));
  EXPECT_FALSE(kept->pages);
  EXPECT_EQ(*hash_of(place_of(kept->hash)), kept->hash);
  EXPECT_EQ(*files_->keep(upload, "foto.png"), *kept);  // the answer was lost: asked once more
  EXPECT_EQ(*keep(png, "lagi.png", other), *kept);
  EXPECT_THAT(*files_->kept(), ElementsAre(kept->hash));
  ASSERT_TRUE(files_->drop(upload));
  ASSERT_TRUE(files_->drop(other));
  const auto opened = files_->open(kept->hash);
  ASSERT_TRUE(opened);
  std::string bytes(100, '\0');
  bytes.resize((*opened)->read(4, bytes.data(), bytes.size()));
  EXPECT_EQ(bytes, png.substr(4));
  EXPECT_EQ(files_->open(std::string(64, '0')).error().code, ErrorCode::not_found);
}

// Known from b2sum -l 256.
TEST_F(FilesTest, the_hash_is_blake2b_256) {
  std::ofstream(folder_ / "abc") << "abc";
  EXPECT_EQ(*hash_of(folder_ / "abc"),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_F(FilesTest, one_changed_byte_is_found_and_a_new_upload_heals_it) {
  const auto kept = keep(png, "foto.png");
  ASSERT_TRUE(kept);
  EXPECT_EQ(*files_->check(kept->hash), FileState::whole);
  std::string changed = png;
  changed[20] ^= 1;
  std::filesystem::remove(place_of(kept->hash));
  EXPECT_EQ(*files_->check(kept->hash), FileState::missing);
  std::ofstream(place_of(kept->hash)) << changed;
  EXPECT_EQ(*files_->check(kept->hash), FileState::changed);
  ASSERT_TRUE(keep(png, "foto.png", other));
  EXPECT_EQ(*files_->check(kept->hash), FileState::whole);
}

TEST_F(FilesTest, a_pdf_has_pages_text_and_pictures) {
  const auto kept = keep(pdf(3), "SK.pdf");
  ASSERT_TRUE(kept) << kept.error().problems.front().text.en;
  EXPECT_EQ(kept->pages, 3);
  EXPECT_TRUE(kept->has_text);
  EXPECT_THAT(*files_->text(kept->hash), HasSubstr("Keputusan Bupati"));
  for (int again = 0; again < 2; ++again) {
    const auto picture = files_->page_picture(kept->hash, 2);
    ASSERT_TRUE(picture);
    EXPECT_TRUE(picture->starts_with("\xff\xd8\xff"));
  }
  EXPECT_TRUE(std::filesystem::exists(place_of(kept->hash).string() + ".2.jpg"));
  std::filesystem::remove(place_of(kept->hash).string() + ".txt");
  EXPECT_THAT(*files_->text(kept->hash), HasSubstr("Keputusan Bupati"));  // made again
  EXPECT_THAT(*files_->kept(), ElementsAre(kept->hash));
}

TEST_F(FilesTest, a_scanned_pdf_has_no_text) {
  const auto kept = keep(pdf(1, ""), "pindaian.pdf");
  ASSERT_TRUE(kept);
  EXPECT_FALSE(kept->has_text);
  EXPECT_EQ(files_->text(kept->hash)->find_first_not_of(" \n\f"), std::string::npos);
}

TEST_F(FilesTest, a_pdf_that_cannot_be_read_is_refused) {
  const auto broken = keep("%PDF-1.7\nthis is all there is\n", "rusak.pdf");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::invalid_input);
  EXPECT_THAT(broken.error().problems.front().text.id, HasSubstr("tidak dapat dibaca"));
  EXPECT_THAT(*files_->kept(), IsEmpty());
}

std::string zip_of(const path& folder, const std::vector<std::string>& names) {
  const path file = folder / "office";
  std::filesystem::remove(file);
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
  for (const std::string& name : names)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, "x", 1, 0), 0);
  zip_close(archive);
  return *read_start(file, 1u << 20);
}

TEST_F(FilesTest, the_content_decides_what_a_file_is) {
  const auto office = [&](std::vector<std::string> names) {
    names.push_back("[Content_Types].xml");
    return zip_of(folder_, names);
  };
  struct Row {
    std::string bytes;
    std::optional<FileKind> kind;
  };
  const Row table[] = {
      {pdf(1), FileKind::pdf},
      {"\xff\xd8\xff\xe0....JFIF", FileKind::jpg},
      {png, FileKind::png},
      {std::string("RIFF\x10\0\0\0WEBPVP8 ", 16), FileKind::webp},
      {std::string("\0\0\0\x18") + "ftypmp42....", std::nullopt},  // cut: no size
      {std::string("\0\0\0\x18", 4) + "ftypmp42....", FileKind::mp4},
      {std::string("\0\0\0\x18", 4) + "ftypheic....", std::nullopt},
      {office({"word/document.xml"}), FileKind::docx},
      {office({"xl/workbook.xml"}), FileKind::xlsx},
      {office({"ppt/presentation.xml"}), FileKind::pptx},
      {office({"word/document.xml", "word/vbaProject.bin"}), std::nullopt},
      {zip_of(folder_, {"word/document.xml"}), std::nullopt},
      {zip_of(folder_, {"virus.exe"}), std::nullopt},
      {"<html><script>alert(1)</script></html>", std::nullopt},
      {"<svg xmlns='http://www.w3.org/2000/svg'/>", std::nullopt},
      {"MZ\x90", std::nullopt},
      {"", std::nullopt},
  };
  for (const Row& row : table) {
    const path file = folder_ / "looked-at";
    std::ofstream(file, std::ios::binary | std::ios::trunc) << row.bytes;
    EXPECT_EQ(*kind_by_content(file), row.kind) << row.bytes.substr(0, 30);
  }
}

TEST_F(FilesTest, a_name_that_says_something_else_is_refused) {
  const auto disguised = keep("<html><script>alert(1)</script></html>", "sk.pdf");
  ASSERT_FALSE(disguised);
  EXPECT_EQ(disguised.error().code, ErrorCode::invalid_input);
  const auto renamed = files_->keep(upload, "sk.html");
  EXPECT_EQ(renamed.error().code, ErrorCode::invalid_input);
  const auto picture = keep(png, "foto.jpg", other);
  EXPECT_THAT(picture.error().problems.front().text.en, HasSubstr("not a jpg but a png"));
}

// Speaks what clamd speaks, on a real socket.
class Clamd {
 public:
  explicit Clamd(const path& where) : listening_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    where.string().copy(place.sun_path, sizeof place.sun_path - 1);
    EXPECT_EQ(::bind(listening_, reinterpret_cast<const sockaddr*>(&place), sizeof place), 0);
    ::listen(listening_, 8);
    thread_ = std::thread([this] { serve(); });
  }
  ~Clamd() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
  }
  std::atomic<int> asked{0};
  std::atomic<bool> silent{false};

 private:
  static bool read_all(int from, char* to, std::size_t count) {
    while (count > 0) {
      const auto came = ::read(from, to, count);
      if (came <= 0) return false;
      to += came;
      count -= static_cast<std::size_t>(came);
    }
    return true;
  }

  static std::string stream_of(int from) {
    std::string all;
    unsigned char length[4];
    while (read_all(from, reinterpret_cast<char*>(length), 4)) {
      const std::size_t size = static_cast<std::size_t>(length[0]) << 24 |
                               static_cast<std::size_t>(length[1]) << 16 |
                               static_cast<std::size_t>(length[2]) << 8 | length[3];
      if (size == 0) break;
      const auto before = all.size();
      all.resize(before + size);
      if (!read_all(from, all.data() + before, size)) break;
    }
    return all;
  }

  void serve() {
    for (;;) {
      const int caller = ::accept(listening_, nullptr, nullptr);
      if (caller < 0) return;
      ++asked;
      char command[10];
      read_all(caller, command, sizeof command);
      EXPECT_EQ(std::string(command, 9), "zINSTREAM");
      const std::string stream = stream_of(caller);
      std::string answer("stream: OK\0", 11);
      if (stream.find("X5O!P%@AP") != std::string::npos)
        answer = std::string("stream: Eicar-Signature FOUND\0", 30);
      if (!silent) {
        EXPECT_GT(::write(caller, answer.data(), answer.size()), 0);
      }
      ::close(caller);
    }
  }

  int listening_;
  std::thread thread_;
};

TEST_F(FilesTest, what_the_scanner_finds_is_refused) {
  const path socket = folder_ / "clamd.ctl";
  Clamd clamd(socket);
  open(socket.string());
  EXPECT_TRUE(keep(png + std::string(300'000, 'x'), "foto.png"));
  const auto found = keep(png + "X5O!P%@AP[4\\PZX54(P^)7CC)7}", "foto2.png", other);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::invalid_input);
  EXPECT_THAT(found.error().problems.front().text.en, HasSubstr("Eicar-Signature"));
  EXPECT_EQ(clamd.asked, 2);
  EXPECT_EQ(files_->kept()->size(), 1u);
  clamd.silent = true;
  EXPECT_EQ(files_->keep(upload, "foto.png").error().code, ErrorCode::unavailable);
}

TEST_F(FilesTest, nothing_is_taken_in_while_the_scanner_is_away) {
  open((folder_ / "nobody.ctl").string());
  EXPECT_EQ(keep(png, "foto.png").error().code, ErrorCode::unavailable);
  EXPECT_THAT(*files_->kept(), IsEmpty());
  open();
  EXPECT_TRUE(files_->keep(upload, "foto.png"));  // what was sent is still there
}

TEST(Scanner, has_an_address) {
  for (const char* right : {"/run/clamav/clamd.ctl", "127.0.0.1:3310", "clamd:3310"})
    EXPECT_TRUE(check_clamd_address(right)) << right;
  for (const char* wrong : {"clamd", ":3310", "clamd:"})
    EXPECT_EQ(check_clamd_address(wrong).error().code, ErrorCode::invalid_input) << wrong;
}

}  // namespace
}  // namespace jalur::files
