#include "store/failure.h"

#include <array>
#include <string_view>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace jalur::store {

namespace {

constexpr std::size_t detail_bytes = 300;

Failure sqlite_failure(int result) {
  switch (result & 0xff) {  // the low byte is the kind, the rest its variety
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Failure::busy;
    case SQLITE_FULL:
      return Failure::full;
    case SQLITE_IOERR:
      return Failure::unreadable;
    case SQLITE_CANTOPEN:
      return Failure::not_openable;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Failure::not_writable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Failure::damaged;
    default:
      return Failure::defect;
  }
}

// PostgreSQL 15, appendix A "Error Codes": the first that fits counts.
struct SqlState {
  std::string_view prefix;
  Failure failure;
};
constexpr std::array sql_states{
    SqlState{"08", Failure::unreachable},      // connection exception
    SqlState{"57P", Failure::unreachable},     // the server is stopping or starting
    SqlState{"53100", Failure::full},          // disk full
    SqlState{"53", Failure::busy},             // out of memory or of connections
    SqlState{"55P03", Failure::busy},          // lock not available
    SqlState{"40", Failure::busy},             // deadlock, serialization
    SqlState{"57014", Failure::busy},          // query cancelled
    SqlState{"25006", Failure::not_writable},  // read-only transaction
    SqlState{"42501", Failure::not_writable},  // no privilege
    SqlState{"58", Failure::unreadable},       // the server's disk
    SqlState{"XX001", Failure::damaged},       // data corrupted
    SqlState{"XX002", Failure::damaged},       // index corrupted
};

Failure postgresql_failure(const std::string& state) {
  for (const SqlState& known : sql_states) {
    if (state.starts_with(known.prefix)) return known.failure;
  }
  return Failure::defect;
}

struct Sentence {
  ErrorCode code;
  std::string_view id;
  std::string_view en;
};

// "$" stands for the database.
Sentence sentence_of(Failure failure) {
  switch (failure) {
    case Failure::unreachable:
      return {ErrorCode::unavailable,
              "Basis data $ tidak menjawab; periksa apakah peladennya berjalan dan alamat, nama "
              "pengguna dan kata sandinya benar",
              "The database $ does not answer; check that its server runs and that address, user "
              "and password are right"};
    case Failure::not_writable:
      return {ErrorCode::unavailable,
              "Basis data $ tidak boleh ditulis; beri pengguna yang menjalankan Jalur hak menulis",
              "The database $ may not be written to; give the user who runs Jalur the right to "
              "write"};
    case Failure::not_openable:
      return {ErrorCode::unavailable,
              "Basis data $ tidak dapat dibuka; periksa apakah foldernya ada dan dapat ditulis "
              "oleh pengguna yang menjalankan Jalur",
              "The database $ cannot be opened; check that its folder exists and that the user "
              "who runs Jalur may write there"};
    case Failure::busy:
      return {ErrorCode::unavailable,
              "Basis data $ sedang sibuk dan tidak ada yang diubah; coba lagi sebentar lagi",
              "The database $ is busy and nothing was changed; try again in a moment"};
    case Failure::full:
      return {ErrorCode::unavailable,
              "Disk tempat basis data $ penuh dan tidak ada yang diubah; kosongkan ruang lalu coba "
              "lagi",
              "The disk of the database $ is full and nothing was changed; make room and try "
              "again"};
    case Failure::unreadable:
      return {
          ErrorCode::unavailable,
          "Disk tempat basis data $ gagal membaca atau menulis; periksa disk dan ruang kosongnya",
          "The disk of the database $ failed to read or write; check the disk and its free "
          "room"};
    case Failure::damaged:
      return {ErrorCode::unavailable, "$ bukan basis data Jalur atau rusak; pulihkan dari cadangan",
              "$ is not a database of Jalur, or it is damaged; restore it from a backup"};
    case Failure::not_text:
      return {ErrorCode::invalid_input, "Teks untuk basis data $ harus UTF-8 tanpa karakter NUL",
              "Text for the database $ must be UTF-8 without a NUL character"};
    case Failure::defect:
      break;
  }
  return {ErrorCode::defect, "Basis data $ dipakai dengan cara yang salah oleh Jalur",
          "Jalur used the database $ in a wrong way"};
}

std::string filled(std::string_view sentence, const std::string& shown, const std::string& detail) {
  std::string text(sentence);
  text.replace(text.find('$'), 1, shown);
  return detail.empty() ? text + "." : text + ": " + detail;
}

// libpq answers in several lines, of which the first says most; when connecting, SOCI puts a line
// of its own before them.
std::string one_line(std::string_view text) {
  constexpr std::string_view before = "Cannot establish connection to the database.\n";
  if (text.starts_with(before)) text.remove_prefix(before.size());
  return shortened(text.substr(0, text.find('\n')), detail_bytes);
}

}  // namespace

Failure failure_of(const std::exception& exception) {
  if (const auto* lite = dynamic_cast<const soci::sqlite3_soci_error*>(&exception)) {
    return sqlite_failure(lite->result());
  }
  if (const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&exception)) {
    return postgresql_failure(postgres->sqlstate());
  }
  if (dynamic_cast<const NotText*>(&exception) != nullptr) return Failure::not_text;
  return dynamic_cast<const Damaged*>(&exception) != nullptr ? Failure::damaged : Failure::defect;
}

Error error_of(Failure failure, const std::string& shown, const std::string& detail) {
  const Sentence sentence = sentence_of(failure);
  const std::string line = one_line(detail);
  return Error{sentence.code,
               {{"", "", {filled(sentence.id, shown, line), filled(sentence.en, shown, line)}}}};
}

Error error_of(const std::exception& exception, const std::string& shown) {
  const auto* failed = dynamic_cast<const soci::soci_error*>(&exception);
  // what() of SOCI repeats the values of the statement, which are nobody's business.
  return error_of(failure_of(exception), shown,
                  failed != nullptr ? failed->get_error_message() : exception.what());
}

std::string shown_database(Engine engine, const std::string& database) {
  if (engine == Engine::sqlite) return database;
  const std::string address = database.substr(0, database.find('?'));
  const auto scheme = address.find("://");
  const auto user_end = address.rfind('@');
  if (scheme == std::string::npos || user_end == std::string::npos) return address;
  return address.substr(0, scheme + 3) + address.substr(user_end + 1);
}

}  // namespace jalur::store
