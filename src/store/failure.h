// What went wrong below SOCI, told in a sentence.
#pragma once

#include <exception>
#include <stdexcept>
#include <string>

#include "base/error.h"

namespace jalur::store {

enum class Engine { sqlite, postgresql };

// The database holds what Jalur never writes.
class Damaged : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A value that no column of text can hold: bytes that are not UTF-8, or a NUL, at which PostgreSQL
// would cut the text short in silence.
class NotText : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Failure {
  unreachable,   // the server does not answer, or refuses us
  not_writable,  // no right to write there
  not_openable,  // no such folder, no right to read
  busy,          // somebody else holds a lock for too long
  full,          // no room on the disk
  unreadable,    // the disk fails
  damaged,       // not a database, or not ours
  not_text,      // see NotText
  defect,
};

Failure failure_of(const std::exception& exception);

// `shown`: the database as a person may see it, without a password.
Error error_of(Failure failure, const std::string& shown, const std::string& detail);
Error error_of(const std::exception& exception, const std::string& shown);

// The database's address as a person may see it.
std::string shown_database(Engine engine, const std::string& database);

}  // namespace jalur::store
