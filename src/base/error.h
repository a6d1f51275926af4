// What can go wrong below the endpoints, and how it is told.
//
// Everything that can fail returns Expected<T>. An outcome that users expect ("target out of
// reach", "tie") is not an error and is part of T.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "base/text.h"

namespace jalur {

// One row of the table in base/error.cpp gives each code its HTTP status, exit status and title.
enum class ErrorCode {
  invalid_input,    // the caller's data or call is wrong: nothing was changed
  not_found,        // what was named does not exist
  conflict,         // the record is in a state that does not allow this
  too_large,        // over a limit of base/limits.h
  forbidden,        // this caller may not
  unauthenticated,  // nobody is signed in, or what was given to sign in does not fit
  too_many,         // tried too often; later again
  unavailable,      // it could not be done now: store not reachable, disk full
  defect,           // our mistake
};

// One wrong thing: where, what stood there, and what would be right.
struct Problem {
  std::string
      field;  // "innovations[3].levels.16", "line 12", "Sheet Inovasi, D7"; empty: the whole
  std::string value;  // as it was given, shortened; empty when nothing was given
  Text text;          // one sentence: what is wrong and what would be right

  bool operator==(const Problem&) const = default;
};

struct Error {
  ErrorCode code = ErrorCode::defect;
  std::vector<Problem> problems;  // never empty; at most limits::problems_per_answer and one that
                                  // counts the rest
  std::chrono::seconds retry_after{};  // too_many: when to come back; zero: not told

  bool operator==(const Error&) const = default;
};

template <class T>
using Expected = tl::expected<T, Error>;

struct ErrorKind {
  int http_status;
  int exit_status;
  std::string_view slug;  // last part of the problem type, e.g. "invalid-input"
  Text title;
};
const ErrorKind& kind_of(ErrorCode code);

// An Error with one problem, ready to be returned from a function that gives Expected.
tl::unexpected<Error> fail(ErrorCode code, Text text, std::string field = {},
                           std::string value = {});

// Collects problems, so that a wrong file is told all its faults at once. Past the limit further
// ones are counted and told in one closing line.
class Problems {
 public:
  void add(std::string field, std::string value, Text text);
  bool none() const { return problems_.empty(); }
  // All that was collected, as the error to return. Call only when !none().
  tl::unexpected<Error> as_error(ErrorCode code = ErrorCode::invalid_input) &&;

 private:
  std::vector<Problem> problems_;
  int left_out_ = 0;
};

}  // namespace jalur
